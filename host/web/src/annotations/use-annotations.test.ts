import type { AnnotationRecord } from '@orrery/api'
import type { DashboardSpec } from '@orrery/dashboard'
import { Annotations, defineTable, encode, number, type Frame } from '@orrery/frames'
import { encodeEnd, encodeMessage } from '@orrery/query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref, shallowRef, type EffectScope } from 'vue'
import { runBatch } from '../query/batch.ts'
import { createPanelQueries } from '../query/panel-queries.ts'
import { startQueryHost, type Asked } from '../query/testing.ts'
import { useAnnotations, type AnnotationsOptions } from './use-annotations.ts'

const listed = vi.hoisted(() => ({ items: [] as AnnotationRecord[], asked: [] as unknown[] }))
vi.mock('../api/annotations.ts', () => ({
  listAnnotations: async (...asked: readonly unknown[]) => {
    listed.asked.push(asked.slice(0, 2))
    return { items: [...listed.items] }
  },
}))
const changes = vi.hoisted(() => ({ tell: () => {} }))
vi.mock('../api/changes.ts', () => ({ useAnnotationChanges: (refresh: () => void) => (changes.tell = refresh) }))

const marks = Annotations.fromRows([{ time: 1, title: 'Deployed' }], { name: 'deploys', meta: { color: 'purple' } })
const other = defineTable({ value: number() }).fromRows([{ value: 1 }])
const query = { type: 'query', datasource: 'd', query: {} } as const
// Of a dashboard only its annotations are read.
const toSpec = (annotations: DashboardSpec['annotations']) => ({ annotations }) as unknown as DashboardSpec
const record = (id: string, more: Partial<AnnotationRecord> = {}): AnnotationRecord => ({
  id,
  dashboard: 'home',
  time: 1,
  text: id,
  tags: [],
  createdBy: 'user:ada',
  createdAt: '',
  updatedBy: 'user:ada',
  updatedAt: '',
  ...more,
})

const undo: (() => void)[] = []
let scope: EffectScope
beforeEach(() => {
  listed.items = []
  listed.asked = []
  scope = effectScope()
  undo.push(() => scope.stop())
})
afterEach(() => undo.splice(0).forEach((stop) => stop()))

const noQueries = { data: new Map(), show: () => {}, hide: () => {}, changed: () => {} }
const use = (options: Partial<AnnotationsOptions>) =>
  scope.run(() =>
    useAnnotations({
      queries: noQueries,
      spec: () => toSpec([]),
      dashboard: () => 'home',
      range: () => ({ from: 0, to: 10 }),
      shown: () => ({ '': true }),
      tags: () => [],
      ...options,
    }),
  )!
/** What the frames of a panel say, without their sources. */
const titles = (frames: readonly Frame[]) =>
  frames.flatMap((frame) => {
    if (frame.kind !== 'annotations') return []
    const { title } = Annotations.read(frame)
    return Array.from({ length: frame.length }, (_, row) => title.at(row))
  })

function answer({ batch, response }: Asked) {
  for (const { id } of batch.items) {
    const send = (header: object, frame?: Frame) => {
      for (const chunk of encodeMessage({ id, ...header }, frame)) response.write(chunk)
    }
    const problem = { code: 'QUERY_FAILED', status: 500, detail: 'It failed.', params: {} }
    if (id.endsWith('alerts')) send({ problem })
    else {
      send({ refId: 'annotations', part: 0 }, marks)
      send({ refId: 'annotations', part: 1 }, other)
    }
    send({ end: true })
  }
  for (const chunk of encodeEnd()) response.write(chunk)
  response.end()
}

