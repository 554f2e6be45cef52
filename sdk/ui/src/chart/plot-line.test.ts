import { describe, expect, it } from 'vitest'
import { toPlotLines } from './plot-line.ts'

const f = (...values: number[]) => Float64Array.from(values)
const plain = () => false
const series = (times: Float64Array, values: Float64Array) => [{ name: 'a', color: '#000000', times, values }]

it('draws the column itself, and one pyramid for all charts of it', () => {
  const one = series(f(1, 2), f(3, NaN))
  const [line] = toPlotLines(one, plain)
  expect(line!.values).toBe(one[0]!.values)
  expect(toPlotLines(one, plain)[0]!.pyramid).toBe(line!.pyramid)
})

it('leaves out what has no place on the axis, and tells it all the same', () => {
  const one = series(f(1, 2, 3), f(1, -Infinity, -1))
  const [linear] = toPlotLines(one, plain)
  const [log] = toPlotLines(one, () => true)
  expect([linear, log].map((line) => [...line!.values])).toEqual([
    [1, NaN, -1],
    [1, NaN, NaN],
  ])
  expect(log!.told).toBe(one[0]!.values)
  expect(toPlotLines(one, plain)[0]!.values).toBe(linear!.values)
})

describe('a line that goes on', () => {
  const times = Float64Array.from({ length: 12 }, (_, k) => k)
  const values = times.map((time) => (time * 7) % 5)
  const view = (from: number, to: number) => series(times.subarray(from, to), values.subarray(from, to))
  const extremes = ({ pyramid }: ReturnType<typeof toPlotLines>[number]) =>
    pyramid.extremes(0, pyramid.values.length, { low: 0, high: 0 })

  it('keeps its pyramid when points come at the end and leave at the front', () => {
    const first = toPlotLines(view(0, 6), plain)
    const second = toPlotLines(view(1, 7), plain, first)
    const third = toPlotLines(view(3, 9), plain, second)
    expect(third[0]!.pyramid).toBe(second[0]!.pyramid)
    expect(third[0]!.pyramid.values).toEqual(values.subarray(3, 9))
    expect(extremes(third[0]!)).toEqual({ low: 0, high: 4 })
    // The first was perhaps that of other charts too.
    expect(second[0]!.pyramid).not.toBe(first[0]!.pyramid)
    expect(first[0]!.pyramid.values).toEqual(values.subarray(0, 6))
  })

  it('keeps its pyramid when only the view is a new one', () => {
    const first = toPlotLines(view(0, 6), plain)
    expect(toPlotLines(view(0, 6), plain, first)[0]!.pyramid).toBe(first[0]!.pyramid)
  })

  it.each([
    ['lies elsewhere', series(times.slice(1, 7), values.slice(1, 7))],
    ['lies further ahead', view(0, 7)],
    ['begins after its end', view(10, 12)],
    [
      'has another time where the old one ended',
      series(times.map((time) => time + 1).subarray(3, 9), values.subarray(3, 9)),
    ],
  ])('starts anew when the column %s', (_, next) => {
    const before = toPlotLines(view(3, 8), plain, toPlotLines(view(2, 8), plain))
    const [line] = toPlotLines(next, plain, before)
    expect(line!.pyramid).not.toBe(before[0]!.pyramid)
    expect(line!.pyramid.values).toBe(next[0]!.values)
  })

  it('starts anew when what came has no place on the axis', () => {
    const row = f(1, 2, 3, Infinity)
    const at = times.subarray(0, 4)
    const before = toPlotLines(series(at.subarray(0, 3), row.subarray(0, 3)), plain)
    expect([...toPlotLines(series(at, row), plain, before)[0]!.values]).toEqual([1, 2, 3, NaN])
  })
})
