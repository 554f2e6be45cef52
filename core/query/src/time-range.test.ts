import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { alignRange, intervalFor } from './interval.ts'
import { fiscalRanges, lastOf, panRange, quickRanges, resolveRange, zoomIn, zoomOut } from './time-range.ts'

const now = Date.parse('2026-05-06T07:08:09Z')

describe('resolveRange', () => {
  it('begins at the first and ends at the last moment of a rounded unit', () => {
    expect(resolveRange({ from: 'now-1d/d', to: 'now-1d/d' }, now, { zone: 'UTC' })).toEqual({
      from: Date.parse('2026-05-05T00:00:00Z'),
      to: Date.parse('2026-05-05T23:59:59.999Z'),
    })
  })

  it('refuses a range that ends before it begins', () => {
    expect(() => resolveRange({ from: 'now', to: 'now-1h' }, now, { zone: 'UTC' })).toThrow(
      expect.objectContaining({ code: 'TIME_RANGE_REVERSED', status: 400 }),
    )
  })

  it.each([...quickRanges, ...fiscalRanges])('resolves $title', ({ from, to }) => {
    const range = resolveRange({ from, to }, now, { zone: 'America/New_York', fiscalYearStartMonth: 10 })
    expect(range.to).toBeGreaterThan(range.from)
  })
})

describe('lastOf', () => {
  it.each([
    [
      { from: 'now-90m', to: 'now' },
      { count: 90, unit: 'minute' },
    ],
    [
      { from: 'now-1y', to: 'now' },
      { count: 1, unit: 'year' },
    ],
    [
      { from: 'now-2fQ', to: 'now' },
      { count: 2, unit: 'fiscal quarter' },
    ],
    [{ from: 'now-1h', to: 'now-5m' }, undefined],
    [{ from: 'now/d', to: 'now' }, undefined],
    [{ from: 'now-1d/d', to: 'now' }, undefined],
  ])('of %j is %j', (range, expected) => {
    expect(lastOf(range)).toEqual(expected)
  })
})

describe('zoomOut', () => {
  it('doubles a range around its middle', () => {
    expect(zoomOut({ from: 1000, to: 3000 })).toEqual({ from: 0, to: 4000 })
  })

  it('opens a range without length', () => {
    expect(zoomOut({ from: 5000, to: 5000 })).toEqual({ from: 4500, to: 5500 })
  })
})

describe('zoomIn', () => {
  it('halves a range around its middle', () => {
    expect(zoomIn({ from: 0, to: 4000 })).toEqual({ from: 1000, to: 3000 })
  })

  it('never turns a range around', () => {
    fc.assert(
      fc.property(fc.nat(10), (length) => {
        const { from, to } = zoomIn({ from: 0, to: length })
        expect(to).toBeGreaterThanOrEqual(from)
      }),
    )
  })
})

it('panRange moves a range by a part of its length', () => {
  expect(panRange({ from: 1000, to: 3000 }, -0.5)).toEqual({ from: 0, to: 2000 })
  expect(panRange({ from: 1000, to: 3001 }, 0.5)).toEqual({ from: 2001, to: 4002 })
})

describe('intervalFor', () => {
  const HOUR = 3_600_000

  it.each([
    [HOUR, 1000, 5000],
    [6 * HOUR, 1000, 30_000],
    [24 * HOUR, 1000, 120_000],
    [30 * 24 * HOUR, 1000, HOUR],
    [10_000, 1000, 10],
    [0, 1000, 1],
    [100 * 365 * 24 * HOUR, 10, 131 * 28 * 24 * HOUR],
  ])('gives a range of %i ms and %i points a step of %i ms', (length, maxPoints, expected) => {
    expect(intervalFor({ from: now - length, to: now }, maxPoints)).toBe(expected)
  })

  it('is never less than the minimum, and never gives more points than asked for', () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 1e6 }),
        (length, points, min) => {
          const interval = intervalFor({ from: 0, to: length }, points, min)
          expect(interval).toBeGreaterThanOrEqual(min)
          expect(length / interval).toBeLessThanOrEqual(points)
        },
      ),
    )
  })
})

it('alignRange moves both ends back to the step', () => {
  expect(alignRange({ from: 12_345, to: 23_456 }, 5000)).toEqual({ from: 10_000, to: 20_000 })
})
