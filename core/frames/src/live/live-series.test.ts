import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dumpSeries } from '../../test/arbitrary.ts'
import { alignSeries, decode, encode, LiveSeries, number, SeriesBuilder, withMeta } from '../index.ts'

const started = (window: number) => {
  const live = new LiveSeries({ window, value: number({ unit: 'percent' }) })
  live.replace(0, new SeriesBuilder().build())
  return live
}

describe('a live window', () => {
  it('shows the last moments of every series, as a plain list would', () => {
    const update = fc.record({
      isNew: fc.boolean(),
      values: fc.array(fc.option(fc.double({ noNaN: true }), { nil: NaN }), { maxLength: 8 }),
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.array(update, { maxLength: 40 }), (window, updates) => {
        const live = started(window)
        const plain: number[][] = []
        updates.forEach(({ isNew, values }, k) => {
          if (isNew) plain.push(Array<number>(k).fill(NaN))
          const rows = values.slice(0, plain.length).map((_, row) => row)
          const added = isNew ? [{ i: `${plain.length - 1}` }] : []
          expect(
            live.append({ sequence: k + 1, time: k * 10, added, rows, values: values.slice(0, rows.length) }),
          ).toBe(true)
          plain.forEach((series, row) => series.push(values[row] ?? NaN))
          expect(plain.map((_, row) => [...live.at(row).values])).toEqual(plain.map((series) => series.slice(-window)))
        })
        const times = updates.map((_, k) => k * 10).slice(-window)
        expect(dumpSeries(live.snapshot())).toEqual(
          plain.map((series, i) => ({
            labels: { i: `${i}` },
            time: times,
            fields: { value: series.slice(-window).map((value) => (Number.isNaN(value) ? null : value)) },
          })),
        )
      }),
    )
  })

  it('refuses an update after a gap, until it is replaced', () => {
    const live = started(3)
    const next = (sequence: number) =>
      live.append({ sequence, time: sequence, added: sequence === 1 ? [{}] : [], rows: [0], values: [sequence] })
    expect([next(1), next(3), next(2), next(2)]).toEqual([true, false, true, false])
    expect([...live.at(0).values]).toEqual([1, 2])
    live.replace(7, live.snapshot())
    expect([live.sequence, next(8), [...live.at(0).values]]).toEqual([7, true, [1, 2, 8]])
    expect(new LiveSeries({ window: 3 }).append({ sequence: 1, time: 1, added: [], rows: [], values: [] })).toBe(false)
  })

  it('starts from the last moments of a frame', () => {
    const live = new LiveSeries({ window: 2 })
    live.replace(4, new SeriesBuilder().add({ a: 'x' }, [0, 10, 20], [1, 2, 3]).add({ a: 'y' }, [30], [4]).build())
    expect([live.length, live.rowOf({ a: 'y' }), live.rowOf({ a: 'z' }), live.labelsAt(1)]).toEqual([
      2,
      1,
      undefined,
      { a: 'y' },
    ])
    expect([0, 1].map((row) => [[...live.at(row).time], [...live.at(row).values]])).toEqual([
      [
        [20, 30],
        [3, NaN],
      ],
      [
        [20, 30],
        [NaN, 4],
      ],
    ])
  })

  it('keeps a snapshot as it was, with the metadata of its numbers', () => {
    const live = started(2)
    live.append({ sequence: 1, time: 1, added: [{ a: 'x' }], rows: [0], values: [1] })
    const before = live.snapshot({ refId: 'A' })
    for (let k = 2; k < 9; k++) live.append({ sequence: k, time: k, added: [], rows: [0], values: [k] })
    expect(dumpSeries(before)).toEqual([{ labels: { a: 'x' }, time: [1], fields: { value: [1] } }])
    expect([before.meta, before.field().meta]).toEqual([{ refId: 'A' }, { unit: 'percent' }])
    expect(live.snapshot().step).toBe(1)
  })

  it('gives a frame of views, which copies nothing and reads like a snapshot', () => {
    const live = started(3)
    const next = (k: number) =>
      live.append({ sequence: k, time: k * 10, added: k === 1 ? [{ a: 'x' }, { b: 'y' }] : [], rows: [1], values: [k] })
    for (let k = 1; k < 6; k++) next(k)
    const view = live.view({ refId: 'A' })
    expect([...view].map(({ labels, time, values }) => [labels, [...time], [...values]])).toEqual([
      [{ a: 'x' }, [30, 40, 50], [NaN, NaN, NaN]],
      [{ b: 'y' }, [30, 40, 50], [3, 4, 5]],
    ])
    expect(view.at(1).values.buffer).toBe(live.at(1).values.buffer)
    expect([...view.numbers().values]).toEqual([NaN, NaN, NaN, 3, 4, 5])
    expect(alignSeries(view).values[1]).toEqual(live.at(1).values)
    expect([view.field().meta.unit, withMeta(view, { refId: 'B' }).meta.refId]).toEqual(['percent', 'B'])
    next(6)
    const later = live.view()
    expect([later.at(1).values.buffer, later.offsets]).toEqual([view.at(1).values.buffer, view.offsets])
    expect(decode(encode(later)).fields.get('value')?.length).toBe(6)
    const kept = [...later.at(1).values]
    live.replace(7, live.snapshot())
    expect(live.at(1).values.buffer).not.toBe(later.at(1).values.buffer)
    expect([...later.at(1).values]).toEqual(kept)
  })

  it('changes nothing when an update is wrong', () => {
    const live = started(2)
    live.append({ sequence: 1, time: 5, added: [{}], rows: [0], values: [1] })
    const wrong = (patch: object) => () =>
      live.append({ sequence: 2, time: 6, added: [{ n: 'ew' }], rows: [0], values: [2], ...patch })
    expect(wrong({ rows: [2] })).toThrow(
      expect.objectContaining({ code: 'FRAME_LIVE_ROW', params: { row: 2, rows: 2 } }),
    )
    expect(wrong({ rows: [-1] })).toThrow(expect.objectContaining({ code: 'FRAME_LIVE_ROW' }))
    expect(wrong({ time: 5 })).toThrow(expect.objectContaining({ code: 'FRAME_TIMES' }))
    expect(wrong({ values: [] })).toThrow(expect.objectContaining({ code: 'FRAME_LENGTH' }))
    expect([live.length, live.sequence, [...live.at(0).values]]).toEqual([1, 1, [1]])
  })
})
