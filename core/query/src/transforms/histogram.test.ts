import { defineTable, number, SeriesBuilder, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { histogram } from './histogram.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const table = (v: readonly number[], w: readonly (number | null)[] = v) =>
  defineTable({ v: number({ unit: 'bytes' }), w: number() }).fromColumns({ v, w }, { refId: 'A' })

const columnsOf = (frame: Frame | undefined) =>
  Object.fromEntries(
    Array.from(frame!.fields, ([name, column]) => [
      name,
      Array.from({ length: column.length }, (_, i) => column.at(i)),
    ]),
  )

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const mixed = [1, 1, 1, 2, 2, 2, 3, 3, 3, 100]

describe('histogram', () => {
  copesWithOddFrames(histogram)
  copesWithOddFrames(histogram, { combine: true, bucketSize: 0.1, bucketOffset: 0.05 })

  it('counts in buckets that all fields share, and leaves empty ones out', () => {
    const [made] = applyTo(histogram, [table(ten, mixed)]).frames
    expect(columnsOf(made)).toEqual({ xMin: [0, 4, 8, 100], xMax: [4, 8, 12, 104], v: [3, 4, 3, 0], w: [9, 0, 0, 1] })
    expect(made!.fields.get('xMin')!.meta).toEqual({ unit: 'bytes' })
    expect(made!.meta.refId).toBe('A')
  })

  it('takes a width, an offset, and all fields together', () => {
    const of = (options: object) => columnsOf(applyTo(histogram, [table(ten, mixed)], options).frames[0])
    expect(of({ bucketSize: 3, bucketOffset: 1 })).toEqual({
      xMin: [1, 4, 7, 10, 100],
      xMax: [4, 7, 10, 13, 103],
      v: [3, 3, 3, 1, 0],
      w: [9, 0, 0, 0, 1],
    })
    expect(of({ bucketSize: 10, combine: true })).toEqual({
      xMin: [0, 10, 100],
      xMax: [10, 20, 110],
      count: [18, 1, 1],
    })
  })

  it('has decimal bounds, and every value on the right side of them', () => {
    const [made] = applyTo(histogram, [table([0.1, 0.22, 0.3, 0.49, 0.5], [null, NaN, 1, 2, 3])]).frames
    expect(columnsOf(made)).toEqual({
      xMin: [0.1, 0.2, 0.3, 0.4, 0.5, 1, 2, 3],
      xMax: [0.2, 0.3, 0.4, 0.5, 0.6, 1.1, 2.1, 3.1],
      v: [1, 1, 1, 1, 1, 0, 0, 0],
      w: [0, 0, 0, 0, 0, 1, 1, 1],
    })
  })

  it('does not cut finer than the values lie apart', () => {
    const [made] = applyTo(histogram, [table([0, 1000, 4000])]).frames
    expect(columnsOf(made)).toMatchObject({ xMin: [0, 1000, 4000], xMax: [1000, 2000, 5000] })
    const [equal] = applyTo(histogram, [table([5, 5])]).frames
    expect(columnsOf(equal)).toMatchObject({ xMin: [5], xMax: [6], v: [2] })
  })

  it('counts series under the names that they are shown by', () => {
    const builder = new SeriesBuilder({ fields: { value: number() } })
    builder.add({ host: 'a' }, [0, 1], [1, 2]).add({ host: 'b' }, [0], [1])
    const [made] = applyTo(histogram, [builder.build()], { bucketSize: 1 }).frames
    expect(columnsOf(made)).toEqual({ xMin: [1, 2], xMax: [2, 3], a: [1, 1], b: [1, 0] })
  })

  it('copes with moments and with the largest numbers', () => {
    const [made] = applyTo(histogram, [table([1_700_000_000_123, 1_700_000_000_125])]).frames
    expect(columnsOf(made)).toMatchObject({ xMin: [1_700_000_000_122, 1_700_000_000_124], v: [1, 1] })
    const { v } = columnsOf(applyTo(histogram, [table([-1.7e308, 1.7e308])]).frames[0])
    expect(v!.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(2)
  })

  it('says what does not count, and widens buckets that are too many', () => {
    const { frames, notices } = applyTo(histogram, [table([0, 1e6, Infinity])], { bucketSize: 1 })
    expect(notices.map(({ text }) => text)).toEqual([
      'Infinite values are not counted: 2.',
      'Buckets of 1 would be too many: they are 10 wide.',
    ])
    expect(columnsOf(frames[0])).toMatchObject({ xMin: [0, 1e6] })
  })
})
