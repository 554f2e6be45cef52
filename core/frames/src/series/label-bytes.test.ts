import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLabels, dumpSeries } from '../../test/arbitrary.ts'
import { encode, SeriesBuilder, type Labels, type SeriesFrame } from '../index.ts'

const encoder = new TextEncoder()
/** Reused for all texts, as parsers do it. */
const buffer = new Uint8Array(1 << 12)

function give(builder: SeriesBuilder, labels: Labels) {
  for (const [name, text] of Object.entries(labels)) {
    const to = encoder.encodeInto(name, buffer).written
    const number = builder.labels.name(buffer, 0, to)
    const end = 7 + encoder.encodeInto(text, buffer.subarray(7)).written
    builder.labels.set(number, buffer, 7, end)
  }
}

function fromBytes(all: readonly Labels[]): SeriesFrame {
  const builder = new SeriesBuilder()
  for (const labels of all) {
    give(builder, labels)
    builder.addRow([1], [2])
  }
  return builder.build()
}

describe('labels by bytes', () => {
  it('make the same frame as labels by objects', () => {
    fc.assert(
      fc.property(fc.array(anyLabels, { maxLength: 20 }), (all) => {
        const objects = new SeriesBuilder()
        for (const labels of all) objects.add(labels, [1], [2])
        expect(encode(fromBytes(all))).toEqual(encode(objects.build()))
        expect(dumpSeries(fromBytes(all)).map(({ labels }) => labels)).toEqual(all)
      }),
    )
  })

  it('stay apart and are found again when there are many', () => {
    const all = Array.from({ length: 5000 }, (_, i) => ({ id: `${i % 2500}`, ['x'.repeat(i % 3)]: `${i}` }))
    const frame = fromBytes(all)
    expect(frame.labels.get('id')!.dictionary.length).toBe(2500)
    expect(dumpSeries(frame).map(({ labels }) => labels)).toEqual(all)
  })

  it('may be mixed with objects, under the same codes', () => {
    const builder = new SeriesBuilder().add({ job: 'api' }, [1], [2])
    give(builder, { job: 'api' })
    builder.addRow([1], [2]).add({ job: 'db' }, [1], [2])
    const job = builder.build().labels.get('job')!
    expect([[...job.codes], job.dictionary.strings]).toEqual([
      [0, 0, 1],
      ['api', 'db'],
    ])
  })

  it('can be given by code, overridden and forgotten', () => {
    const builder = new SeriesBuilder()
    give(builder, { job: 'api', host: 'a' })
    builder.addRow([1], [2])
    builder.labels.setCode(0, 0)
    give(builder, { host: 'b' })
    give(builder, { host: 'c' })
    builder.addRow([1], [2])
    give(builder, { job: 'gone', host: 'gone' })
    builder.labels.clear()
    builder.addRow([1], [2])
    expect(dumpSeries(builder.build()).map(({ labels }) => labels)).toEqual([
      { job: 'api', host: 'a' },
      { job: 'api', host: 'c' },
      {},
    ])
  })

  it('are refused when they are not UTF-8 or not known, and named when the times are wrong', () => {
    const builder = new SeriesBuilder()
    expect(() => builder.labels.name(Uint8Array.of(0x61, 0xff), 0, 2)).toThrow(
      expect.objectContaining({ code: 'FRAME_TEXT' }),
    )
    give(builder, { host: 'a' })
    for (const act of [() => builder.labels.set(1, buffer, 0, 1), () => builder.labels.setCode(0, 1)])
      expect(act).toThrow(expect.objectContaining({ code: 'FRAME_LABEL_CODE', params: { code: 1 } }))
    expect(() => builder.addRow([2, 1], [2, 1])).toThrow(
      expect.objectContaining({ code: 'FRAME_TIMES', params: { series: '{"host":"a"}', index: 1 } }),
    )
  })
})

describe('a row', () => {
  it('takes the first of longer arrays, and refuses more than there are', () => {
    const times = Float64Array.of(1, 2, 3, 0)
    const builder = new SeriesBuilder({ step: 1 }).addRow(times, times, 3).addRow(times, times, 0)
    expect(dumpSeries(builder.build()).map(({ time }) => time)).toEqual([[1, 2, 3], []])
    expect(() => new SeriesBuilder().addRow([1, 2], [1], 2)).toThrow(expect.objectContaining({ code: 'FRAME_LENGTH' }))
  })
})

describe('a step that is known beforehand', () => {
  it('is used when all times fit, with nulls in the gaps', () => {
    const builder = new SeriesBuilder({ step: 10 })
    const frame = builder.add({}, [0, 10, 30, 40], [1, 2, 4, 5]).add({}, [5, 15], [6, 7]).build()
    expect(frame.step).toBe(10)
    expect(dumpSeries(frame).map(({ time, fields }) => [time, fields['value']])).toEqual([
      [
        [0, 10, 20, 30, 40],
        [1, 2, null, 4, 5],
      ],
      [
        [5, 15],
        [6, 7],
      ],
    ])
  })

  it('is given up at the first time that does not fit, wherever that comes', () => {
    const frame = new SeriesBuilder({ step: 10 })
      .add({ i: '0' }, [0, 10, 30], [1, 2, 3])
      .add({ i: '1' }, [], [])
      .add({ i: '2' }, [0, 20, 25], [4, 5, 6])
      .add({ i: '3' }, [10, 20], [7, 8])
      .build()
    expect(frame.step).toBeUndefined()
    expect(dumpSeries(frame).map(({ time }) => time)).toEqual([[0, 10, 30], [], [0, 20, 25], [10, 20]])
    expect([...frame.numbers().values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('is given up when most of the slots would be empty', () => {
    const frame = new SeriesBuilder({ step: 1 }).add({}, [0, 1e12], [1, 2]).build()
    expect([frame.step, frame.points, [...frame.at(0).time]]).toEqual([undefined, 2, [0, 1e12]])
  })
})
