import { describe, expect, it } from 'vitest'
import { isReducerId, numberReducers, reduce, reducerIds, type ReducerId } from '../index.ts'

const of = (values: readonly number[]) => Float64Array.from(values)
const isPercentile = (id: string) => /^p\d+$/.test(id)
const table = (values: readonly number[]) =>
  Object.fromEntries(reducerIds.filter((id) => !isPercentile(id)).map((id) => [id, reduce(id, of(values))]))

describe('reduce', () => {
  it('passes over missing values', () => {
    expect(table([NaN, 4, NaN, 10, 1, 1, NaN])).toEqual({
      lastNotNull: 1,
      last: undefined,
      firstNotNull: 4,
      first: undefined,
      min: 1,
      max: 10,
      mean: 4,
      median: 2.5,
      variance: 13.5,
      stdDev: Math.sqrt(13.5),
      sum: 16,
      count: 4,
      countAll: 7,
      range: 9,
      delta: 7,
      step: 6,
      diff: -3,
      diffperc: -0.75,
      logmin: 1,
      changeCount: 2,
      distinctCount: 3,
      allIsZero: false,
      allIsNull: false,
      allValues: [NaN, 4, NaN, 10, 1, 1, NaN],
      uniqueValues: [4, 10, 1],
    })
  })

  it.each([
    ['no values', []],
    ['only missing values', [NaN, NaN]],
  ])('has nothing but counts for %s', (_, values) => {
    const told = Object.entries(table(values)).filter(([, result]) => result !== undefined)
    expect(Object.fromEntries(told)).toEqual({
      count: 0,
      countAll: values.length,
      changeCount: 0,
      distinctCount: 0,
      allIsZero: false,
      allIsNull: true,
      allValues: values,
      uniqueValues: [],
    })
  })

  it('keeps infinite values', () => {
    expect([
      reduce('max', of([1, Infinity])),
      reduce('min', of([-Infinity, 1])),
      reduce('p50', of([Infinity])),
    ]).toEqual([Infinity, -Infinity, Infinity])
  })

  it('counts from zero where a counter begins again', () => {
    expect(reduce('delta', of([5, 8, NaN, 2, 6]))).toBe(3 + 2 + 4)
  })

  it('has no share of zero, and the share of a negative value rises with it', () => {
    expect([reduce('diffperc', of([0, 3])), reduce('diffperc', of([-10, -5]))]).toEqual([undefined, 0.5])
  })

  it('tells that all is zero, and finds the lowest value for a logarithmic scale', () => {
    expect([reduce('allIsZero', of([0, NaN, -0])), reduce('logmin', of([0, -1, 3, 2]))]).toEqual([true, 2])
  })

  it('finds percentiles as sorting would, however the values stand', () => {
    const shapes = {
      random: (k: number) => (k * 7919) % 1009,
      sorted: (k: number) => k,
      falling: (k: number) => -k,
      equal: () => 3,
      steps: (k: number) => k % 4,
    }
    for (const [shape, make] of Object.entries(shapes)) {
      const values = Float64Array.from({ length: 1001 }, (_, k) => make(k))
      const sorted = values.toSorted()
      for (const [id, place] of [
        ['p1', 10],
        ['median', 500],
        ['p50', 500],
        ['p99', 990],
      ] as const)
        expect([shape, id, reduce(id, values)]).toEqual([shape, id, sorted[place]])
    }
    expect(reduce('p25', of([4, 1, 3, 2]))).toBe(1.75)
  })

  it('finds percentiles of many values, missing ones among them, wherever a sample looks', () => {
    const shapes: Readonly<Record<string, (k: number) => number>> = {
      random: (k) => (k * 7919) % 10_007,
      'some missing': (k) => (k % 3 ? (k * 7919) % 10_007 : NaN),
      'almost all missing': (k) => (k % 2500 ? NaN : k),
      'high where the sample looks': (k) => (k % 39 === 19 || k % 40 === 19 ? 1e6 + k : k),
      equal: () => 3,
      'far apart': (k) => (k % 2 ? Infinity : -Infinity),
    }
    for (const [shape, make] of Object.entries(shapes)) {
      const values = Float64Array.from({ length: 10_001 }, (_, k) => make(k))
      const sorted = values.filter((value) => !Number.isNaN(value)).sort()
      for (const share of [1, 25, 50, 95, 99]) {
        const place = (share / 100) * (sorted.length - 1)
        const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
        const between = low === high ? low : low + (high - low) * (place - Math.floor(place))
        expect([shape, share, reduce(`p${share}` as ReducerId, values)]).toEqual([shape, share, between])
      }
    }
  })

  it('has every id once, with a title of its own', () => {
    expect(reducerIds).toHaveLength(25 + 99)
    expect(new Set(Object.values(numberReducers).map(({ title }) => title)).size).toBe(21 + 99)
    const unknown: string = 'toString'
    expect([isReducerId('p95' satisfies ReducerId), isReducerId(unknown), isReducerId('p100')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
