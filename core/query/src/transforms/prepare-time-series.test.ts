import { defineTable, number, SeriesBuilder, text, time, type Frame } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { prepareTimeSeries } from './prepare-time-series.ts'
import { applyTo, copesWithOddFrames } from './testing.ts'

const series = () => {
  const builder = new SeriesBuilder({ refId: 'A', fields: { value: number({ unit: 's' }) } })
  builder.add({ host: 'a' }, [0, 1000], [1, 2])
  builder.add({ host: 'b' }, [1000, 2500], [3, 4])
  return builder.build()
}
const table = defineTable({ at: time(), zone: text(), load: number() }).fromRows(
  [
    { at: 500, zone: 'z', load: 7 },
    { at: 0, zone: 'z', load: 6 },
  ],
  { refId: 'B' },
)
const rowsOf = (frame: Frame | undefined) =>
  frame && frame.kind !== 'series' ? Array.from({ length: frame.length }, (_, i) => frame.rowAt(i)) : undefined

describe('prepareTimeSeries', () => {
  for (const format of ['wide', 'multi', 'long']) copesWithOddFrames(prepareTimeSeries, { format })

  it('makes a column of each series', () => {
    const { frames, notices } = applyTo(prepareTimeSeries, [series(), table])
    expect(notices).toEqual([])
    expect(frames.map(rowsOf)).toEqual([
      [
        { time: 0, '{host="a"}': 1, '{host="b"}': null, '{zone="z"}': 6 },
        { time: 500, '{host="a"}': null, '{host="b"}': null, '{zone="z"}': 7 },
        { time: 1000, '{host="a"}': 2, '{host="b"}': 3, '{zone="z"}': null },
        { time: 2500, '{host="a"}': null, '{host="b"}': 4, '{zone="z"}': null },
      ],
    ])
    expect(frames[0]!.fields.get('{host="a"}')!.meta).toEqual({ unit: 's' })
  })

  it('makes a frame of each series', () => {
    const { frames } = applyTo(prepareTimeSeries, [series(), table], { format: 'multi' })
    expect(frames.map((frame) => frame.kind === 'series' && [frame.labelsAt(0), [...frame.numbersAt(0)]])).toEqual([
      [{ host: 'a' }, [1, 2]],
      [{ host: 'b' }, [3, 4]],
      [{ zone: 'z' }, [6, 7]],
    ])
  })

  it('makes a row of each point, in the order of time', () => {
    const { frames } = applyTo(prepareTimeSeries, [series()], { format: 'long' })
    expect(frames.map(rowsOf)).toEqual([
      [
        { time: 0, host: 'a', value: 1 },
        { time: 1000, host: 'a', value: 2 },
        { time: 1000, host: 'b', value: 3 },
        { time: 2500, host: 'b', value: 4 },
      ],
    ])
    expect(frames[0]!.meta.refId).toBe('A')
  })

  it('says what has no times', () => {
    const other = defineTable({ n: number() }).fromRows([{ n: 1 }])
    const { frames, notices } = applyTo(prepareTimeSeries, [series(), other])
    expect(frames).toHaveLength(1)
    expect(notices.map(({ text: said }) => said)).toEqual(['Frames without times or numbers are left out: 1 of 2.'])
  })
})
