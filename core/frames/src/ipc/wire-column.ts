import type { BooleanColumn } from '../column/boolean-column.ts'
import type { Column } from '../column/column.ts'
import { Int32Buffer } from '../column/growable.ts'
import type { TextColumn } from '../column/text-column.ts'
import type { Utf8Strings } from '../column/utf8.ts'
import { eachNull, toValidity, type Validity } from '../column/validity.ts'
import type { Frame } from '../frame.ts'
import type { SeriesFrame } from '../series/series-frame.ts'
import { toInt64 } from './int64.ts'
import { packFieldMeta } from './wire-metadata.ts'

export type WireType = 'bool' | 'float64' | 'int64' | 'list' | 'millis' | 'nanos' | 'struct' | 'utf8'

/** A column as Arrow lays it out. */
export interface WireColumn {
  readonly name: string
  /** Of the values of the dictionary, when it has one. */
  readonly type: WireType
  readonly length: number
  readonly nulls: number
  /** The validity first, which is empty when there are no nulls. */
  readonly buffers: readonly ArrayBufferView[]
  readonly children: readonly WireColumn[]
  readonly metadata?: ReadonlyMap<string, string>
  readonly dictionary?: WireDictionary
}

export interface WireDictionary {
  readonly id: number
  readonly strings: Utf8Strings
}

/** The columns of a frame; what they hold are views of its memory, as far as it is laid out as Arrow's. */
export const toWireColumns = (frame: Frame): WireColumn[] => {
  const writer = new ColumnWriter()
  if (frame.kind === 'series') return writer.series(frame)
  return Array.from(frame.fields, ([name, column]) => ({
    ...writer.column(name, column),
    metadata: packFieldMeta(column.meta, column.kind === 'json'),
  }))
}

/** Makes the columns of one frame, whose dictionaries it numbers from 0: equal frames give equal bytes. */
class ColumnWriter {
  #dictionaries = 0

  series({ labels, own, offsets, axis, fields, length }: SeriesFrame): WireColumn[] {
    // The labels stand in a struct of their own, so that one may be called `time` or `value`.
    const children = Array.from(labels, ([name, column]) => this.column(name, column))
    const labelColumn: WireColumn = { name: 'labels', type: 'struct', length, nulls: 0, buffers: [nothing], children }
    const time =
      axis.kind === 'regular'
        ? { ...millis('time', axis.starts, undefined), metadata: packFieldMeta({ step: axis.step }) }
        : list('time', offsets, millis('item', axis.times.values, undefined))
    const values = Array.from(fields, ([name, column]) => ({
      ...list(name, offsets, this.column('item', column)),
      metadata: packFieldMeta(column.meta),
    }))
    return [labelColumn, time, ...Array.from(own, ([name, column]) => this.column(name, column)), ...values]
  }

  column(name: string, column: Column): WireColumn {
    const { length } = column
    switch (column.kind) {
      case 'number':
        return flat(name, 'float64', length, column.validity, [column.values])
      case 'time':
        return millis(name, column.values, column.validity)
      case 'integer':
        return flat(name, 'int64', length, column.validity, [toInt64(column.values)])
      case 'nanos':
        return flat(name, 'nanos', length, column.validity, [column.values])
      case 'boolean':
        return flat(name, 'bool', length, column.validity, [toBits(column)])
      case 'text':
        return this.#text(name, column)
      case 'longText':
      case 'json':
        return flat(name, 'utf8', length, column.validity, [column.strings.offsets, column.strings.bytes])
    }
  }

  #text(name: string, { codes, length, dictionary }: TextColumn): WireColumn {
    const missing = new Int32Buffer()
    for (let i = 0; i < length; i++) if (codes[i]! < 0) missing.push(i)
    const known = missing.length ? codes.map((code) => Math.max(code, 0)) : codes
    return {
      ...flat(name, 'utf8', length, toValidity(length, missing), [known]),
      dictionary: { id: this.#dictionaries++, strings: dictionary.utf8 },
    }
  }
}

const nothing = new Uint8Array(0)

function flat(
  name: string,
  type: WireType,
  length: number,
  validity: Validity,
  values: readonly ArrayBufferView[],
): WireColumn {
  let nulls = 0
  eachNull(validity, length, () => nulls++)
  const present = validity && nulls > 0 ? validity.subarray(0, (length + 7) >> 3) : nothing
  return { name, type, length, nulls, buffers: [present, ...values], children: [] }
}

const millis = (name: string, values: Float64Array, validity: Validity): WireColumn =>
  flat(name, 'millis', values.length, validity, [toInt64(values)])

const list = (name: string, offsets: Int32Array, child: WireColumn): WireColumn => ({
  name,
  type: 'list',
  length: offsets.length - 1,
  nulls: 0,
  buffers: [nothing, offsets],
  children: [child],
})

function toBits({ values, length }: BooleanColumn): Uint8Array {
  const bits = new Uint8Array((length + 7) >> 3)
  for (let i = 0; i < length; i++) if (values[i] === 1) bits[i >> 3]! |= 1 << (i & 7)
  return bits
}
