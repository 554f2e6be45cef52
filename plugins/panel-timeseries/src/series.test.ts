import { defineTable, number, SeriesBuilder, text, time, type FieldConfigSource, type Frame } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { readSeries as read } from './series.ts'

const plain: FieldConfigSource = { defaults: {}, overrides: [] }
const readSeries = (frames: readonly Frame[], config: FieldConfigSource, most = 500) => read(frames, config, most)
const cpu = () =>
  new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 'percentunit' }) } })
    .add({ mode: 'user' }, [0, 1000], [0.1, 0.2])
    .add({ mode: 'system' }, [0, 1000], [0.3, null])
    .build()
const names = (frames: readonly Frame[], config = plain) => readSeries(frames, config).series.map(({ name }) => name)

it('reads every series of every frame, with its points and config', () => {
  expect(readSeries([cpu(), cpu()], plain).series.slice(1, 3)).toMatchObject([
    {
      name: 'system',
      config: { unit: 'percentunit' },
      times: Float64Array.of(0, 1000),
      values: Float64Array.of(0.3, NaN),
    },
    {
      name: 'user (2)',
      config: { unit: 'percentunit' },
      times: Float64Array.of(0, 1000),
      values: Float64Array.of(0.1, 0.2),
    },
  ])
})

it('names series by the template of the field, then of the panel, then of an override', () => {
  const legend = new SeriesBuilder({ fields: { value: number({ displayName: 'cpu {{mode}}' }) } })
    .add({ mode: 'user' }, [0], [1])
    .add({ mode: 'idle' }, [0], [1])
    .build()
  const defaults = { displayName: 'mode {{mode}}' }
  const overrides = [
    { matcher: { type: 'byName' as const, name: 'mode idle' }, properties: { displayName: 'Nothing to do' } },
  ]
  expect([
    names([legend]),
    names([legend], { defaults, overrides: [] }),
    names([legend], { defaults, overrides }),
  ]).toEqual([
    ['cpu user', 'cpu idle'],
    ['mode user', 'mode idle'],
    ['mode user', 'Nothing to do'],
  ])
})

it('calls a series without labels by its field, and several fields each by its own', () => {
  const one = new SeriesBuilder().add({}, [0], [1]).build()
  const two = new SeriesBuilder({ fields: { read: number(), written: number() } })
    .add({}, [0], { read: [1], written: [2] })
    .build()
  expect([names([one]), names([two])]).toEqual([['value'], ['read', 'written']])
})

it('makes series of a table: a time, numbers, and texts as labels', () => {
  const Sales = defineTable({ at: time(), shop: text(), sold: number({ unit: 'short' }) })
  const frame = Sales.fromRows([
    { at: 2000, shop: 'Bern', sold: 3 },
    { at: 1000, shop: 'Bern', sold: 1 },
    { at: 1000, shop: 'Basel', sold: 2 },
    { at: 1000, shop: 'Bern', sold: 5 },
    { at: null, shop: 'Bern', sold: 9 },
  ])
  const { series, notices } = readSeries([frame], plain)
  expect(notices.map(({ text }) => text)).toEqual([
    '1 rows have no time and are left out.',
    '1 rows are overridden by later ones with equal labels and time.',
  ])
  expect(series).toMatchObject([
    {
      name: 'Bern',
      config: { unit: 'short' },
      times: Float64Array.of(1000, 2000),
      values: Float64Array.of(5, 3),
    },
    {
      name: 'Basel',
      config: { unit: 'short' },
      times: Float64Array.of(1000),
      values: Float64Array.of(2),
    },
  ])
})

it('cannot draw a table without times', () => {
  const frame = defineTable({ shop: text(), sold: number() }).fromRows([{ shop: 'Bern', sold: 1 }])
  expect(readSeries([frame], plain)).toEqual({ series: [], total: 0, drawable: false, notices: [] })
})

it('can draw a frame without series: there are only none now', () => {
  expect(readSeries([new SeriesBuilder().build()], plain)).toEqual({
    series: [],
    total: 0,
    drawable: true,
    notices: [],
  })
})

it('keeps the series that reach highest, in their order', () => {
  const builder = new SeriesBuilder()
  for (const peak of [3, null, 9, 3, 5, 3]) builder.add({ peak: String(peak) }, [0, 1], [null, peak])
  const { series, total } = readSeries([builder.build()], plain, 4)
  expect([total, series.map(({ values }) => values[1])]).toEqual([6, [3, 9, 3, 5]])
  expect(readSeries([builder.build()], plain, 6).series).toHaveLength(6)
})

it('keeps of several frames and fields those that reach highest', () => {
  const two = new SeriesBuilder({ fields: { read: number(), written: number() } })
    .add({ disk: 'a' }, [0], { read: [1], written: [8] })
    .add({ disk: 'b' }, [0], { read: [9], written: [2] })
    .build()
  const { series, total } = readSeries([cpu(), two], plain, 2)
  expect([total, series.map(({ name }) => name)]).toEqual([6, ['written{disk="a"}', 'read{disk="b"}']])
})

it('reads how each series is drawn, and takes defaults for what does not fit', () => {
  const config: FieldConfigSource = {
    defaults: { custom: { drawStyle: 'bars', lineWidth: 2 } },
    overrides: [
      { matcher: { type: 'byName', name: 'user' }, properties: { custom: { lineWidth: 3, fillOpacity: 'a' } } },
    ],
  }
  const { series } = readSeries([cpu()], config)
  expect(series.map(({ options }) => [options.drawStyle, options.lineWidth, options.fillOpacity])).toEqual([
    ['bars', 3, 0],
    ['bars', 2, 0],
  ])
})

it('names series of another time as those of now, says how much earlier, and gives them their colours', () => {
  const day = 24 * 3_600_000
  const before = cpu().with({ meta: { ...cpu().meta, meta: { timeShiftMs: day } } })
  const overrides = [{ matcher: { type: 'byName' as const, name: 'user' }, properties: { unit: 'short' } }]
  const { series } = readSeries([before, cpu()], { defaults: {}, overrides })
  expect(series.map(({ name, place, shiftMs, config }) => [name, place, shiftMs, config.unit])).toEqual([
    ['user', 0, 0, 'short'],
    ['system', 1, 0, 'percentunit'],
    ['user (−1 d)', 0, day, 'short'],
    ['system (−1 d)', 1, day, 'percentunit'],
  ])
})

it('draws no exemplars as series', () => {
  const exemplars = defineTable({ time: time(), value: number() }, 'exemplars').fromRows([{ time: 0, value: 1 }])
  expect(readSeries([exemplars], plain)).toMatchObject({ series: [], drawable: false })
})

it('refuses a config of the datasource that is none', () => {
  const frame = new SeriesBuilder({ fields: { value: number({ config: { decimals: 'two' } }) } })
    .add({}, [0], [1])
    .build()
  expect(() => readSeries([frame], plain)).toThrow('The config of the field "value"')
})
