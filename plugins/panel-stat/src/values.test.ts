import { defineTable, number, SeriesBuilder, text, time, type FieldConfigSource } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { maxValues, readValues } from './values.ts'

const plain: FieldConfigSource = { defaults: {}, overrides: [] }
const cpu = new SeriesBuilder({ fields: { value: number({ unit: 'percentunit' }) } })
  .add({ mode: 'user' }, [0, 1000, 2000], [0.1, 0.5, null])
  .add({ mode: 'idle' }, [0, 1000, 2000], [null, null, null])
  .build()
const texts = (...args: Parameters<typeof readValues>) =>
  readValues(...args).values.map(({ name, value }) => `${name} ${value}`)

it('has a value for each series, with its course', () => {
  expect(readValues([cpu], 'last', plain).values[0]).toEqual({
    name: 'user',
    config: { unit: 'percentunit' },
    value: 0.5,
    course: { times: Float64Array.of(0, 1000, 2000), values: Float64Array.of(0.1, 0.5, NaN) },
    min: 0.1,
    max: 0.5,
  })
  expect(texts([cpu], 'last', plain)).toEqual(['user 0.5', 'idle undefined'])
})

it('counts values without their unit', () => {
  const { values } = readValues([cpu], 'count', plain)
  expect(values.map(({ value, config }) => [value, config])).toEqual([
    [2, { unit: 'none' }],
    [0, { unit: 'none' }],
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
  expect(texts([frame], 'mean', plain)).toEqual([
    'Size{mount="/"} 100',
    'used{mount="/"} 40',
    'Size{mount="/home"} 200',
    'used{mount="/home"} undefined',
  ])
})

it('names rows with one number by what tells them apart, or by the template of the field', () => {
  const row = { time: 0, mode: 'user', value: 1 }
  const shape = { time: time(), mode: text() }
  const automatic = defineTable({ ...shape, value: number() }, 'numeric')
  const named = defineTable({ ...shape, value: number({ displayName: 'cpu {{mode}}' }) }, 'numeric')
  expect([
    texts([automatic.fromRows([row, { ...row, mode: 'idle' }])], 'last', plain),
    texts([named.fromRows([row])], 'last', plain),
  ]).toEqual([['user 1', 'idle 1'], ['cpu user 1']])
})

it('takes a table with times for series', () => {
  const Sales = defineTable({ at: time(), shop: text(), sold: number({ displayName: 'Sold' }) })
  const frame = Sales.fromRows([
    { at: 2000, shop: 'Bern', sold: 2 },
    { at: 1000, shop: 'Bern', sold: 8 },
    { at: 1000, shop: 'Basel', sold: 5 },
    { at: null, shop: 'Basel', sold: 99 },
  ])
  const total = defineTable({ at: time(), sold: number({ displayName: 'Sold' }) }).fromRows([{ at: 1, sold: 3 }])
  expect([texts([frame], 'max', plain), texts([total], 'last', plain)]).toEqual([['Bern 8', 'Basel 5'], ['Sold 3']])
})

it('tells frames without numbers from frames without rows', () => {
  const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])
  expect([words, new SeriesBuilder().build()].map((frame) => readValues([frame], 'last', plain))).toEqual([
    { values: [], total: 0, drawable: false },
    { values: [], total: 0, drawable: true },
  ])
})

it('leaves out what nobody would read', () => {
  const frame = defineTable({ value: number() }).fromColumns({ value: new Float64Array(maxValues + 5) })
  const { values, total } = readValues([frame], 'last', plain)
  expect([values.length, total]).toEqual([maxValues, maxValues + 5])
})
