import {
  Annotations,
  defineTable,
  Exemplars,
  number,
  resolveColor,
  withMeta,
  type FieldConfig,
  type OverrideScope,
} from '@orrery/sdk'
import { expect, it } from 'vitest'
import { readAnnotations } from './annotation.ts'
import { clusterMarks } from './annotation-cluster.ts'
import { readExemplars } from './exemplar.ts'
import { fillTraceLink } from './trace-link.ts'

const area = { left: 0, top: 0, width: 100, height: 50, isVertical: false, from: 0, to: 1000 }
const marksOf = (...rows: { time: number | null; timeEnd?: number | null; title: string }[]) =>
  readAnnotations([Annotations.fromRows(rows)], 'dark', plain).flatMap(({ marks }) => marks)

const plain = { defaults: {}, overrides: [] }

it('reads annotations by time, coloured by row, by frame, or as usual', () => {
  const rows = [
    { time: 5, title: 'b', timeEnd: 3, tags: ['x', 1], color: '#123456' },
    { time: 1, title: 'a', timeEnd: 9, text: 'words' },
    { time: null, title: 'never' },
  ]
  const frame = withMeta(Annotations.fromRows(rows, { name: 'Deployments' }), { meta: { color: 'red' } })
  const other = defineTable({ value: number() }).fromRows([{ value: 1 }])
  expect(readAnnotations([frame, other], 'dark', plain)).toEqual([
    {
      name: 'Deployments',
      marks: [
        { time: 1, timeEnd: 9, title: 'a', text: 'words', tags: [], color: '#ff6369', links: [] },
        { time: 5, timeEnd: undefined, title: 'b', text: '', tags: ['x'], color: '#123456', links: [] },
      ],
    },
  ])
})

it('names, colours and links annotations as overrides for them say', () => {
  const frame = Annotations.fromRows([{ time: 1, title: 'v 2', color: 'blue' }], { name: 'Deployments' })
  const properties: FieldConfig = {
    displayName: 'Releases',
    color: { type: 'fixed', color: 'red' },
    links: [{ title: 'Notes of ${__value.text}', url: '/notes?of=${__data.fields.title}' }],
  }
  const of = (scope: OverrideScope | undefined, name: string) => {
    const override = { matcher: { type: 'byName' as const, name }, properties, ...(scope && { scope }) }
    return readAnnotations([frame], 'dark', {
      defaults: { color: { type: 'fixed', color: 'green' } },
      overrides: [override],
    })
  }
  expect(of('annotation', 'Deployments')).toMatchObject([
    {
      name: 'Releases',
      marks: [{ color: '#ff6369', links: [{ title: 'Notes of v 2', href: '/notes?of=v%202', newTab: false }] }],
    },
  ])
  const plainly = [{ name: 'Deployments', marks: [{ color: resolveColor('blue', 'dark'), links: [] }] }]
  expect([of(undefined, 'Deployments'), of('annotation', 'Other')]).toMatchObject([plainly, plainly])
})

it('colours and links exemplars as overrides for them say', () => {
  const frame = Exemplars.fromRows([{ time: 1, value: 2, labels: { path: '/a' } }], { name: 'Requests', refId: 'B' })
  const properties: FieldConfig = {
    unit: 'ms',
    color: { type: 'fixed', color: 'purple' },
    links: [{ title: 'Logs', url: '/logs?path=${__field.labels.path}' }],
  }
  const points = readExemplars([frame], {
    config: { unit: 's' },
    fieldConfig: {
      defaults: {},
      overrides: [{ matcher: { type: 'byFrameRefID', refId: 'B' }, scope: 'exemplar', properties }],
    },
    timeZone: 'UTC',
    valueTitle: 'Value',
  })
  expect([points.colorOf(0), points.tell(0)]).toEqual([
    'purple',
    {
      title: '1970-01-01 00:00:00',
      rows: [
        { name: 'Value', text: '2 ms' },
        { name: 'path', text: '/a' },
      ],
      links: [{ title: 'Logs', url: '/logs?path=%2Fa' }],
    },
  ])
})

it('makes one mark of moments that are close; stretches stay by themselves', () => {
  const marks = marksOf(
    { time: 100, title: 'a' },
    { time: 150, title: 'b' },
    { time: 160, timeEnd: 1500, title: 'c' },
    { time: 800, title: 'd' },
    { time: 2000, title: 'out of view' },
  )
  const titles = (clustering: boolean) =>
    clusterMarks(marks, area, clustering).map((one) => one.marks.map(({ title }) => title).join('+'))
  expect([titles(true), titles(false)]).toEqual([
    ['a+b', 'c', 'd'],
    ['a', 'b', 'c', 'd'],
  ])
  expect(clusterMarks(marks, area, true)[1]).toMatchObject({ from: 16, to: 100 })
  expect(clusterMarks(marks, { ...area, isVertical: true }, true)[1]).toMatchObject({ from: 8, to: 50 })
})

it('tells an exemplar with its labels and the links that its frame offers', () => {
  const rows = [
    { time: 2, value: 3, labels: { path: '/a' }, traceId: 'abc' },
    { time: 1, value: 0.5, labels: null, traceId: null },
    { time: 3, value: null },
    { time: 4, value: 1, labels: { trace_id: 'abc' }, traceId: 'abc' },
  ]
  const links = [
    { title: 'Trace', url: 'https://traces.example.org/${traceId}?of=${path}' },
    { title: 'Run', url: 'javascript:${traceId}' },
    'nothing',
  ]
  const frame = withMeta(Exemplars.fromRows(rows), { meta: { links } })
  const points = readExemplars([frame], {
    config: { unit: 's' },
    fieldConfig: plain,
    timeZone: 'UTC',
    valueTitle: 'Value',
  })
  expect([[...points.times], [...points.values], points.tell(0), points.tell(1)]).toEqual([
    [1, 2, 4],
    [0.5, 3, 1],
    { title: '1970-01-01 00:00:00', rows: [{ name: 'Value', text: '500 ms' }] },
    {
      title: '1970-01-01 00:00:00',
      rows: [
        { name: 'Value', text: '3 s' },
        { name: 'path', text: '/a' },
        { name: 'traceId', text: 'abc' },
      ],
      links: [{ title: 'Trace', url: 'https://traces.example.org/abc?of=%2Fa' }],
    },
  ])
  // The label of the source says the id already.
  expect(points.tell(2).rows).toEqual([
    { name: 'Value', text: '1 s' },
    { name: 'trace_id', text: 'abc' },
  ])
})

it.each([
  ['/traces/${id}', '/traces/a%2Fb'],
  ['//elsewhere.org/${id}', undefined],
  ['data:text/html,${id}', undefined],
  ['https://x.org/${other}', undefined],
])('fills %s as %s', (template, url) => {
  expect(fillTraceLink(template, { id: 'a/b' })).toBe(url)
})
