import { Annotations, defineTable, nanos, number, SeriesBuilder, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'

import { shiftTimes } from './time-shift.ts'

const HOUR = 3_600_000
const timesOf = (frame: Frame) =>
  frame.kind === 'series'
    ? Array.from(frame, ({ time }) => [...time])
    : Array.from({ length: frame.length }, (_, i) => frame.rowAt(i)['time'])
const seriesAt = (...times: number[]) =>
  new SeriesBuilder({ meta: { set: 'a' }, fields: { value: number() } }).add({ host: 'a' }, times, times).build()

describe('shiftTimes', () => {
  it.each([
    ['regular', [0, 1000, 2000]],
    ['explicit', [0, 1, 777]],
  ])('moves the times of a series whose axis is %s', (kind, times) => {
    const frame = seriesAt(...times)
    const shifted = shiftTimes(frame, HOUR)
    expect(frame.axis.kind).toBe(kind)
    expect(timesOf(shifted)).toEqual([times.map((time) => time + HOUR)])
    expect(timesOf(frame)).toEqual([times])
    expect(shifted.fields).toBe(frame.fields)
  })

  it('moves every time of a table, and nothing else', () => {
    const marks = Annotations.fromRows([
      { time: 1, timeEnd: 5, title: 'a' },
      { time: 2, title: 'b' },
    ])
    const shifted = shiftTimes(marks, HOUR)
    expect(shifted.kind === 'annotations' && [shifted.rowAt(0), shifted.rowAt(1)]).toMatchObject([
      { time: HOUR + 1, timeEnd: HOUR + 5, title: 'a' },
      { time: HOUR + 2, timeEnd: null, title: 'b' },
    ])
    const exact = defineTable({ time: nanos() }).fromRows([{ time: 1_000_000_001n }])
    expect(timesOf(shiftTimes(exact, 1))).toEqual([1_001_000_001n])
  })

  it('says by how much, beside what the frame says itself', () => {
    expect(shiftTimes(seriesAt(0), HOUR).meta.meta).toEqual({ set: 'a', timeShiftMs: HOUR })
  })
})
