import {
  defaultsOf,
  defineTable,
  integer,
  json,
  number,
  SeriesBuilder,
  text,
  time,
  type FieldConfigSource,
  type Frame,
} from '@orrery/sdk'
import { expect, it } from 'vitest'
import { Options } from './options.ts'
import { readSheets } from './sheet.ts'

const plain: FieldConfigSource = { defaults: {}, overrides: [] }
// All options that are required have defaults.
const options = defaultsOf(Options) as Options

function read(frames: readonly Frame[], patch: Partial<Options> = {}, fieldConfig = plain) {
  const given = { frames, fieldConfig, options: { ...options, ...patch }, timeZone: 'UTC', theme: 'dark' as const }
  return readSheets(given)
}
function texts(...given: Parameters<typeof read>) {
  const [sheet] = read(...given)
  const rows = Array.from({ length: sheet!.length }, (_, row) => sheet!.columns.map(({ show }) => show(row).full))
  return [sheet!.columns.map(({ title }) => title), ...rows]
}

const Processes = defineTable({
  pid: integer({ displayName: 'PID' }),
  name: text({ displayName: 'Process' }),
  memory: number({ displayName: 'Memory', unit: 'bytes' }),
  labels: json(),
})
const processes = Processes.fromRows([
  { pid: 1, name: 'init', memory: 2048, labels: { a: 1 } },
  { pid: 12, name: 'node', memory: null, labels: null },
])
const cpu = new SeriesBuilder({
  refId: 'A',
  fields: { value: number({ unit: 'percentunit', displayName: 'cpu {{mode}}' }) },
})
  .add({ mode: 'user', value: 'x' }, [0, 1000], [0.1, 0.2])
  .add({ mode: 'idle' }, [0, 1000], [0.5, null])
  .add({ mode: 'lost' }, [0], [null])
  .build()

it('shows the columns of a table by their config', () => {
  expect(texts([processes])).toEqual([
    ['PID', 'Process', 'Memory', 'labels'],
    ['1', 'init', '2 KiB', '{"a":1}'],
    ['12', 'node', '–', '–'],
  ])
})

it('shows the last value of each series, and its time', () => {
  expect(texts([cpu])).toEqual([
    ['mode', 'label.value', 'time', 'value'],
    ['user', 'x', '1970-01-01 00:00:01', '20%'],
    ['idle', '–', '1970-01-01 00:00:00', '50%'],
    ['lost', '–', '–', '–'],
  ])
})

it('shows every point of each series', () => {
  expect(texts([cpu], { series: 'points' }).map(([mode, , , value]) => `${mode} ${value}`)).toEqual([
    'mode value',
    'user 10%',
    'user 20%',
    'idle 50%',
    'idle –',
    'lost –',
  ])
})

it('puts the named columns first and leaves out the hidden ones', () => {
  const columns = [{ name: 'Memory' }, { name: 'labels', hidden: true }, { name: 'nowhere' }]
  expect(texts([processes], { columns })[0]).toEqual(['Memory', 'PID', 'Process'])
})

it('takes overrides by name, and colours by thresholds among the values of the column', () => {
  const thresholds = { mode: 'percentage' as const, steps: [{ color: 'green' }, { value: 80, color: 'red' }] }
  const fieldConfig: FieldConfigSource = {
    defaults: { custom: { cell: { type: 'color-text' } } },
    overrides: [{ matcher: { type: 'byName', name: 'PID' }, properties: { displayName: 'Number', thresholds } }],
  }
  const [sheet] = read([processes], {}, fieldConfig)
  const [pid] = sheet!.columns
  expect([pid!.title, pid!.show(0).color, pid!.show(1).color]).toEqual(['Number', '#4cc38a', '#ff6369'])
})

it('has a sheet for each frame, by its name or its query', () => {
  const named = defineTable({ at: time() }).fromRows([], { name: 'Times' })
  const empty = new SeriesBuilder({ refId: 'C' }).build()
  expect(read([cpu, named, empty]).map(({ title, length }) => [title, length])).toEqual([
    ['A', 3],
    ['Times', 0],
    ['C', 0],
  ])
})

it('refuses a config of the datasource that is none', () => {
  const frame = defineTable({ n: number({ config: { unit: 3 } }) }).fromRows([])
  expect(() => read([frame])).toThrow('The config of the field "n"')
})

it('leaves out the columns that their own options hide', () => {
  const fieldConfig: FieldConfigSource = {
    defaults: {},
    overrides: [{ matcher: { type: 'byType', fieldType: 'json' }, properties: { custom: { hidden: true } } }],
  }
  expect(texts([processes], {}, fieldConfig)[0]).toEqual(['PID', 'Process', 'Memory'])
})

it('fills the links of a cell with what is in its row, and leaves out what is unsafe', () => {
  const links = [
    { title: 'Of ${__value.text}', url: '/d/pod?pid=${__data.fields.pid}&name=${__value.raw}' },
    { title: 'Bad', url: 'javascript:alert(1)' },
  ]
  const [sheet] = read([processes], {}, { defaults: { links }, overrides: [] })
  expect(sheet!.columns[1]!.links(1)).toEqual([{ title: 'Of node', href: '/d/pod?pid=12&name=node', newTab: false }])
})

it('takes the hint of a cell from another column', () => {
  const [sheet] = read([processes], {}, { defaults: { custom: { tooltip: { field: 'name' } } }, overrides: [] })
  expect(sheet!.columns[0]!.tip?.(1)).toBe('node')
})

it('has the course of a series beside its last value', () => {
  const [sheet] = read([cpu])
  expect([...sheet!.columns.at(-1)!.trend!(0).values]).toEqual([0.1, 0.2])
  expect(read([cpu], { series: 'points' })[0]!.columns.at(-1)!.trend).toBeUndefined()
})

it('takes the look of a cell from another column: its colours, a colour or JSON', () => {
  const Rows = defineTable({ pod: text(), state: text(), used: number(), look: text() })
  const rows = Rows.fromRows([
    { pod: 'a', state: 'up', used: 1, look: 'red' },
    { pod: 'b', state: 'down', used: 9, look: '{"color":"green","background":"#222222"}' },
    { pod: 'c', state: 'up', used: null, look: 'javascript' },
  ])
  const looks = (styleField: string) => {
    const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 5, color: 'red' }] }
    const [sheet] = read(
      [rows],
      {},
      {
        defaults: { custom: { styleField } },
        overrides: [
          { matcher: { type: 'byName', name: 'used' }, properties: { thresholds } },
          { matcher: { type: 'byName', name: 'look' }, properties: { thresholds } },
        ],
      },
    )
    const [pod] = sheet!.columns
    return [0, 1].map((row) => pod!.style?.(row))
  }
  expect(looks('used')).toEqual([{ color: '#4cc38a' }, { color: '#ff6369' }])
  expect(looks('look')).toEqual([{ color: '#ff6369' }, { color: '#4cc38a', background: '#222222' }])
  expect(looks('nowhere')).toEqual([undefined, undefined])
})

it('shows what is of the earth in words', () => {
  const Places = defineTable({ where: text() })
  const [sheet] = read(
    [Places.fromRows([{ where: '48.5,9' }, { where: 'here' }])],
    {},
    {
      defaults: { custom: { cell: { type: 'geo' } } },
      overrides: [],
    },
  )
  expect([0, 1].map((row) => sheet!.columns[0]!.show(row).full)).toEqual(['48.5° N, 9° E', 'here'])
})
