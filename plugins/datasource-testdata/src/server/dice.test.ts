import { expect, it } from 'vitest'
import { Dice, hash } from './dice.ts'

it('is MurmurHash3, by its known values', () => {
  expect(hash(0)).toBe(0)
  expect(hash(1)).toBe(0x514e28b7)
  expect(hash(0xffffffff)).toBe(0x81f16f39)
  expect(hash(0, 0xffffffff)).toBe(0x76293b50)
  expect(hash(0, 0x87654321)).toBe(0xf55b516b)
  expect(hash(0x5082edee, 0x87654321)).toBe(0x2362f9de)
  expect(hash(0, 0)).toBe(0x2362f9de)
})

it('shows the same at an index, whatever was asked before, up to the largest', () => {
  const indexes = [0, 1, -1, 2 ** 32, 1_700_000_000_123, Number.MAX_SAFE_INTEGER]
  const ahead = indexes.map((index) => new Dice(7, 1).at(index))
  const dice = new Dice(7, 1)
  expect(indexes.toReversed().map((index) => dice.at(index))).toEqual(ahead.toReversed())
  expect(new Set(ahead).size).toBe(indexes.length)
  expect(ahead).not.toEqual(indexes.map((index) => new Dice(7, 2).at(index)))
})

it('is even, and about normal where it says so', () => {
  const dice = new Dice(1)
  const units = Array.from({ length: 10_000 }, (_, i) => dice.unit(i))
  const normals = Array.from({ length: 10_000 }, (_, i) => dice.normal(i))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(units)).toBeCloseTo(0.5, 1)
  expect(mean(normals)).toBeCloseTo(0, 1)
  expect(mean(normals.map((value) => value ** 2))).toBeCloseTo(1, 1)
  expect(Math.max(...normals.map(Math.abs))).toBeLessThan(2.5)
})
