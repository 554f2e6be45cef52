import { defineTable, number, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { dedupeByValues } from './dedupe-by-values.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const table = defineTable({ host: text(), n: number() }).fromRows([
  { host: 'b', n: 1 },
  { host: 'a', n: 2 },
  { host: 'b', n: 3 },
  { host: null, n: 4 },
  { host: null, n: 4 },
])

describe('dedupeByValues', () => {
  copesWithOddFrames(dedupeByValues)
  copesWithOddFrames(dedupeByValues, { fields: ['host', 'value'], keep: 'last' })

  it('keeps the first row of equal ones', () => {
    const { frames } = applyTo(dedupeByValues, [table], { fields: ['host'] })
    expect(cellsOf(frames[0])).toEqual(Object.entries({ host: ['b', 'a', null], n: [1, 2, 4] }))
  })

  it('keeps the last row of equal ones, in its place', () => {
    const { frames } = applyTo(dedupeByValues, [table], { fields: ['host'], keep: 'last' })
    expect(cellsOf(frames[0])).toEqual(Object.entries({ host: ['a', 'b', null], n: [2, 3, 4] }))
  })

  it('compares whole rows where no field is named', () => {
    expect(applyTo(dedupeByValues, [table]).frames[0]!.length).toBe(4)
  })

  it('leaves a frame without these fields, and says so', () => {
    const { frames, notices } = applyTo(dedupeByValues, [table], { fields: ['nope'] })
    expect(frames[0]).toBe(table)
    expect(notices[0]!.text).toBe('Field "nope" is not there, and is passed over.')
  })
})
