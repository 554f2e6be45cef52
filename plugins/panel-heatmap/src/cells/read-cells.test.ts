import { defaultsOf, defineTable, HeatmapCells, number, SeriesBuilder, text, time, type Frame } from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import { Options } from '../options.ts'
import { readHeatmap } from './read-cells.ts'

// All options have defaults.
const defaults = defaultsOf(Options) as Options
const read = (frames: readonly Frame[], patch: Partial<Options> = {}) =>
  readHeatmap({ frames, fieldConfig: { defaults: {}, overrides: [] }, options: { ...defaults, ...patch } })
/** Cells as `time..end low..high count`. */
function cellsOf(frames: readonly Frame[], patch: Partial<Options> = {}): string[] {
  const { cells } = read(frames, patch)
  if (!cells) return []
  const { starts, ends, offsets, bounds, low, high, counts } = cells
  return Array.from(starts, (start, c) =>
    Array.from({ length: offsets[c + 1]! - offsets[c]! }, (_, k) => {
      const i = offsets[c]! + k
      return `${start}..${ends[c]} ${bounds[low[i]!]}..${bounds[high[i]!]} ${counts[i]}`
    }),
  ).flat()
}
const buckets = (counts: Readonly<Record<string, readonly (number | null)[]>>, times: readonly number[]) => {
  const builder = new SeriesBuilder()
  for (const [le, values] of Object.entries(counts)) builder.add({ le }, times, values)
  return builder.build()
}

describe('cells that come as such', () => {
  it('are put in order, equal ones are added up', () => {
    const frame = HeatmapCells.fromRows([
      { time: 1000, yMin: 1, yMax: 2, count: 5 },
      { time: 0, yMin: 2, yMax: 8, count: 3 },
      { time: 0, yMin: 1, yMax: 2, count: 1 },
    ])
    const more = HeatmapCells.fromRows([{ time: 1000, yMin: 1, yMax: 2, count: 2 }])
    expect(cellsOf([frame, more])).toEqual(['0..1000 1..2 1', '0..1000 2..8 3', '1000..2000 1..2 7'])
  })

  it('may have rows of their own in each column, as native histograms have', () => {
    const frame = HeatmapCells.fromRows([
      { time: 0, yMin: 1, yMax: 2, count: 1 },
      { time: 1000, yMin: 1, yMax: 1.5, count: 2 },
      { time: 1000, yMin: 1.5, yMax: 2, count: 3 },
    ])
    expect(cellsOf([frame])).toEqual(['0..1000 1..2 1', '1000..2000 1..1.5 2', '1000..2000 1.5..2 3'])
  })

  it('have a zero bucket that can be seen, unless there are values below zero', () => {
    const row = (yMin: number, yMax: number) => ({ time: 0, timeEnd: 10, yMin, yMax, count: 1 })
    const zero = row(-1e-39, 1e-39)
    expect([
      cellsOf([HeatmapCells.fromRows([zero, row(1, 2)])]),
      cellsOf([HeatmapCells.fromRows([row(-2, -1), zero])]),
    ]).toEqual([
      ['0..10 0..1 1', '0..10 1..2 1'],
      ['0..10 -2..-1 1', '0..10 -1e-39..1e-39 1'],
    ])
  })

  it('end before a gap, and leave out what has no place', () => {
    const row = (at: number, yMin: number, yMax: number) => ({ time: at, yMin, yMax, count: 1 })
    const frame = HeatmapCells.fromRows([row(0, 0, 1), row(10, 0, 1), row(20, NaN, 1), row(20, 0, 1), row(50, 0, 1)])
    expect(cellsOf([frame])).toEqual(['0..10 0..1 1', '10..20 0..1 1', '20..30 0..1 1', '50..60 0..1 1'])
  })
})

