import type { SeriesFrame } from '@orrery/sdk'
import { createTestContext } from '@orrery/testing'
import { expect, it } from 'vitest'
import type { Query } from '../../query.ts'
import { ask, requestOf } from '../../testing.ts'
import connect from '../connect.ts'
import { sine } from './sine.ts'

const HOUR = 3_600_000
const range = { from: 1_750_000_000_000 - HOUR, to: 1_750_000_000_000 }

const seriesOf = async (query: Query, patch = {}): Promise<SeriesFrame> => {
  const [frame] = await ask(query, { range, intervalMs: 1000, ...patch })
  if (frame?.kind !== 'series') throw new Error('no series')
  return frame
}
const valuesOf = async (query: Query) => [...(await seriesOf(query)).at(0).values]

it('walks around its start, within its bounds, and about as far as its spread says', async () => {
  const query: Query = { type: 'randomWalk', series: 400, start: 7, spread: 3 }
  const far = await seriesOf(query, { intervalMs: HOUR, range: { from: range.to - 2 * HOUR, to: range.to } })
  const moves = Array.from(far, ({ values }) => values[1]! - values[0]!)
  const deviation = Math.sqrt(moves.reduce((sum, move) => sum + move ** 2, 0) / moves.length)
  expect(deviation).toBeGreaterThan(2.4)
  expect(deviation).toBeLessThan(3.6)
  const mean = Array.from(far, ({ values }) => values[0]!).reduce((sum, value) => sum + value, 0) / far.length
  expect(Math.abs(mean - 7)).toBeLessThan(3)
  for (const bounds of [{ min: 6.9, max: 7.2 }, { min: 7 }, { max: 7 }, { min: 8, max: 8 }]) {
    const values = await valuesOf({ type: 'randomWalk', start: 7, ...bounds })
    expect(Math.min(...values)).toBeGreaterThanOrEqual(bounds.min ?? -Infinity)
    expect(Math.max(...values)).toBeLessThanOrEqual(bounds.max ?? Infinity)
  }
})

it('misses as many points as it is told to', async () => {
  const frame = await seriesOf({ type: 'randomWalk', nulls: 0.25, drop: 0.5 })
  const column = frame.field()
  // A point that was dropped is not there, or is a missing value where that takes less room.
  const isThere = Array.from(frame.at(0).time, (_, k) => column.at(k) !== null)
  expect(isThere.filter(Boolean).length / 3601).toBeCloseTo(0.375, 1)
  const all = await seriesOf({ type: 'randomWalk', nulls: 1 })
  expect(all.at(0).values.every((value) => Number.isNaN(value))).toBe(true)
  expect((await seriesOf({ type: 'randomWalk', drop: 1 })).at(0).time).toHaveLength(0)
})

it('has labels and a legend', async () => {
  const one = await seriesOf({ type: 'constant', value: 3, labels: { host: 'a' }, legend: '{{host}}' })
  expect([one.at(0).labels, one.field().meta.displayName, one.at(0).values[0]]).toEqual([{ host: 'a' }, '{{host}}', 3])
  const two = await seriesOf({ type: 'wave', shape: 'sine', series: 2, labels: { host: 'a' } })
  expect(Array.from(two, ({ labels }) => labels)).toEqual([
    { host: 'a', series: '1' },
    { host: 'a', series: '2' },
  ])
})

it.each([
  ['sine', [50, 100, 50, 0]],
  ['triangle', [0, 50, 100, 50]],
  ['sawtooth', [0, 25, 50, 75]],
  ['square', [100, 100, 0, 0]],
  ['pulse', [100, 0, 0, 0]],
] as const)('has waves that begin at multiples of their period: %s', async (shape, quarters) => {
  const query: Query = { type: 'wave', shape, period: '4s', width: 0.2 }
  const frame = await seriesOf(query, { range: { from: 0, to: 7000 } })
  expect(Array.from(frame.at(0).values, (value) => Math.round(value * 1e12) / 1e12)).toEqual([...quarters, ...quarters])
})

it('repeats the values that it was given, and says which is none', async () => {
  const frame = await seriesOf(
    { type: 'csvWave', values: '1, null,-2e1', hold: '2s' },
    { range: { from: -6000, to: 5000 } },
  )
  const round = [1, 1, NaN, NaN, -20, -20]
  expect([...frame.at(0).values]).toEqual([...round, ...round])
  await expect(ask({ type: 'csvWave', values: '1,two' })).rejects.toMatchObject({
    code: 'TESTDATA_VALUES_INVALID',
    params: { value: 'two', place: 2 },
  })
})

it('has a sine of arithmetic alone', () => {
  for (let share = 0; share <= 1; share += 1 / 1024)
    expect(Math.abs(sine(share) - Math.sin(2 * Math.PI * share))).toBeLessThan(1e-14)
})

it('keeps to its budget, and says so', async () => {
  const budget = { maxPoints: 10, maxSeries: 3, maxRows: 5, maxBytes: 1e6 }
  const many = await seriesOf({ type: 'manySeries', series: 100_000 }, { budget })
  expect([many.length, many.at(0).time.length, many.at(0).time.at(-1)]).toEqual([3, 10, range.to])
  expect(many.meta.notices?.map(({ text }) => text)).toEqual([
    'The result was cut off: only the latest 10 points of each series are shown.',
    'The result was cut off: only the first 3 series of the query are shown.',
  ])
  const queries: readonly Query[] = [
    { type: 'table' },
    { type: 'logs' },
    { type: 'annotations', perHour: 600 },
    { type: 'exemplars' },
    { type: 'heatmap', buckets: 1 },
    { type: 'candles' },
    { type: 'traces' },
    { type: 'flamegraph' },
    { type: 'csv', text: 'a\n1\n2\n3\n4\n5\n6' },
  ]
  for (const query of queries) {
    const [frame] = await ask(query, { range, intervalMs: 1000, budget })
    expect(frame!.length, query.type).toBeLessThanOrEqual(5)
    expect(frame!.meta.notices, query.type).toHaveLength(1)
  }
})

it('goes on, when it is followed, with what a later answer has at these times', async () => {
  const client = await connect({}, createTestContext())
  const leaving = new AbortController()
  const query: Query = { type: 'randomWalk', series: 2, step: '20ms', seed: 9 }
  const now = Date.now()
  const request = requestOf(query, { range: { from: now - 1000, to: now }, signal: leaving.signal })
  const updates = client.stream!(request)![Symbol.asyncIterator]()
  const first = (await updates.next()).value
  if (!first || !('kind' in first) || first.kind !== 'series') throw new Error('no frame first')
  const times = [first.at(0).time.at(-1)!]
  for (let k = 0; k < 3; k++) {
    const { value } = await updates.next()
    if (!value || !('values' in value)) throw new Error('no row')
    times.push(value.time)
    const later = await seriesOf(query, { range: { from: value.time, to: value.time } })
    expect(Array.from(later, ({ values }) => values[0])).toEqual(Array.from(value.values))
  }
  expect(times.slice(1).map((time, k) => time - times[k]!)).toEqual([20, 20, 20])
  leaving.abort(new Error('left'))
  await expect(updates.next()).rejects.toThrow('abort')
})
