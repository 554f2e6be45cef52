import { defineTable, HeatmapCells, number, SeriesBuilder, text, checkKind, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { heatmap } from './heatmap.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const series = (times: readonly number[], ...lists: readonly (readonly number[])[]) => {
  const builder = new SeriesBuilder({ refId: 'A', fields: { value: number() } })
  for (const [i, values] of lists.entries()) builder.add({ host: `${i}` }, times, values)
  return builder.build()
}

const cellsOf = (frame: Frame | undefined) => {
  // It throws where it is none.
  const cells = HeatmapCells.read(frame as never)
  return Array.from({ length: frame!.length }, (_, i) => [
    cells.time.at(i),
    cells.timeEnd!.at(i),
    cells.yMin.at(i),
    cells.yMax.at(i),
    cells.count.at(i),
  ])
}

describe('heatmap', () => {
  copesWithOddFrames(heatmap)
  copesWithOddFrames(heatmap, { yBuckets: { scale: 'log2', mode: 'size', size: 2 }, xBuckets: { mode: 'count' } })

  it('counts the values of all series in cells', () => {
    const frames = [series([0, 30_000, 60_000], [1, 4, 5], [2, 14, NaN])]
    const options = { xBuckets: { mode: 'size', size: '1m' }, yBuckets: { mode: 'size', size: 5 } }
    const { frames: made, notices } = applyTo(heatmap, frames, options)
    expect(notices).toEqual([])
    expect(made.flatMap((frame) => checkKind(frame, 'heatmap-cells'))).toEqual([])
    expect(cellsOf(made[0])).toEqual([
      [0, 60_000, 0, 5, 3],
      [0, 60_000, 10, 15, 1],
      [60_000, 120_000, 5, 10, 1],
    ])
    expect(made[0]!.meta.refId).toBe('A')
  })

  it('has decimal bounds, and every value on the right side of them', () => {
    const options = { xBuckets: { mode: 'size', size: '1m' }, yBuckets: { mode: 'size', size: 0.1 } }
    expect(cellsOf(applyTo(heatmap, [series([0, 1, 2], [0.3, 0.7, 0.69])], options).frames[0])).toEqual([
      [0, 60_000, 0.3, 0.4, 1],
      [0, 60_000, 0.6, 0.7, 1],
      [0, 60_000, 0.7, 0.8, 1],
    ])
  })

  it('lets rows double, and says what has no place among them', () => {
    const options = { xBuckets: { mode: 'size', size: '1m' }, yBuckets: { scale: 'log2', mode: 'size' } }
    const { frames, notices } = applyTo(heatmap, [series([0, 1, 2, 3], [0, 1, 8, 9])], options)
    expect(cellsOf(frames[0])).toEqual([
      [0, 60_000, 1, 2, 1],
      [0, 60_000, 8, 16, 2],
    ])
    expect(notices.map(({ text: said }) => said)).toEqual(['Values without a place among the rows are left out: 1.'])
  })

  it('chooses cells by itself', () => {
    const times = Array.from({ length: 1000 }, (_, i) => i * 10_000)
    const values = times.map((_, i) => i % 100)
    const cells = cellsOf(applyTo(heatmap, [series(times, values)]).frames[0])
    expect(cells.length).toBeGreaterThan(150)
    expect(new Set(cells.map(([from]) => from)).size).toBeLessThanOrEqual(41)
    expect(new Set(cells.map(([, , low]) => low)).size).toBeLessThanOrEqual(20)
    expect(cells.reduce((sum, cell) => sum + cell[4]!, 0)).toBe(1000)
  })

  it('leaves frames as they are where there are no series', () => {
    const table = defineTable({ a: text() }).fromRows([{ a: 'x' }])
    const { frames, notices } = applyTo(heatmap, [table])
    expect(frames).toEqual([table])
    expect(notices).toHaveLength(1)
  })
})
