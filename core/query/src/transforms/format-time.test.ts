import { defineTable, nanos, number, SeriesBuilder, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { formatTime } from './format-time.ts'
import { applyTo, cellsOf, copesWithOddFrames } from './testing.ts'

const noon = Date.UTC(2026, 6, 1, 12, 5)
const table = defineTable({ time: time(), exact: nanos(), n: number() }).fromRows([
  { time: noon, exact: BigInt(noon) * 1_000_000n, n: 1 },
  { time: null, exact: null, n: 2 },
])
const made = (options: object, at = 0) => cellsOf(applyTo(formatTime, [table], options).frames[0])![at]![1]

describe('formatTime', () => {
  copesWithOddFrames(formatTime)
  copesWithOddFrames(formatTime, { field: 'exact', format: '', timeZone: 'America/New_York' })

  it('writes times by a format, in a time zone', () => {
    expect(made({})).toEqual(['2026-07-01 12:05:00', null])
    expect(made({ field: 'Time', format: 'ddd, D MMMM [at] h:mm a', timeZone: 'Europe/Berlin' })).toEqual([
      'Wed, 1 July at 2:05 pm',
      null,
    ])
    expect(made({ field: 'exact', format: '', timeZone: 'Europe/Berlin' }, 1)).toEqual([
      '2026-07-01T14:05:00+02:00',
      null,
    ])
  })

  it('makes rows of series', () => {
    const series = new SeriesBuilder().add({ host: 'a' }, [noon], [1]).build()
    expect(cellsOf(applyTo(formatTime, [series], { format: 'HH:mm' }).frames[0])).toEqual([
      ['host', ['a']],
      ['time', ['12:05']],
      ['value', [1]],
    ])
  })

  it('says what it cannot do', () => {
    expect(applyTo(formatTime, [table], { field: 'n' }).notices[0]!.text).toBe(
      'There is no field "n" of times: nothing is written.',
    )
    const { frames, notices } = applyTo(formatTime, [table], { timeZone: 'Mars/Base' })
    expect(notices[0]!.text).toBe('"Mars/Base" is no time zone that is known here: times are of UTC.')
    expect(cellsOf(frames[0])![0]![1]![0]).toBe('2026-07-01 12:05:00')
  })
})