it('asks for what is shown by its name, and gives panels the marks only', async () => {
  const asked = vi.fn<(asked: Asked) => void>(answer)
  await startQueryHost(asked)
  vi.stubGlobal('innerWidth', 1200)
  const queries = createPanelQueries({ run: runBatch, refIdsOf: () => ['annotations'], onRevisionGone: () => {} })
  undo.push(queries.stop)
  queries.ask({
    dashboard: { id: 'home', revision: 'r1' },
    range: { from: 0, to: 1000 },
    timeZone: 'UTC',
    valuesOf: () => ({}),
    filters: { where: [{ key: 'job', operator: '=', values: ['api'] }] },
    live: false,
  })
  const shown = ref<Record<string, boolean>>({ deploys: true, alerts: false })
  const spec = toSpec([
    { ...query, name: 'deploys', color: 'purple', panels: { exclude: ['memory'] } },
    { ...query, name: 'alerts', hidden: true },
  ])
  const { framesOf, states } = use({ queries, spec: () => spec, shown: () => shown.value })

  await vi.waitFor(() => expect(framesOf('cpu')).toHaveLength(1))
  expect(asked.mock.calls[0]![0].batch).toMatchObject({
    items: [{ type: 'annotations', id: 'annotations:deploys', name: 'deploys', width: 1200 }],
    filters: { where: [{ key: 'job', operator: '=', values: ['api'] }] },
  })
  expect(encode(framesOf('cpu')[0]!)).toEqual(encode(marks))
  expect(framesOf('memory')).toEqual([])
  const before = framesOf('cpu')

  shown.value = { deploys: true, alerts: true, '': true }
  await vi.waitFor(() => expect(states.value.map(({ problems }) => problems.length)).toEqual([0, 1]))
  expect(framesOf('cpu')).toBe(before)
  shown.value = { deploys: false, alerts: false, '': true }
  expect(states.value).toMatchObject([
    { name: 'deploys', color: 'purple', isShown: false, problems: [] },
    { name: 'alerts', color: undefined, isShown: false, problems: [] },
  ])
  expect(framesOf('cpu')).toEqual([])
})

it('shows those made by hand without an entry, those of a panel in that panel only', async () => {
  listed.items = [record('all\n\nMore.'), record('one', { panel: 'cpu' }), record('a region', { timeEnd: 5 })]
  const { framesOf, states } = use({})
  await vi.waitFor(() => expect(titles(framesOf('cpu@job=a'))).toEqual(['all', 'a region', 'one']))
  expect(titles(framesOf('memory'))).toEqual(['all', 'a region'])
  expect(states.value).toMatchObject([{ name: '', title: 'By hand', isShown: true }])
  expect(listed.asked).toEqual([[{ from: 0, to: 10 }, 'home']])
})

it('has nothing to switch where nobody made one', async () => {
  const { states, records } = use({})
  await vi.waitFor(() => expect(listed.asked).toHaveLength(1))
  expect([states.value, records.list.value]).toEqual([[], []])
})

it('finds those of every dashboard, by tags, where an entry says so', async () => {
  listed.items = [
    record('here', { tags: ['deploy'] }),
    record('elsewhere', { dashboard: 'other', panel: 'x', tags: ['deploy', 'api'] }),
    record('untagged'),
  ]
  const spec = toSpec([{ type: 'own', name: 'All', color: 'red', tags: ['deploy'], everyDashboard: true }])
  const tags = shallowRef<readonly string[]>([])
  const found = use({ spec: () => spec, shown: () => ({ All: true }), tags: () => tags.value })
  await vi.waitFor(() => expect(titles(found.framesOf('cpu'))).toEqual(['here', 'elsewhere']))
  expect(listed.asked).toEqual([[{ from: 0, to: 10 }, undefined]])
  expect(found.framesOf('cpu')[0]!.meta).toMatchObject({ name: 'All', meta: { color: 'red' } })
  expect(found.tags.value).toEqual([
    { tag: 'deploy', count: 2 },
    { tag: 'api', count: 1 },
  ])
  tags.value = ['api', 'gone']
  expect(titles(found.framesOf('cpu'))).toEqual(['elsewhere'])
  expect(found.tags.value.at(-1)).toEqual({ tag: 'gone', count: 0 })
})

it('asks again when somebody changed one, and keeps frames that stayed the same', async () => {
  listed.items = [record('a')]
  const { framesOf } = use({})
  await vi.waitFor(() => expect(titles(framesOf('cpu'))).toEqual(['a']))
  const before = framesOf('cpu')
  changes.tell()
  await vi.waitFor(() => expect(listed.asked).toHaveLength(2))
  expect(framesOf('cpu')).toBe(before)
  listed.items = [record('a'), record('b')]
  changes.tell()
  await vi.waitFor(() => expect(titles(framesOf('cpu'))).toEqual(['a', 'b']))
})
