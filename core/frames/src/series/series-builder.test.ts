import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlain, buildSeries, dropMissing, dumpSeries } from '../../test/arbitrary.ts'
import { FrameError, number, SeriesBuilder, seriesKey, text } from '../index.ts'

describe('a series builder', () => {
  it('gives back what was added, whatever the times are', () => {
    fc.assert(
      fc.property(
        anyPlain,
        (plain) => void expect(dropMissing(dumpSeries(buildSeries(plain)))).toEqual(dropMissing(plain)),
      ),
    )
  })

  it('makes the times regular, with nulls in the gaps', () => {
    const frame = new SeriesBuilder().add({ host: 'a' }, [0, 10, 20, 50], [1, NaN, null, 4]).build()
    expect(frame.step).toBe(10)
    expect(dumpSeries(frame)).toEqual([
      { labels: { host: 'a' }, time: [0, 10, 20, 30, 40, 50], fields: { value: [1, NaN, null, null, null, 4] } },
    ])
    expect([...frame.at(0).values]).toEqual([1, NaN, NaN, NaN, NaN, 4])
    expect([1, 2].map((k) => frame.at(0).isNull(k))).toEqual([false, true])
  })

  it('keeps the times as they are when filling the gaps would add more than half', () => {
    const gaps = (count: number) =>
      new SeriesBuilder()
        .add({}, [0, 10, ...Array.from({ length: 8 }, (_, k) => 20 + 10 * (k + count))], Array(10).fill(1))
        .build()
    expect(gaps(5).step).toBe(10)
    expect(gaps(6).step).toBeUndefined()
    expect(gaps(6).points).toBe(10)
  })

  it('lets regular series start and end apart from each other, as views of one array', () => {
    const frame = new SeriesBuilder({ step: 1000 })
      .add({ i: '0' }, [], [])
      .add({ i: '1' }, [5000, 6000], [1, 2])
      .add({ i: '2' }, [6000], [3])
      .build()
    expect(frame.step).toBe(1000)
    expect(frame.at(1).time.buffer).toBe(frame.at(2).time.buffer)
    expect(dumpSeries(frame).map(({ time }) => time)).toEqual([[], [5000, 6000], [6000]])
  })

  it('gives right times to regular series that do not lie on one grid', () => {
    const frame = new SeriesBuilder()
      .add({ i: '0' }, [0, 10, 20], [1, 2, 3])
      .add({ i: '1' }, [3, 13], [1, 2])
      .add({ i: '2' }, [1e12, 1e12 + 10], [1, 2])
      .build()
    expect(frame.step).toBe(10)
    expect(dumpSeries(frame).map(({ time }) => time)).toEqual([
      [0, 10, 20],
      [3, 13],
      [1e12, 1e12 + 10],
    ])
  })

  it('does not use a step that does not fit', () => {
    expect(new SeriesBuilder({ step: 7 }).add({}, [0, 10, 20], [1, 2, 3]).build().step).toBeUndefined()
    expect(new SeriesBuilder({ step: 0.5 }).add({}, [0, 10, 20], [1, 2, 3]).build().step).toBe(10)
  })

  it('copies, so that a parser may reuse its arrays', () => {
    const times = new Float64Array(2)
    const values = new Float64Array(2)
    const builder = new SeriesBuilder()
    for (let i = 0; i < 3; i++) {
      times.set([i, i + 10])
      values.fill(i)
      builder.add({ i: `${i}` }, times, values)
    }
    expect(Array.from(builder.build(), ({ time, values }) => [...time, ...values])).toEqual([
      [0, 10, 0, 0],
      [1, 11, 1, 1],
      [2, 12, 2, 2],
    ])
  })

  it('can go on after a frame was built, which stays as it was', () => {
    const builder = new SeriesBuilder().add({ host: 'a' }, [0], [1])
    const before = builder.build()
    const after = builder.add({ host: 'b' }, [0], [2]).build()
    expect([before.length, after.length]).toEqual([1, 2])
    expect(dumpSeries(before)).toEqual([{ labels: { host: 'a' }, time: [0], fields: { value: [1] } }])
  })

  it('rounds times to whole milliseconds', () => {
    expect([
      ...new SeriesBuilder().add({}, [0.4, 1700000000780.9, 1700000000781.9], [1, 2, 3]).build().at(0).time,
    ]).toEqual([0, 1700000000781, 1700000000782])
  })

  it.each([[[2, 1]], [[1, 1]], [[0, NaN]], [[Infinity]], [[9e15]]])('refuses the times %j', (times) => {
    expect(() => new SeriesBuilder().add({ a: 'b' }, times, times)).toThrow(
      expect.objectContaining({ code: 'FRAME_TIMES', message: expect.stringContaining('{"a":"b"}') }),
    )
  })

  it('refuses values that are not as many as the times, or of another kind', () => {
    const code = (act: () => unknown) => {
      try {
        return act()
      } catch (error) {
        return error instanceof FrameError ? error.code : error
      }
    }
    // Plain JavaScript can pass anything.
    const untyped = (shape: object, values: unknown) =>
      code(() => new SeriesBuilder(shape).add({}, [1, 2], values as never))
    expect(untyped({}, [1])).toBe('FRAME_LENGTH')
    expect(untyped({}, undefined)).toBe('FRAME_LENGTH')
    expect(untyped({ fields: { a: number(), b: number() } }, [1, 2])).toBe('FRAME_LENGTH')
    expect(untyped({ fields: { a: number(), b: number() } }, { a: [1, 2] })).toBe('FRAME_LENGTH')
    expect(untyped({}, [1, '2'])).toBe('FRAME_CELL_KIND')
    expect(untyped({ fields: { a: text() } }, ['x', 2])).toBe('FRAME_CELL_KIND')
    expect(untyped({ fields: { time: number() } }, [1, 2])).toBe('FRAME_FIELD_NAME')
  })

  it('names its fields and series', () => {
    const frame = new SeriesBuilder({ refId: 'A', fields: { p50: number({ unit: 's' }), p99: number() } })
      .add({ b: '2', a: '1' }, [1, 2], { p50: [1, 2], p99: [3, 4] })
      .build()
    expect([...frame.at(0).of('p99')]).toEqual([3, 4])
    expect(frame.field('p50').meta).toEqual({ unit: 's' })
    expect([seriesKey(frame, 0), seriesKey(frame, 0, 'p99')]).toEqual([
      '["A","p50",["a","1"],["b","2"]]',
      '["A","p99",["a","1"],["b","2"]]',
    ])
    expect(() => frame.at(0).of('p75')).toThrow(
      expect.objectContaining({ code: 'FRAME_FIELD_MISSING', params: { field: 'p75', fields: ['p50', 'p99'] } }),
    )
  })
})
