import * as fc from 'fast-check'
import { number, SeriesBuilder, type SeriesFrame } from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../answer.ts'
import { Cells } from '../heatmap/cells.ts'
import type { Grid } from '../step.ts'
import { createKeptRanges } from './kept-ranges.ts'
import { isSlidable } from './slidable.ts'

const STEP = 1000
const OVERLAP = 5 * STEP

/** A server whose latest points still change, by series and time. */
class Store {
  readonly points = new Map<string, Map<number, number>>()

  write(series: string, time: number, value: number): void {
    const own = this.points.get(series) ?? new Map<number, number>()
    this.points.set(series, own.set(time, value))
  }

  answer({ from, to, stepMs }: Grid, patch: Partial<Answer> = {}): Answer {
    const builder = new SeriesBuilder({ fields: { value: number() }, step: stepMs })
    // As Prometheus answers: series in the order of their labels, those without a point not at all.
    for (const series of [...this.points.keys()].sort()) {
      const times: number[] = []
      for (let at = from; at <= to; at += stepMs) if (this.points.get(series)!.has(at)) times.push(at)
      const values = times.map((at) => this.points.get(series)!.get(at)!)
      if (times.length > 0) builder.add(labelsOf(series), times, values)
    }
    const series = builder.build()
    const rest = { text: undefined, cells: new Cells(), notices: [], stats: [], isJoinable: true, isPartial: false }
    return { resultType: 'matrix', series, ...rest, ...patch }
  }
}

// `a` has fewer labels than the others, so that the order is not that of the texts alone.
const labelsOf = (series: string) => (series === 'a' ? { job: 'a' } : { job: series.slice(0, 1), pod: series })

const dump = (frame: SeriesFrame) =>
  Array.from(frame, (series) => ({
    labels: series.labels,
    points: Array.from(series.time, (at, k) => (series.isNull(k) ? [] : [[at, series.values[k]!]])).flat(),
  }))

const write = fc.record({
  series: fc.constantFrom('a', 'b1', 'b2', 'c'),
  /** Steps before the newest point, within the overlap. */
  back: fc.integer({ min: 0, max: 4 }),
  value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(NaN), fc.constant(Infinity)),
})
const refresh = fc.record({
  /** Steps that pass before it; sometimes none, sometimes more than the window is long. */
  later: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 40 })),
  length: fc.constantFrom(12, 12, 12, 20),
  writes: fc.array(write, { maxLength: 8 }),
})

describe('a refresh', () => {
  it('shows what a whole query shows, while the newest points change and series come and go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(refresh, { minLength: 2, maxLength: 20 }), async (refreshes) => {
        const store = new Store()
        let clock = 100 * STEP
        const kept = createKeptRanges(OVERLAP, () => clock)
        for (const { later, length, writes } of refreshes) {
          clock += later * STEP
          for (const { series, back, value } of writes) store.write(series, clock - back * STEP, value)
          const grid = { from: clock - length * STEP, to: clock, stepMs: STEP }
          const fetch = async (asked: Grid) => store.answer(asked)
          const { series } = await kept.ask({ key: 'up', grid, maxSeries: 1000, fetch })
          expect(dump(series)).toEqual(dump(store.answer(grid).series))
        }
      }),
      { numRuns: 300 },
    )
  })

  const ask = async (
    steps: readonly Partial<{ from: number; to: number; key: string; clock: number; patch: Partial<Answer> }>[],
    maxSeries = 1000,
  ) => {
    const store = new Store()
    for (let at = 0; at <= 300; at++) for (const series of ['a', 'b1']) store.write(series, at * STEP, at)
    let clock = 0
    const kept = createKeptRanges(OVERLAP, () => clock)
    const asked: string[] = []
    for (const { from = 0, to = 100, key = 'up', patch = {}, clock: now = to } of steps) {
      clock = now * STEP
      const fetch = async (grid: Grid) => {
        asked.push(`${grid.from / STEP}-${grid.to / STEP}`)
        return store.answer(grid, patch)
      }
      await kept.ask({ key, grid: { from: from * STEP, to: to * STEP, stepMs: STEP }, maxSeries, fetch })
    }
    return asked
  }

  it.each([
    [
      'asks for the new end and the overlap',
      [{}, { from: 10, to: 110 }, { from: 20, to: 120 }],
      ['0-100', '95-110', '105-120'],
    ],
    ['asks for all of another question', [{}, { key: 'down', from: 10, to: 110 }], ['0-100', '10-110']],
    ['asks for all when the range begins earlier', [{ from: 10 }, { from: 0 }], ['10-100', '0-100']],
    ['asks for all when the range ends earlier', [{}, { to: 90 }], ['0-100', '0-90']],
    ['asks for all when the ranges do not meet', [{}, { from: 150, to: 250 }], ['0-100', '150-250']],
    [
      'asks again for what was still to come',
      [
        { to: 200, clock: 100 },
        { from: 10, to: 210 },
      ],
      ['0-200', '95-210'],
    ],
    [
      'asks for all after an hour',
      [{ to: 3000 }, { from: 1800, to: 4800 }, { from: 3599, to: 6599 }, { from: 3601, to: 6601 }],
      ['0-3000', '2995-4800', '4795-6599', '3601-6601'],
    ],
    [
      'keeps windows apart that lie further back',
      [{ to: 100 }, { to: 100, clock: 500 }, { from: 10, to: 110 }, { from: 10, to: 110, clock: 510 }],
      ['0-100', '0-100', '95-110', '95-110'],
    ],
    [
      'keeps no answer that lacks something',
      [{ patch: { isPartial: true } }, { from: 10, to: 110 }],
      ['0-100', '10-110'],
    ],
    [
      'joins no end that lacks something',
      [{}, { from: 10, to: 110, patch: { isJoinable: false } }],
      ['0-100', '95-110', '10-110'],
    ],
    [
      'shows a partial end, and asks for it again',
      [{}, { from: 10, to: 110, patch: { isPartial: true } }, { from: 20, to: 120 }],
      ['0-100', '95-110', '95-120'],
    ],
  ])('%s', async (_, steps, expected) => {
    expect(await ask(steps)).toEqual(expected)
  })

  it('asks for all when there are more series than may be shown', async () => {
    expect(await ask([{}, { from: 10, to: 110 }], 1)).toEqual(['0-100', '95-110', '10-110'])
  })
})

describe('an expression', () => {
  it.each([
    'rate(http_requests_total[5m])',
    'sum by (le) (rate(x_bucket{path="/start"}[1m])) offset 1h',
    'max_over_time(rate(x[5m])[1h:1m])',
    'timestamp(up) - time() + hour()',
    'topk(5, x) / on (job) group_left () y',
    'predict_linear(node_filesystem_free_bytes[6h], 3600)',
    'start_time_seconds + range_total',
    'quantile_over_time(0.9, x[1h])',
  ])('slides: %s', (expr) => {
    expect(isSlidable(expr)).toBe(true)
  })

  it.each([
    'rate(x[5m] @ end())',
    'x @ 1700000000',
    'x offset -5m',
    'x offset - 5m',
    'x offset # later\n -5m',
    'up * (end() - start())',
    'range_avg(x)',
    'running_sum(x)',
    'topk_max(5, x)',
    'topk_avg by (job) (5, x)',
    'sort_desc(x)',
    'now() - x',
    'rand()',
    'keep_last_value(x)',
  ])('does not slide: %s', (expr) => {
    expect(isSlidable(expr)).toBe(false)
  })
})
