import { defaultsOf } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { toHeatCells } from '../cells/heat-cells.ts'
import { Options } from '../options.ts'
import { toColorLevels, toColors } from './color-levels.ts'
import { createValueScale } from './value-scale.ts'

// All options have defaults.
const options = defaultsOf(Options) as Options

function scaleOf(bounds: readonly number[], axis: Partial<Options['yAxis']> = {}) {
  const lows = Float64Array.from(bounds.slice(0, -1))
  const cells = toHeatCells({
    time: new Float64Array(lows.length),
    timeEnd: undefined,
    yMin: lows,
    yMax: Float64Array.from(bounds.slice(1)),
    counts: lows,
  })
  return createValueScale(cells, { ...options.yAxis, ...axis }, {}, 'UTC')
}
const places = (bounds: readonly number[], axis: Partial<Options['yAxis']> = {}) =>
  bounds.map((bound) => Number(scaleOf(bounds, axis).place(bound).toFixed(3)))

it('is linear for equal rows and logarithmic for growing ones', () => {
  expect(places([0, 1, 2, 4])).toEqual([0, 0.25, 0.5, 1])
  expect(places([1, 10, 100, 1000])).toEqual([0, 0.333, 0.667, 1])
})

it('gives rows without an end the height of others', () => {
  expect(places([0, 1, 2, Infinity])).toEqual([0, 0.333, 0.667, 1])
  expect(places([0, 1, 10, 100, Infinity])).toEqual([0, 0.25, 0.5, 0.75, 1])
})

it('has places on both sides of zero, for rows of one height, and upside down', () => {
  expect(places([-100, -1, 1, 100])).toEqual([0, 0.417, 0.583, 1])
  expect(places([0, 1, 100, Infinity], { scale: 'even' })).toEqual([0, 0.333, 0.667, 1])
  expect(places([0, 1, 2], { reverse: true })).toEqual([1, 0.5, 0])
})

it('is cut where one says so', () => {
  const scale = scaleOf([0, 10, 20], { min: 10, max: 15 })
  expect([0, 10, 15].map(scale.place)).toEqual([-0.5, 0, 1])
})

it('marks round values that have room', () => {
  const texts = (bounds: readonly number[], height: number, axis = {}) =>
    scaleOf(bounds, axis)
      .marks(height)
      .map(({ text }) => text)
  expect(texts([0, 50, 100], 200)).toEqual(['0', '20', '40', '60', '80', '100'])
  expect(texts([0.001, 0.01, 0.1, 1, 10], 300)).toEqual(['0.001', '0.01', '0.1', '1', '10'])
  expect(texts([0.001, 0.01, 0.1, 1, 10], 60).length).toBeLessThan(4)
  expect(texts([1, 2, 4, 8], 300, { scale: 'log2' })).toEqual(['1', '2', '4', '8'])
  expect(texts([-10, -1, 0, 1, 10], 300)).toContain('0')
})

it('colours counts from the lowest that is shown to the highest, and hides what it should', () => {
  const { levels, min, max } = toColorLevels(Float64Array.of(0, 1, NaN, 50, 100), {
    color: { ...options.color, exponent: 1, steps: 4 },
    filterValues: { le: 0 },
  })
  expect([[...levels], min, max]).toEqual([[0, 1, 0, 2, 4], 1, 100])
})

it('has the last colour for a lone count, and none for zeros', () => {
  const level = (...counts: number[]) => [...toColorLevels(Float64Array.from(counts), options).levels]
  expect([level(7), level(0, 0), level(1e300, 2e300, Infinity)]).toEqual([[64], [0, 0], [1, 64, 64]])
})

it('takes colours of a scheme, reversed too, or strengths of one colour', () => {
  const color = { ...options.color, steps: 2, fill: '#fa0' }
  expect(toColors(color, 'dark')).toEqual(['#440154', '#fde725'])
  expect(toColors({ ...color, reverse: true }, 'dark')).toEqual(['#fde725', '#440154'])
  expect(toColors({ ...color, mode: 'opacity' }, 'dark')).toEqual(['#ffaa0014', '#ffaa00ff'])
})
