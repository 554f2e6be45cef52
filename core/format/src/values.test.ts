import { boolean, defineTable, number, SeriesBuilder, text, time } from '@orrery/frames'
import { defaultsOf } from '@orrery/schema'
import { expect, it } from 'vitest'
import { readValues, ReduceOptions, type FieldConfigSource } from './index.ts'

const plain: FieldConfigSource = { defaults: {}, overrides: [] }
const automatic = defaultsOf(ReduceOptions) as ReduceOptions
const cpu = new SeriesBuilder({ fields: { value: number({ unit: 'percentunit' }) } })
  .add({ mode: 'user' }, [0, 1000, 2000], [0.1, 0.5, null])
  .add({ mode: 'idle' }, [0, 1000, 2000], [null, null, null])
  .build()
const Sales = defineTable({ at: time(), shop: text(), sold: number({ displayName: 'Sold' }) })
const sales = Sales.fromRows([
  { at: 2000, shop: 'Bern', sold: 2 },
  { at: 1000, shop: 'Bern', sold: 8 },
  { at: 1000, shop: 'Basel', sold: 5 },
  { at: null, shop: 'Basel', sold: 99 },
])
type Given = Parameters<typeof readValues>[0]
const read = (frames: Given, reduce: Partial<ReduceOptions> = {}, config = plain, most?: number) =>
  readValues(frames, config, { ...automatic, ...reduce }, most === undefined ? {} : { most })
const texts = (...given: Parameters<typeof read>) => read(...given).values.map(({ name, value }) => `${name} ${value}`)

it('has a value for each series, with its course', () => {
  expect(read([cpu]).values[0]).toEqual({
    name: 'user',
    config: { unit: 'percentunit' },
    value: 0.5,
    calculation: 'lastNotNull',
    time: undefined,
    course: { times: Float64Array.of(0, 1000, 2000), values: Float64Array.of(0.1, 0.5, NaN) },
    min: 0.1,
    max: 0.5,
    field: 'value',
    labels: { mode: 'user' },
    cell: undefined,
  })
  expect(texts([cpu])).toEqual(['user 0.5', 'idle undefined'])
})

it('names calculations where there are several', () => {
  expect([texts([cpu], { calculations: ['min', 'p99'] }), texts([sales], { calculations: ['min', 'max'] })]).toEqual([
    ['user Lowest 0.1', 'user Percentile 99 0.496', 'idle Lowest undefined', 'idle Percentile 99 undefined'],
    ['Bern Lowest 2', 'Bern Highest 8', 'Basel Lowest 5', 'Basel Highest 5'],
  ])
  const one = new SeriesBuilder().add({}, [0], [3]).build()
  expect(texts([one], { calculations: ['min', 'count'] })).toEqual(['Lowest 3', 'Number of values 1'])
})

it('counts values without their unit and range', () => {
  const { values } = read([cpu], { calculations: ['count'] })
  expect(values.map(({ value, config, max }) => [value, config, max])).toEqual([
    [2, { unit: 'none' }, undefined],
    [0, { unit: 'none' }, undefined],
  ])
})

it('has a value for each number of each row', () => {
  const Disks = defineTable(
    { mount: text(), size: number({ displayName: 'Size', unit: 'bytes' }), used: number() },
    'numeric',
  )
  const frame = Disks.fromRows([
    { mount: '/', size: 100, used: 40 },
    { mount: '/home', size: 200, used: null },
  ])
  expect(texts([frame])).toEqual([
    'Size{mount="/"} 100',
    'used{mount="/"} 40',
    'Size{mount="/home"} 200',
    'used{mount="/home"} undefined',
  ])
  expect(read([frame]).values[1]!.cell?.('size')).toBe(100)
  expect(texts([frame], { show: 'calculate', calculations: ['sum'] })).toEqual(['Size 300', 'used 40'])
})

