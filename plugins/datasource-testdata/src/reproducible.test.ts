import { assert, asyncProperty, integer } from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Query } from './query.ts'
import { ask, itemsOf } from './testing.ts'

const NOW = 1_750_000_000_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const queries: readonly Query[] = [
  { type: 'randomWalk', series: 2, noise: 1, nulls: 0.2, drop: 0.2, min: 45, max: 55 },
  { type: 'wave', shape: 'sine', series: 2 },
  { type: 'wave', shape: 'pulse', period: '7m' },
  { type: 'csvWave', values: '1, 2, null, -0.5', hold: '90s' },
  { type: 'constant' },
  { type: 'manySeries', series: 3 },
  { type: 'states' },
  { type: 'table', rows: 200, nulls: 0.3 },
  { type: 'geo' },
  { type: 'logs', limit: 5000 },
  { type: 'annotations' },
  { type: 'exemplars' },
  { type: 'heatmap', buckets: 5 },
  { type: 'candles' },
  { type: 'traces', limit: 1000 },
  { type: 'nodeGraph' },
  { type: 'flamegraph', compare: true },
]
const named = queries.map((query) => [query.type, query] as const)
const overTime = named.filter(([type]) => !['geo', 'nodeGraph', 'flamegraph', 'table'].includes(type))

describe('the same data everywhere', () => {
  it('is what it has always been', async () => {
    const found: Record<string, string> = {}
    for (const [index, query] of queries.entries()) {
      const frames = await ask(query, { range: { from: NOW - HOUR, to: NOW }, intervalMs: 30_000 })
      const hash = createHash('sha256').update(JSON.stringify(itemsOf(frames)))
      found[`${index} ${query.type}`] = `${itemsOf(frames).length} ${hash.digest('hex').slice(0, 16)}`
    }
    expect(found).toMatchInlineSnapshot(`
      {
        "0 randomWalk": "238 edbe91dcdf8ad6b2",
        "1 wave": "240 5120be22b02aa8eb",
        "10 annotations": "6 d4529ad8b9906dd5",
        "11 exemplars": "61 00c471dd2318f4fe",
        "12 heatmap": "600 62b9b5ff20117f45",
        "13 candles": "120 ae0481e320ced17d",
        "14 traces": "484 d4394a9662c0f171",
        "15 nodeGraph": "27 96fef07cbc3815e5",
        "16 flamegraph": "81 c694d1b7ab3a965b",
        "2 wave": "120 21b8739ed65bcbaa",
        "3 csvWave": "120 91b49d91c5f25415",
        "4 constant": "120 4bc5a5f83366436a",
        "5 manySeries": "360 0d8970ab51ac7888",
        "6 states": "360 7e05d73de2bc5eaa",
        "7 table": "200 9663e1b0598132bf",
        "8 geo": "20 f2d0bac13acf959d",
        "9 logs": "1800 961a55973e0790d2",
      }
    `)
  })

  it.each(named)('differs by its seed: %s', async (_, query) => {
    if (!['wave', 'csvWave', 'constant'].includes(query.type)) {
      // Each of these queries has a seed.
      const other = { ...query, seed: 2 } as Query
      const range = { from: NOW - HOUR, to: NOW }
      expect(itemsOf(await ask(other, { range }))).not.toEqual(itemsOf(await ask(query, { range })))
    }
  })

  it.each(overTime)('keeps what a moved range has in common with the one before: %s', async (_, query) => {
    await assert(
      asyncProperty(
        integer({ min: -HOUR, max: HOUR }),
        integer({ min: 1000, max: 100_000 }),
        async (by, intervalMs) => {
          const first = { from: NOW - HOUR, to: NOW }
          const second = { from: first.from + by, to: first.to + by }
          const shared = async (range: { from: number; to: number }) =>
            itemsOf(await ask(query, { range, intervalMs }))
              // A point that was dropped is a missing value where that takes less room.
              .filter(({ text }) => text !== 'null')
              // Of a trace that is cut by the edge, some spans are later than its start.
              .filter(
                ({ time }) =>
                  time > Math.max(first.from, second.from) + MINUTE && time < Math.min(first.to, second.to) - MINUTE,
              )
              .map(({ key, time, text }) => `${time} ${key} ${text}`)
              .sort()
          expect(await shared(second)).toEqual(await shared(first))
        },
      ),
      { numRuns: 10 },
    )
  })

  it('has the same value at a time, whatever the step', async () => {
    await assert(
      asyncProperty(integer({ min: 1, max: 60 }), integer({ min: 0, max: 2 ** 41 }), async (seconds, to) => {
        const range = { from: to - HOUR, to }
        const query: Query = { type: 'randomWalk', noise: 1, seed: 5 }
        const valuesAt = async (intervalMs: number) =>
          new Map(itemsOf(await ask(query, { range, intervalMs })).map(({ time, text }) => [time, text]))
        const [fine, coarse] = [await valuesAt(1000), await valuesAt(seconds * 1000)]
        for (const [time, text] of coarse) expect(fine.get(time)).toBe(text)
      }),
      { numRuns: 10 },
    )
  })
})
