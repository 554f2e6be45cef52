import { expect, it } from 'vitest'
import { toSparkline } from './sparkline.ts'

const room = { width: 10, height: 12, from: 0, to: 10, min: undefined, max: undefined }
const spark = (values: number[], times = values.map((_, k) => k)) =>
  toSparkline({ times: Float64Array.from(times), values: Float64Array.from(values) }, room)

it('draws from the lowest to the highest value', () => {
  expect(spark([0, 5, 10])).toEqual({ line: 'M0 11L1 6L2 1', area: 'M0 12L0 11L1 6L2 1L2 12Z' })
})

it('draws between the ends that the config sets', () => {
  const course = { times: Float64Array.of(0, 1), values: Float64Array.of(4, 5) }
  expect(toSparkline(course, { ...room, min: 0, max: 10 }).line).toBe('M0 7L1 6')
})

it('leaves gaps where values are missing, and shows a lone value', () => {
  expect(spark([0, 10, NaN, 10, NaN]).line).toBe('M0 11L1 1M3 1h0.01')
})

it('draws a flat line through the middle', () => {
  expect(spark([3, 3]).line).toBe('M0 6L1 6')
})

it('draws nothing of nothing', () => {
  expect([spark([]), spark([NaN, Infinity])]).toEqual([
    { line: '', area: '' },
    { line: '', area: '' },
  ])
})

it('keeps the extremes of each pixel and no more', () => {
  const values = Array.from({ length: 10_000 }, (_, k) => (k === 4321 ? 100 : k % 7))
  const { line } = spark(
    values,
    values.map((_, k) => k / 1000),
  )
  expect(line.split('L').length).toBeLessThanOrEqual(40)
  expect(line).toContain('L4 1L')
})
