import { number, SeriesBuilder } from '@orrery/frames'
import { defaultsOf } from '@orrery/schema'
import { expect, it } from 'vitest'
import { readValues, ReduceOptions, scaleShare, showValue, valueScale, type FieldConfig } from './index.ts'

const scale = (values: (number | null)[], defaults: FieldConfig = {}, neutral?: number) => {
  const frame = new SeriesBuilder({ fields: { value: number() } })
    .add(
      {},
      values.map((_, k) => k),
      values,
    )
    .build()
  const reduce = defaultsOf(ReduceOptions) as ReduceOptions
  return valueScale(readValues([frame], { defaults, overrides: [] }, reduce).values[0]!, neutral)
}

it('is what the config says, that of a percentage, or from the data and zero', () => {
  expect([
    scale([3, 8], { min: 2, max: 10 }),
    scale([3, 8], { unit: 'percent' }),
    scale([0.3, 0.8], { unit: 'percentunit' }),
    scale([3, 8]),
    scale([-5, 8]),
    scale([-5, -8]),
  ]).toEqual([
    { min: 2, max: 10, base: 2 },
    { min: 0, max: 100, base: 0 },
    { min: 0, max: 1, base: 0 },
    { min: 0, max: 8, base: 0 },
    { min: -5, max: 8, base: 0 },
    { min: -8, max: 0, base: 0 },
  ])
})

it('has a length where there is nothing to measure by', () => {
  for (const one of [scale([]), scale([0]), scale([null]), scale([Infinity])])
    expect(one).toEqual({ min: 0, max: 1, base: 0 })
  expect(scale([3], { min: 5, max: 5 })).toEqual({ min: 5, max: 6, base: 5 })
})

it('begins at the neutral point', () => {
  expect(scale([-5, 8], { min: -10, max: 10 }, 2).base).toBe(2)
  expect(scale([1], { min: 0, max: 1 }, 7).base).toBe(1)
})

it('places values from 0 to 1', () => {
  const ten = { min: 0, max: 10, base: 0 }
  expect([5, -1, Infinity, true, NaN, undefined, 'x'].map((value) => scaleShare(ten, value))).toEqual([
    0.5,
    0,
    1,
    0.1,
    undefined,
    undefined,
    undefined,
  ])
})

it('shows a value in the colour of its place only where the config says so', () => {
  const frame = new SeriesBuilder().add({}, [0], [3]).build()
  const colorOf = (defaults: FieldConfig) =>
    showValue(
      readValues([frame], { defaults, overrides: [] }, defaultsOf(ReduceOptions) as ReduceOptions).values[0]!,
      0,
      { theme: 'dark', timeZone: 'UTC' },
    ).color
  expect([colorOf({}), colorOf({ color: { type: 'palette' } })]).toEqual([undefined, '#7aa2ff'])
})