describe('buckets that are series', () => {
  const cumulative = { '0.1': [1, 0], '0.5': [4, 0], '+Inf': [6, 2] }

  it('are taken apart where each counts those below it', () => {
    expect(cellsOf([buckets(cumulative, [1000, 2000])])).toEqual([
      '0..1000 0..0.1 1',
      '0..1000 0.1..0.5 3',
      '0..1000 0.5..Infinity 2',
      '1000..2000 0..0.1 0',
      '1000..2000 0.1..0.5 0',
      '1000..2000 0.5..Infinity 2',
    ])
  })

  it('stay as they are where they fall, or where one says so', () => {
    const single = { '1': [5], '2': [3], '+Inf': [1] }
    expect(cellsOf([buckets(single, [60_000])])).toEqual([
      '0..60000 0..1 5',
      '0..60000 1..2 3',
      '0..60000 2..Infinity 1',
    ])
    const rowsFrame = { ...defaults.rowsFrame, counts: 'single' as const }
    expect(cellsOf([buckets(cumulative, [1000, 2000])], { rowsFrame })[2]).toBe('0..1000 0.5..Infinity 6')
  })

  it('of several histograms are added up; a missing one is no zero', () => {
    const frame = new SeriesBuilder()
      .add({ le: '1', pod: 'a' }, [60_000], [2])
      .add({ le: '1', pod: 'b' }, [60_000], [3])
      .add({ le: '+Inf', pod: 'a' }, [60_000], [null])
      .build()
    expect(cellsOf([frame])).toEqual(['0..60000 0..1 5', '0..60000 1..Infinity NaN'])
  })

  it('may be rows by name', () => {
    const frame = new SeriesBuilder().add({ pod: 'a' }, [0], [1]).add({ pod: 'b' }, [0], [2]).build()
    const { cells } = read([frame], { rowsFrame: { layout: 'names', counts: 'auto' } })
    expect([cells?.names, [...cells!.counts]]).toEqual([
      ['a', 'b'],
      [1, 2],
    ])
  })
})

describe('counts of plain values', () => {
  const plain = new SeriesBuilder({ fields: { value: number({ unit: 's' }) } })
    .add({}, [0, 10, 60_000, 70_000], [1, 2.5, 9, NaN])
    .build()
  const xBuckets = { mode: 'size' as const, size: '1m', count: 1 }

  it('are in columns and rows of the lengths that one sets', () => {
    const yBuckets = { mode: 'size' as const, scale: 'linear' as const, size: 5, count: 1 }
    expect(cellsOf([plain], { xBuckets, yBuckets })).toEqual([
      '0..60000 0..5 2',
      '0..60000 5..10 0',
      '60000..120000 0..5 0',
      '60000..120000 5..10 1',
    ])
    expect(read([plain], { xBuckets, yBuckets })).toMatchObject({ axis: { unit: 's' }, config: {} })
  })

  it('may have rows that double; what has no logarithm is left out and said', () => {
    const yBuckets = { mode: 'size' as const, scale: 'log2' as const, size: 1, count: 1 }
    const frame = new SeriesBuilder().add({}, [0, 1, 2], [1, 3, 0]).build()
    expect(cellsOf([frame], { xBuckets, yBuckets })).toEqual(['0..60000 1..2 1', '0..60000 2..4 1'])
    expect(read([frame], { xBuckets, yBuckets }).notices[0]?.text).toContain('1 value has no place')
  })

  it('are made of tables with times, and of buckets where that is asked for', () => {
    const sales = defineTable({ at: time(), shop: text(), sold: number() }).fromRows([{ at: 0, shop: 'a', sold: 3 }])
    expect(cellsOf([sales])).toHaveLength(1)
    expect(read([buckets({ '1': [4] }, [0])], { calculate: 'always' }).cells?.counts).toContain(1)
  })

  it('are not made where that is not wanted, nor of what has no times', () => {
    const words = defineTable({ word: text() }).fromRows([{ word: 'a' }])
    expect([read([plain], { calculate: 'never' }).drawable, read([words]).drawable]).toEqual([false, false])
  })
})
