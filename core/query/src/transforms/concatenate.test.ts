import { defineTable, number, SeriesBuilder, text } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { concatenate } from './concatenate.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const cpu = defineTable({ value: number(), host: text() }).fromRows(
  [
    { value: 1, host: 'a' },
    { value: 2, host: 'b' },
  ],
  {
    name: 'cpu',
    refId: 'A',
  },
)
const mem = defineTable({ value: number() }).fromRows([{ value: 3 }], { refId: 'B' })

describe('concatenate', () => {
  copesWithOddFrames(concatenate)
  copesWithOddFrames(concatenate, { frameName: 'column', column: 'host' })
  copesWithOddFrames(concatenate, { frameName: 'drop' })

  it.each([
    ['field', { 'cpu · value': [1, 2], 'cpu · host': ['a', 'b'], 'B · value': [3, null] }],
    ['drop', { value: [1, 2], host: ['a', 'b'], 'value (2)': [3, null] }],
    [
      'column',
      { frame: ['cpu', 'cpu'], value: [1, 2], host: ['a', 'b'], 'frame (2)': ['B', null], 'value (2)': [3, null] },
    ],
  ])('puts fields side by side, with the name of the frame: %s', (frameName, expected) => {
    expect(cellsOf(applyTo(concatenate, [cpu, mem], { frameName }).frames[0])).toEqual(Object.entries(expected))
  })

  it('takes the points of series as rows', () => {
    const series = new SeriesBuilder({ refId: 'C' }).add({ host: 'a' }, [7], [8]).build()
    expect(cellsOf(applyTo(concatenate, [mem, series], { frameName: 'drop' }).frames[0])).toEqual(
      Object.entries({ value: [3], host: ['a'], time: [7], 'value (2)': [8] }),
    )
  })

  it('leaves a single frame as it is', () => {
    expect(applyTo(concatenate, [cpu]).frames).toEqual([cpu])
  })
})
