import { expect, it } from 'vitest'
import { axisRange } from './axis-range.ts'

const symlog = { scale: 'symlog' } as const

it('reaches whole powers of ten on both sides of a symmetrical logarithm', () => {
  expect(axisRange(symlog, { low: -30, high: 2000 })).toEqual([-100, 10_000])
  expect(axisRange(symlog, { low: 0.2, high: 50 })).toEqual([0, 100])
  expect(axisRange({ ...symlog, linearThreshold: 10 }, { low: -3, high: 0 })).toEqual([-10, 0])
  expect(axisRange(symlog, { low: 200, high: 300 })).toEqual([100, 1000])
})

it('has zero in the middle', () => {
  expect(axisRange({ isCentered: true }, { low: -1, high: 5 })[0]).toBe(
    -axisRange({ isCentered: true }, { low: -1, high: 5 })[1]!,
  )
})

it('begins at zero where areas are compared, above it and below', () => {
  expect(axisRange({ hasZero: true }, { low: 5, high: 9 })[0]).toBe(0)
  expect(axisRange({ hasZero: true }, { low: -9, high: -5 })[1]).toBe(0)
  expect(axisRange({ hasZero: true, softMin: 4 }, { low: 5, high: 9 })[0]).toBe(4)
})

it('takes powers of two on a logarithm of two', () => {
  expect(axisRange({ scale: 'log', logBase: 2 }, { low: 3, high: 20 })).toEqual([2, 32])
})

it('does not turn round when an end is fixed beyond all values', () => {
  expect(axisRange({ min: 50 }, { low: 1, high: 2 })).toEqual([50, 100])
})

it('reaches from 0 to 1 where all values are zero, or to the end that is set', () => {
  expect(axisRange({}, { low: 0, high: 0 })).toEqual([0, 1])
  expect(axisRange({ min: 0 }, { low: 0, high: 0 })).toEqual([0, 1])
  expect(axisRange({ max: 5 }, { low: 0, high: 0 })).toEqual([0, 5])
})
