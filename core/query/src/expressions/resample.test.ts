import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExpressionOf } from './expression.ts'
import { itemsOf, numbersOf, resultOf, seriesOf, type Item } from './testing.ts'

type Options = Partial<ExpressionOf<'resample'>>
type Points = NonNullable<Item['points']>

const resample = (points: Points, options: Options, range = { from: 0, to: 60_000 }) =>
  resultOf(
    { type: 'resample', input: 'A', window: '20s', downsampler: 'mean', upsampler: 'fillna', ...options },
    { A: [seriesOf([{ labels: { host: 'a' }, points }], 's')] },
    { context: { range } },
  )
const pointsOf = (...given: Parameters<typeof resample>) => itemsOf(resample(...given))[0]!.points

describe('resample', () => {
  const dense: Points = [
    [0, 1],
    [5000, 2],
    [10_000, 6],
    [20_000, 4],
    [25_000, 8],
    [40_000, NaN],
    [55_000, 3],
  ]

  it.each<[ExpressionOf<'resample'>['downsampler'], (number | null)[]]>([
    ['last', [1, 4, 8, 3]],
    ['mean', [1, 4, 8, 3]],
    ['min', [1, 2, 8, 3]],
    ['max', [1, 6, 8, 3]],
    ['sum', [1, 12, 8, 3]],
  ])('gives the %s of the points since the end of the window before', (downsampler, expected) => {
    expect(pointsOf(dense, { downsampler })).toEqual(expected.map((value, k) => [k * 20_000, value]))
  })

  it.each<[ExpressionOf<'resample'>['upsampler'], (number | null)[]]>([
    ['fillna', [null, 1, null, null, 5, null, null]],
    ['pad', [null, 1, 1, 1, 5, 5, 5]],
    ['backfill', [1, 1, 5, 5, 5, null, null]],
  ])('has %s where a window has no points', (upsampler, expected) => {
    const sparse: Points = [
      [10_000, 1],
      [25_000, null],
      [40_000, 5],
      [50_000, NaN],
    ]
    expect(pointsOf(sparse, { window: '10s', upsampler })).toEqual(expected.map((value, k) => [k * 10_000, value]))
  })

  it('lays windows at multiples of their length, whatever the range begins with', () => {
    const known: Points = [
      [-50_000, 7],
      [1000, 1],
      [21_000, 2],
    ]
    expect(pointsOf(known, { upsampler: 'pad' }, { from: 3000, to: 47_000 })).toEqual([
      [20_000, 1],
      [40_000, 2],
    ])
    expect(pointsOf(known, { upsampler: 'pad' }, { from: -30_000, to: 0 })).toEqual([
      [-20_000, 7],
      [0, 7],
    ])
  })

  it('takes the interval of the request when it has no window', () => {
    const { window: _, ...without } = {
      type: 'resample',
      input: 'A',
      window: '',
      downsampler: 'last',
      upsampler: 'pad',
    } as const
    const frame = resultOf(
      without,
      { A: [seriesOf([{ labels: {}, points: dense }])] },
      {
        context: { range: { from: 0, to: 60_000 }, intervalMs: 30_000 },
      },
    )
    expect(frame).toMatchObject({ kind: 'series', step: 30_000, meta: { refId: 'X' } })
    expect(itemsOf(frame)[0]!.points).toEqual([
      [0, 1],
      [30_000, 8],
      [60_000, 3],
    ])
  })

  it('keeps labels and unit, and every series', () => {
    const frame = resample([], {})
    expect(itemsOf(frame)).toEqual([
      { labels: { host: 'a' }, points: [0, 20_000, 40_000, 60_000].map((time) => [time, null]) },
    ])
    expect(frame.fields.get('value')!.meta.unit).toBe('s')
  })

  it('counts every point of the range once', () => {
    const times = fc.uniqueArray(fc.integer({ min: -40_000, max: 140_000 }), { maxLength: 40 })
    fc.assert(
      fc.property(times, fc.constantFrom('7s', '20s', '300ms'), (given, window) => {
        const points = given.toSorted((a, b) => a - b).map((time) => [time, 1] as const)
        const range = { from: 0, to: 100_000 }
        const sums = pointsOf(points, { window, downsampler: 'sum' }, range)!
        const step = sums[1]![0] - sums[0]![0]
        const counted = points.filter(([time]) => time > sums[0]![0] - step && time <= sums.at(-1)![0])
        expect(sums.reduce((sum, [, value]) => sum + (value ?? 0), 0)).toBe(counted.length)
      }),
    )
  })

  it.each([
    ['of which none ends in the range', { window: '1h' }, { from: 1000, to: 60_000 }],
    ['without length', { window: '0s' }, { from: 0, to: 60_000 }],
  ])('refuses windows %s', (_, options, range) => {
    expect(() => resample(dense, options, range)).toThrow(
      expect.objectContaining({ code: 'EXPRESSION_WINDOW' }) as Error,
    )
  })

  it('refuses to make more than a host can hold', () => {
    expect(() => resample(dense, { window: '1ms' }, { from: 0, to: 30_000_000 })).toThrow(
      expect.objectContaining({ code: 'EXPRESSION_LARGE' }) as Error,
    )
  })

  it('refuses single numbers, but not none', () => {
    const expression = { type: 'resample', input: 'A', downsampler: 'last', upsampler: 'pad' } as const
    expect(() => resultOf(expression, { A: [numbersOf([{ labels: {}, value: 1 }])] })).toThrow(
      'Expression X resamples A, which has single numbers and no series. Take series, or leave this step out.',
    )
    expect(resultOf(expression, { A: [] })).toMatchObject({ kind: 'series', length: 0 })
  })
})
