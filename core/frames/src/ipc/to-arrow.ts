import {
  Bool,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  TimestampNanosecond,
  Utf8,
  Vector,
  type Data,
} from 'apache-arrow'
import type { BooleanColumn } from '../column/boolean-column.ts'
import type { Column } from '../column/column.ts'
import { Int32Buffer } from '../column/growable.ts'
import type { TextColumn } from '../column/text-column.ts'
import type { Utf8Strings } from '../column/utf8.ts'
import { toValidity, type Validity } from '../column/validity.ts'
import type { Frame } from '../frame.ts'
import type { SeriesFrame } from '../series/series-frame.ts'
import type { TableFrame } from '../table/table-frame.ts'
import { toInt64 } from './int64.ts'
import { packFieldMeta, packFrameMeta } from './wire-metadata.ts'

const booleans = new Bool()
const integers = new Int64()
const millis = new TimestampMillisecond()
const nanoseconds = new TimestampNanosecond()
const numbers = new Float64()
const strings = new Utf8()

interface ArrowColumn {
  readonly field: Field
  readonly data: Data
}

/**
 * The frame as an Arrow table of one record batch, for Arrow tools. It shares the frame's buffers: do not change it.
 * Only `makeData` is used here: apache-arrow's own builders make functions from text, which a strict CSP forbids.
 */
export function toArrow(frame: Frame): Table {
  const columns = new ColumnWriter().write(frame)
  const fields = columns.map(({ field }) => field)
  const schema = new Schema(fields, packFrameMeta(frame.kind, frame.meta))
  const children = columns.map(({ data }) => data)
  const rows = makeData({ type: new Struct(fields), length: frame.length, nullCount: 0, children })
  return new Table(schema, new RecordBatch(schema, rows))
}

/** Makes the columns of one frame, whose dictionaries it numbers from 0: equal frames give equal bytes. */
class ColumnWriter {
  #dictionaries = 0

  write(frame: Frame): ArrowColumn[] {
    return frame.kind === 'series' ? this.#series(frame) : this.#table(frame)
  }

  #table({ fields }: TableFrame): ArrowColumn[] {
    return Array.from(fields, ([name, column]) =>
      arrowColumn(name, this.#column(column), packFieldMeta(column.meta, column.kind === 'json')),
    )
  }

  #series({ labels, offsets, axis, fields, length }: SeriesFrame): ArrowColumn[] {
    const texts = Array.from(labels, ([name, column]) => arrowColumn(name, this.#text(column)))
    const type = new Struct(texts.map(({ field }) => field))
    // The labels stand in a struct of their own, so that one may be called `time` or `value`.
    const labelData = makeData({ type, length, nullCount: 0, children: texts.map(({ data }) => data) })
    const time =
      axis.kind === 'regular'
        ? arrowColumn('time', millisData(axis.starts, undefined), packFieldMeta({ step: axis.step }))
        : arrowColumn('time', listData(offsets, millisData(axis.times.values, undefined)))
    const values = Array.from(fields, ([name, column]) =>
      arrowColumn(name, listData(offsets, this.#column(column)), packFieldMeta(column.meta)),
    )
    return [arrowColumn('labels', labelData), time, ...values]
  }

  #column(column: Column): Data {
    const { length } = column
    switch (column.kind) {
      case 'number':
        return makeData({ type: numbers, length, data: column.values, ...nulls(column.validity) })
      case 'time':
        return millisData(column.values, column.validity)
      case 'integer':
        return makeData({ type: integers, length, data: toInt64(column.values), ...nulls(column.validity) })
      case 'nanos':
        return makeData({ type: nanoseconds, length, data: column.values, ...nulls(column.validity) })
      case 'boolean':
        return booleanData(column)
      case 'text':
        return this.#text(column)
      case 'longText':
      case 'json':
        return stringsData(column.strings, column.validity)
    }
  }

  #text({ codes, length, dictionary }: TextColumn): Data {
    const missing = new Int32Buffer()
    for (let i = 0; i < length; i++) if (codes[i]! < 0) missing.push(i)
    return makeData({
      type: new Dictionary(strings, new Int32(), this.#dictionaries++),
      length,
      data: missing.length ? codes.map((code) => Math.max(code, 0)) : codes,
      dictionary: new Vector([stringsData(dictionary.utf8, undefined)]),
      ...nulls(toValidity(length, missing)),
    })
  }
}

const arrowColumn = (name: string, data: Data, metadata?: Map<string, string>): ArrowColumn => ({
  field: new Field(name, data.type, true, metadata),
  data,
})

const nulls = (validity: Validity) => (validity ? { nullBitmap: validity, nullCount: -1 } : { nullCount: 0 })

const millisData = (values: Float64Array, validity: Validity): Data =>
  makeData({ type: millis, length: values.length, data: toInt64(values), ...nulls(validity) })

function booleanData({ values, length, validity }: BooleanColumn): Data {
  const bits = new Uint8Array((length + 7) >> 3)
  for (let i = 0; i < length; i++) if (values[i] === 1) bits[i >> 3]! |= 1 << (i & 7)
  return makeData({ type: booleans, length, data: bits, ...nulls(validity) })
}

const stringsData = ({ offsets, bytes, length }: Utf8Strings, validity: Validity): Data<Utf8> =>
  makeData({ type: strings, length, valueOffsets: offsets, data: bytes, ...nulls(validity) })

const listData = (offsets: Int32Array, child: Data): Data =>
  makeData({
    type: new List(new Field('item', child.type, true)),
    length: offsets.length - 1,
    nullCount: 0,
    valueOffsets: offsets,
    child,
  })
