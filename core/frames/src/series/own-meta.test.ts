import { expect, it } from 'vitest'
import {
  concat,
  decode,
  encode,
  number,
  pick,
  SeriesBuilder,
  slice,
  TextColumn,
  TextDictionary,
  toLong,
  toWide,
  type SeriesFrame,
} from '../index.ts'

const frame = new SeriesBuilder({ fields: { value: number({ unit: 'short', config: { min: 0 } }), max: number() } })
  .add({ i: 'a' }, [1, 2], { value: [1, 2], max: [3, 4] }, { unit: 'bytes', displayName: 'A' })
  .add({ i: 'b' }, [1, 2], { value: [1, 2], max: [3, 4] })
  .add({ i: 'c' }, [1, 2], { value: [1, 2], max: [3, 4] }, { displayName: 'C' })
  .build()
const metas = (of: SeriesFrame, field?: string) => Array.from(of, (series) => series.meta(field))
const config = { min: 0 }
const expected = [
  { unit: 'bytes', displayName: 'A', config },
  { unit: 'short', config },
  { unit: 'short', displayName: 'C', config },
]

it('is what a series says in place of its field', () => {
  expect(metas(frame)).toEqual(expected)
  expect(metas(frame, 'max')).toEqual([{ unit: 'bytes', displayName: 'A' }, {}, { displayName: 'C' }])
  const plain = new SeriesBuilder().add({}, [1], [1]).build()
  expect(plain.at(0).meta()).toBe(plain.field().meta)
})

it('goes with its series, wherever that goes', () => {
  expect(metas(decode(encode(frame)) as SeriesFrame)).toEqual(expected)
  expect(metas(slice(frame, 1))).toEqual(expected.slice(1))
  expect(metas(pick(frame, [2, 0]))).toEqual([expected[2], expected[0]])
  const plain = new SeriesBuilder().add({}, [1], [1]).build()
  expect(metas(concat([frame, plain, slice(frame, 0, 1)]))).toEqual([...expected, expected[1], expected[0]])
  expect(Array.from(toWide(frame).fields.values(), ({ meta }) => meta)).toEqual([{}, ...expected])
  const { unit, displayName } = toLong(frame).rowAt(0)
  expect([unit, displayName]).toEqual(['bytes', 'A'])
})

it('is no list, so a field may be called unit', () => {
  const named = new SeriesBuilder({ fields: { unit: number() } }).add({}, [1], [2], { displayName: 'N' }).build()
  const back = decode(encode(named)) as SeriesFrame
  expect([[...back.fields.keys()], back.at(0).meta('unit')]).toEqual([['unit'], { displayName: 'N' }])
})

it('is refused where there is not one for each series', () => {
  const own = new Map([['unit', new TextColumn(Int32Array.of(0), new TextDictionary(['s']))]] as const)
  expect(() => decode(encode(frame.with({ own })))).toThrow(expect.objectContaining({ code: 'FRAME_MALFORMED' }))
})
