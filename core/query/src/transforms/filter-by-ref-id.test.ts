import { defineTable, number } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { filterByRefId } from './filter-by-ref-id.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const frames = ['A', 'B', 'B', undefined].map((refId) =>
  defineTable({ n: number() }).fromRows([], refId === undefined ? {} : { refId }),
)
const kept = (options: object) => applyTo(filterByRefId, frames, options).frames.map(({ meta }) => meta.refId)

describe('filterByRefId', () => {
  copesWithOddFrames(filterByRefId)
  copesWithOddFrames(filterByRefId, { refIds: ['A'], exclude: true })

  it('keeps the results of some queries, or all but these', () => {
    expect(kept({ refIds: ['B'] })).toEqual(['B', 'B'])
    expect(kept({ refIds: ['B'], exclude: true })).toEqual(['A', undefined])
    expect(applyTo(filterByRefId, frames).frames).toBe(frames)
  })

  it('says which query has no result', () => {
    const { frames: made, notices } = applyTo(filterByRefId, frames, { refIds: ['A', 'C'] })
    expect(made).toEqual([frames[0]])
    expect(notices).toEqual([{ severity: 'warning', text: 'There is no result of the query C.' }])
  })
})
