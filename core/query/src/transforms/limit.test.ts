import { defineTable, number, SeriesBuilder, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { limit } from './limit.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const pointsOf = (frame: Frame) =>
  frame.kind === 'series' ? Array.from(frame, ({ values }) => [...values]) : undefined

describe('limit', () => {
  copesWithOddFrames(limit)
  copesWithOddFrames(limit, { limit: 0 })

  it('keeps the first rows, and the first points of each series', () => {
    const table = defineTable({ n: number() }).fromRows([1, 2, 3].map((n) => ({ n })))
    const builder = new SeriesBuilder({ fields: { value: number() } })
    builder.add({ host: 'a' }, [0, 1, 2], [1, null, 3])
    builder.add({ host: 'b' }, [0], [4])
    const [rows, series] = applyTo(limit, [table, builder.build()], { limit: 2 }).frames
    expect(rows!.length).toBe(2)
    expect(pointsOf(series!)).toEqual([[1, NaN], [4]])
  })

  it('leaves shorter frames as they are', () => {
    const table = defineTable({ n: number() }).fromRows([{ n: 1 }])
    expect(applyTo(limit, [table]).frames[0]).toBe(table)
  })
})
