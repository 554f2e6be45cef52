import { defineTable, integer, nanos, number, SeriesBuilder, text, time } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { convertFrameType } from './convert-frame-type.ts'
import { applyTo, cellsOf, copesWithOddFrames, namesOf } from './testing.ts'

const table = defineTable({ host: text(), at: nanos(), value: number(), count: integer() }).fromRows(
  [
    { host: 'b', at: 2_000_000_000n, value: 4, count: 1 },
    { host: 'a', at: 1_000_000_000n, value: 3, count: 2 },
    { host: 'b', at: 1_000_000_000n, value: null, count: 3 },
  ],
  { refId: 'A' },
)
const series = new SeriesBuilder({ refId: 'B' }).add({ traceID: 'x' }, [0, 1000], [1, 2]).build()

describe('convertFrameType', () => {
  for (const to of ['series', 'table', 'annotations', 'exemplars']) copesWithOddFrames(convertFrameType, { to })

  it('makes series of a table by its first times', () => {
    const [made] = applyTo(convertFrameType, [table]).frames
    expect(made!.kind).toBe('series')
    expect(namesOf([made!])).toEqual(['value{host="b"}', 'count{host="b"}', 'value{host="a"}', 'count{host="a"}'])
    expect(cellsOf(made)).toEqual([
      ['host', ['b', 'b', 'a']],
      ['time', [1000, 2000, 1000]],
      ['value', [null, 4, 3]],
      ['count', [3, 1, 2]],
    ])
  })

  it('makes a table of series', () => {
    const [made] = applyTo(convertFrameType, [series], { to: 'table' }).frames
    expect([made!.kind, cellsOf(made)!.map(([name]) => name)]).toEqual(['table', ['traceID', 'time', 'value']])
  })

  it('makes exemplars of series, and annotations of a table', () => {
    const [exemplars] = applyTo(convertFrameType, [series], { to: 'exemplars' }).frames
    expect([exemplars!.kind, ...cellsOf(exemplars)!]).toEqual([
      'exemplars',
      ['traceId', ['x', 'x']],
      ['time', [0, 1000]],
      ['value', [1, 2]],
    ])
    const [annotations] = applyTo(convertFrameType, [table], { to: 'annotations' }).frames
    expect([annotations!.kind, ...cellsOf(annotations)!.slice(0, 2)]).toEqual([
      'annotations',
      ['title', ['b', 'a', 'b']],
      ['time', [2000, 1000, 1000]],
    ])
  })

  it('leaves what does not fit, and says why', () => {
    const timeless = defineTable({ value: number() }).fromRows([{ value: 1 }], { refId: 'C' })
    const { frames, notices } = applyTo(convertFrameType, [timeless])
    expect(frames[0]).toBe(timeless)
    expect(notices[0]!.text).toBe(
      'The frame of query C stays a table: series need a field of times and one of numbers or booleans.',
    )
    const times = defineTable({ time: time() }).fromRows([{ time: 1 }])
    expect(applyTo(convertFrameType, [times], { to: 'annotations' }).notices[0]!.text).toMatch(
      /^A frame does not become annotations: .*title/,
    )
  })
})
