import { expect, it } from 'vitest'
import { Options } from '../options.ts'
import { defaultsOf, type FieldConfig } from '@orrery/sdk'
import type { ChartSeries } from '../series.ts'
import { toAxis, toLegend, toLines, toMarks } from './chart.ts'

// All options have defaults.
const options = defaultsOf(Options) as Options
const series = (name: string, values: number[], config: FieldConfig = {}): ChartSeries => ({
  name,
  config,
  times: Float64Array.from(values.keys()),
  values: Float64Array.from(values),
})

it('draws lines as the options say', () => {
  const { style } = toLines(
    [series('a', [1])],
    { ...options, fillOpacity: 40, lineInterpolation: 'stepAfter', spanNulls: true },
    'dark',
  )[0]!
  expect(style).toEqual({
    draw: 'line',
    interpolation: 'stepAfter',
    width: 1.5,
    fill: 0.4,
    points: 'auto',
    spanGaps: true,
  })
})

it('colours lines by their place, by their config, or by a value', () => {
  const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 5, color: 'red' }] }
  const byValue: FieldConfig = { color: { type: 'thresholds' }, thresholds }
  const colors = toLines(
    [
      series('a', [1]),
      series('b', [1], { color: { type: 'fixed', color: '#123456' } }),
      series('c', [9, 2], byValue),
      series('d', [2, 9], byValue),
      series('e', [NaN], byValue),
      series('f', [9, 2], { ...byValue, color: { type: 'thresholds', seriesBy: 'max' } }),
    ],
    options,
    'dark',
  ).map(({ color }) => color)
  expect(colors).toEqual(['#7aa2ff', '#123456', '#4cc38a', '#ff6369', '#f7d97d', '#ff6369'])
})

it('says of each series what the legend is to say', () => {
  const all = [series('a', [1, 3, NaN], { unit: 'percent' }), series('b', [NaN])]
  const legend = { mode: 'table' as const, placement: 'bottom' as const, values: ['last' as const, 'mean' as const] }
  expect(toLegend(all, toLines(all, options, 'dark'), { ...options, legend }, 'UTC')).toEqual([
    { name: 'a', color: '#7aa2ff', values: ['3%', '2%'] },
    { name: 'b', color: '#fe7d27', values: ['–', '–'] },
  ])
})

it('ends the axis where the field config does', () => {
  expect(toAxis({ ...options, axis: { scale: 'log', softMax: 3 } }, { min: 1 })).toEqual({
    scale: 'log',
    softMax: 3,
    min: 1,
    base: 10,
  })
})

it('puts the marks of bytes at powers of two', () => {
  expect(toAxis(options, { unit: 'bytes' })).toMatchObject({ base: 2 })
})

it('marks thresholds in their scale and colour', () => {
  const thresholds = { mode: 'percentage' as const, steps: [{ color: 'green' }, { value: 50, color: 'red' }] }
  const marks = (scale: 'linear' | 'log') =>
    toMarks({ ...options, axis: { scale } }, { thresholds, min: 0, max: 10 }, 'dark')
  expect([marks('linear'), marks('log')[0]]).toEqual([
    [
      { value: -Infinity, color: '#4cc38a' },
      { value: 5, color: '#ff6369' },
    ],
    { value: Number.MIN_VALUE, color: '#4cc38a' },
  ])
})