it('names rows with one number by what tells them apart, or by the template of the field', () => {
  const row = { time: 0, mode: 'user', value: 1 }
  const shape = { time: time(), mode: text() }
  const unnamed = defineTable({ ...shape, value: number() }, 'numeric')
  const named = defineTable({ ...shape, value: number({ displayName: 'cpu {{mode}}' }) }, 'numeric')
  expect([texts([unnamed.fromRows([row, { ...row, mode: 'idle' }])]), texts([named.fromRows([row])])]).toEqual([
    ['user 1', 'idle 1'],
    ['cpu user 1'],
  ])
})

it('takes a table with times for series', () => {
  const total = defineTable({ at: time(), sold: number({ displayName: 'Sold' }) }).fromRows([{ at: 1, sold: 3 }])
  expect([texts([sales], { calculations: ['max'] }), texts([total])]).toEqual([['Bern 8', 'Basel 5'], ['Sold 3']])
})

it('shows every value, up to a limit', () => {
  expect(read([cpu], { show: 'values', limit: 2 })).toMatchObject({
    values: [
      { name: 'user 1970-01-01 00:00:00', value: 0.1, time: 0 },
      { name: 'user 1970-01-01 00:00:01', value: 0.5, time: 1000 },
    ],
    total: 6,
  })
  expect(texts([sales], { show: 'values', limit: 3 })).toEqual(['Bern 2', 'Bern (2) 8', 'Basel 5'])
  expect(read([sales], { show: 'values', limit: 3 }).total).toBe(4)
})

it('shows the fields that a pattern names, texts and truths too', () => {
  const Hosts = defineTable({ host: text(), version: text(), up: boolean(), load: number() })
  const hosts = Hosts.fromRows([{ host: 'a', version: 'v1.2', up: true, load: 3 }])
  expect([texts([hosts], { fields: '^version$' }), texts([hosts], { fields: 'up|load' })]).toEqual([
    ['{host="a"} v1.2'],
    ['up{host="a", version="v1.2"} true', 'load{host="a", version="v1.2"} 3'].map((one) => one.replace(/\{.*\}/, '')),
  ])
  expect(texts([hosts], { fields: 'version', show: 'calculate' })).toEqual(['version v1.2'])
  const at = defineTable({ at: time(), state: text() }).fromRows([
    { at: 0, state: 'up' },
    { at: 1, state: 'down' },
  ])
  expect([texts([at], { fields: 'state' }), texts([cpu], { fields: 'user' })]).toEqual([['state down'], ['user 0.5']])
  expect(read([at], { fields: 'none' })).toEqual({ values: [], total: 0, drawable: false })
})

it('takes the range of the data from all that has the unit, or from the field alone', () => {
  const memory = new SeriesBuilder({ fields: { value: number({ unit: 'bytes' }) } })
    .add({ i: 'a' }, [0, 1], [1, 5])
    .add({ i: 'b' }, [0, 1], [7, 9])
    .build()
  const ranges = (config = plain) => read([memory, cpu], {}, config).values.map(({ min, max }) => [min, max])
  expect(ranges()).toEqual([
    [1, 9],
    [1, 9],
    [0.1, 0.5],
    [0.1, 0.5],
  ])
  expect(ranges({ ...plain, defaults: { fieldMinMax: true } }).slice(0, 2)).toEqual([
    [1, 5],
    [7, 9],
  ])
})

it('tells frames without numbers from frames without rows', () => {
  const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])
  expect([words, new SeriesBuilder().build()].map((frame) => read([frame]))).toEqual([
    { values: [], total: 0, drawable: false },
    { values: [], total: 0, drawable: true },
  ])
})

it('leaves out what nobody would read, and says how much', () => {
  const frame = defineTable({ value: number() }).fromColumns({ value: new Float64Array(205) })
  const { values, total } = read([frame])
  expect([values.length, total, read([frame], {}, plain, 3).values.length]).toEqual([200, 205, 3])
})

it('says of a row how much earlier it was', () => {
  const rows = defineTable({ path: text(), value: number() }, 'numeric').fromRows([
    { path: '/a', value: 1 },
    { path: '/b', value: 2 },
  ])
  const before = rows.with({ meta: { ...rows.meta, meta: { timeShiftMs: 120_000 } } })
  expect(texts([rows, before])).toEqual(['/a 1', '/b 2', '/a (−2 min) 1', '/b (−2 min) 2'])
})
