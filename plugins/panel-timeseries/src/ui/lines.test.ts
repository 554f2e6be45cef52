import { fieldOptionsOf, type FieldConfig } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { FieldOptions } from '../field-options.ts'
import type { ChartSeries } from '../series.ts'
import { toAxes } from './axes.ts'
import { toLines as draw } from './lines.ts'

const series = (name: string, values: number[], config: FieldConfig = {}, place = 0): ChartSeries => ({
  name,
  config,
  options: fieldOptionsOf(FieldOptions, config),
  labels: {},
  field: 'value',
  place,
  shiftMs: 0,
  times: Float64Array.from(values.keys()),
  values: Float64Array.from(values),
})
const toLines = (all: readonly ChartSeries[]) => draw(all, toAxes(all, 'dark', 'UTC').axisOf, 'dark')
const axesOf = (...configs: FieldConfig[]) =>
  toAxes(
    configs.map((config, i) => series(`s${i}`, [1], config)),
    'dark',
    'UTC',
  )

it('draws lines as the options of their field say', () => {
  const custom = {
    fillOpacity: 40,
    lineInterpolation: 'smooth',
    spanNulls: true,
    spanNullsBelow: 5000,
    lineStyle: 'dot',
  }
  const [line] = toLines([series('a', [1], { custom: { ...custom, transform: 'negative-Y', stacking: 'percent' } })])
  expect(line).toMatchObject({
    axis: 0,
    stack: { group: 'A 0', mode: 'percent' },
    transform: 'negative-Y',
    style: { draw: 'line', interpolation: 'smooth', width: 1.5, fill: 0.4, spanGaps: 5000, dash: [0, 4.5] },
  })
})

it('fills between two series, wherever the other stands, and nothing where there is no such series', () => {
  const below = (name: string) => ({ custom: { fillBelowTo: name } })
  const lines = toLines([series('high', [2], below('low')), series('low', [1]), series('none', [1], below('gone'))])
  expect(lines.map(({ fillBelowTo }) => fillBelowTo)).toEqual([1, undefined, undefined])
})

it('draws what was before dashed, faint, and in a stack of its own', () => {
  const stacked = { custom: { stacking: 'normal' } }
  const [now, before] = toLines([series('a', [1], stacked), { ...series('a', [1], stacked), shiftMs: 60_000 }])
  expect(before).toMatchObject({
    color: now!.color,
    stack: { group: 'A 60000' },
    style: { dash: [8, 6], opacity: 0.6 },
  })
})

it('colours lines by their place, by their config, or by a value', () => {
  const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 5, color: 'red' }] }
  const byValue: FieldConfig = { color: { type: 'thresholds' }, thresholds }
  const colors = toLines([
    series('a', [1]),
    series('b', [1], { color: { type: 'fixed', color: '#123456' } }),
    series('c', [9, 2], byValue),
    series('d', [2, 9], byValue),
    series('e', [NaN], byValue, 4),
    series('f', [9, 2], { ...byValue, color: { type: 'thresholds', seriesBy: 'max' } }),
  ]).map(({ color }) => color)
  expect(colors).toEqual(['#7aa2ff', '#123456', '#4cc38a', '#ff6369', '#f7d97d', '#ff6369'])
})

it('takes the colours along a line from thresholds in steps, and from a scheme in passing', () => {
  const thresholds = { mode: 'absolute' as const, steps: [{ color: 'green' }, { value: 5, color: 'red' }] }
  const [steps, scheme] = toLines([
    series('a', [1], { thresholds, custom: { thresholdsStyle: 'series' } }),
    series('b', [2, 8], {
      color: { type: 'gradient', from: '#000000', to: '#ffffff' },
      custom: { gradientMode: 'scheme' },
    }),
  ])
  expect(steps!.style).toMatchObject({
    gradient: 'scheme',
    hasSteps: true,
    stops: [{ color: '#4cc38a' }, { value: 5 }],
  })
  expect(scheme!.style?.stops).toHaveLength(16)
  expect([scheme!.style?.stops?.[0], scheme!.style?.stops?.[15]]).toEqual([
    { value: 2, color: '#000000' },
    { value: 8, color: '#ffffff' },
  ])
})

it('gives units an axis each, the first to the left, and shares what is the same', () => {
  const { axes, axisOf } = axesOf(
    { unit: 'bytes' },
    { unit: 's' },
    { unit: 'bytes', min: 1, custom: { axisLabel: 'Memory' } },
  )
  expect(axisOf).toEqual([0, 1, 0])
  expect(axes).toMatchObject([
    { side: 'left', base: 2, min: 1, label: 'Memory' },
    { side: 'right', base: 10 },
  ])
})

it('parts axes by place and scale, hides them, and draws shares up to one', () => {
  const custom = (options: FieldConfig['custom'] & {}) => ({ custom: options })
  const { axes } = axesOf(
    custom({ axisPlacement: 'right', scale: 'log2' }),
    custom({ scale: 'symlog', linearThreshold: 5, axisCenteredZero: true }),
    custom({ axisPlacement: 'hidden' }),
    custom({ stacking: 'percent' }),
    custom({ axisPlacement: 'top', scale: 'log2' }),
    custom({ axisPlacement: 'bottom' }),
  )
  expect(axes).toMatchObject([
    { side: 'right', scale: 'log', logBase: 2 },
    { side: 'left', scale: 'symlog', linearThreshold: 5, isCentered: true },
    { isHidden: true },
    { side: 'right', max: 1, hasZero: true },
    { side: 'left' },
  ])
  expect(axes[3]!.formatTicks!([0.5])).toEqual(['50%'])
})

it('marks thresholds in their scale and colour', () => {
  const thresholds = { mode: 'percentage' as const, steps: [{ color: 'green' }, { value: 50, color: 'red' }] }
  const marks = (scale: string) =>
    axesOf({ thresholds, min: 0, max: 10, custom: { scale, thresholdsStyle: 'dashed+area' } }).axes[0]!
  expect([marks('linear'), marks('log10').thresholds?.[0]]).toMatchObject([
    {
      thresholdsStyle: 'dashed+area',
      thresholds: [
        { value: -Infinity, color: '#4cc38a' },
        { value: 5, color: '#ff6369' },
      ],
    },
    { value: Number.MIN_VALUE, color: '#4cc38a' },
  ])
})
