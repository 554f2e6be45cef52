import { DataType, Precision, TimeUnit, type Data, type Field, type Vector } from 'apache-arrow'
import { BooleanColumn } from '../column/boolean-column.ts'
import type { Column } from '../column/column.ts'
import { JsonColumn } from '../column/json-column.ts'
import { LongTextColumn } from '../column/long-text-column.ts'
import { NanosColumn } from '../column/nanos-column.ts'
import { NumberColumn } from '../column/number-column.ts'
import { TextColumn, TextDictionary } from '../column/text-column.ts'
import { Utf8Strings } from '../column/utf8.ts'
import { eachNull, isNull, sliceValidity, type Validity } from '../column/validity.ts'
import { FrameError } from '../errors.ts'
import { fromInt64 } from './int64.ts'
import { isJsonField, unpackFieldMeta } from './wire-metadata.ts'

const malformed = (field: string, reason: string) =>
  new FrameError('FRAME_MALFORMED', { reason: `field "${field}" ${reason}` })
const unsupported = (field: string, type: DataType | string) =>
  new FrameError('FRAME_TYPE_UNSUPPORTED', { field, type: String(type) })

type Opener = (name: string, data: Data, validity: Validity, owned: boolean) => Column

/**
 * A column over the buffers of Arrow data: views where frames hold values as Arrow does. `owned` memory may be changed:
 * times are then converted in their place. Throws FRAME_TYPE_UNSUPPORTED and FRAME_MALFORMED.
 */
export function openColumn({ name, metadata }: Field, data: Data, owned: boolean): Column {
  const meta = unpackFieldMeta(metadata, name)
  const column = openerOf(name, data.type, isJsonField(metadata))(name, data, openValidity(name, data), owned)
  return Object.keys(meta).length ? column.withMeta(meta) : column
}

function openerOf(name: string, type: DataType, isJson: boolean): Opener {
  if (DataType.isDictionary(type)) return openText
  if (DataType.isUtf8(type)) return isJson ? openJson : openLongText
  if (DataType.isTimestamp(type) && type.unit === TimeUnit.MILLISECOND) return openTime
  if (DataType.isTimestamp(type) && type.unit === TimeUnit.NANOSECOND) return openNanos
  if (DataType.isFloat(type) && type.precision === Precision.DOUBLE) return openNumber
  if (DataType.isFloat(type) && type.precision === Precision.SINGLE) return openFloat32
  if (DataType.isInt(type) && type.bitWidth === 64 && type.isSigned) return openInt64
  if (DataType.isInt(type) && type.bitWidth < 64) return openSmallInteger
  if (DataType.isBool(type)) return openBoolean
  throw unsupported(name, type)
}

const openTime: Opener = (_, data, validity, owned) => {
  const source = int64s(data)
  let times: Float64Array | undefined
  // Copies of the column share this reader, and memory can be converted in its place only once.
  const read = () => (times ??= fillNulls(fromInt64(source, owned), validity))
  return new NumberColumn('time', { length: data.length, read }, validity)
}

const openNanos: Opener = (_, data, validity) => new NanosColumn(int64s(data), validity)

const openNumber: Opener = (_, data, validity, owned) => {
  const values: Float64Array = valuesOf(data, Float64Array)
  if (!hidesNumbers(values, validity)) return new NumberColumn('number', values, validity)
  return new NumberColumn('number', fillNulls(owned ? values : values.slice(), validity), validity)
}

const openFloat32: Opener = (_, data, validity) =>
  new NumberColumn('number', fillNulls(Float64Array.from(valuesOf(data, Float32Array)), validity), validity)

const openSmallInteger: Opener = (name, data, validity) => {
  const values: unknown = data.values ?? new Int32Array(0)
  if (!ArrayBuffer.isView(values) || values instanceof DataView) throw malformed(name, 'has no values')
  // Int8Array to Uint32Array, by the type that was looked at.
  const numbers = (values as Int32Array).subarray(0, data.length)
  if (numbers.length < data.length) throw malformed(name, 'is cut off')
  return new NumberColumn('integer', fillNulls(Float64Array.from(numbers), validity), validity)
}

const openInt64: Opener = (name, data, validity, owned) => {
  const values = fillNulls(fromInt64(int64s(data), owned), validity)
  if (values.some((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER))
    throw unsupported(name, 'Int64 with values beyond 2^53')
  return new NumberColumn('integer', values, validity)
}

const openBoolean: Opener = (name, data, validity) => {
  const bits: Uint8Array = data.values ?? new Uint8Array(0)
  if (bits.length * 8 < data.offset + data.length) throw malformed(name, 'is cut off')
  const values = new Uint8Array(data.length)
  for (let i = 0; i < values.length; i++) values[i] = (bits[(data.offset + i) >> 3]! >> ((data.offset + i) & 7)) & 1
  return new BooleanColumn(values, validity)
}

const openLongText: Opener = (name, data, validity) => new LongTextColumn(openStrings(name, data), validity)
const openJson: Opener = (name, data, validity) => new JsonColumn(openStrings(name, data), validity)

const openText: Opener = (name, data, validity) => {
  const dictionary = openDictionary(name, data.dictionary)
  const codes = codesOf(name, data)
  for (let i = 0; i < codes.length; i++)
    // As an unsigned number, a code below 0 is beyond the dictionary, too.
    if (codes[i]! >>> 0 >= dictionary.length && !isNull(validity, i))
      throw malformed(name, 'has a code outside its dictionary')
  if (!validity) return new TextColumn(codes, dictionary)
  const signed = codes.slice()
  eachNull(validity, codes.length, (i) => (signed[i] = -1))
  return new TextColumn(signed, dictionary)
}

function codesOf(name: string, data: Data): Int32Array {
  const column =
    data.values instanceof Int32Array ? data.values.subarray(0, data.length) : Int32Array.from(data.values ?? [])
  if (column.length < data.length) throw malformed(name, 'is cut off')
  return column.subarray(0, data.length)
}

function openDictionary(name: string, dictionary: Vector | undefined): TextDictionary {
  const parts = (dictionary?.data ?? []).map((part) => {
    if (!DataType.isUtf8(part.type)) throw unsupported(name, `Dictionary of ${part.type}`)
    if (part.nullCount > 0) throw unsupported(name, 'Dictionary with nulls')
    return openStrings(name, part)
  })
  if (parts.length === 1) return new TextDictionary(parts[0]!)
  return new TextDictionary(parts.flatMap((part) => Array.from({ length: part.length }, (_, i) => part.at(i))))
}

function openStrings(name: string, data: Data): Utf8Strings {
  if (data.length === 0) return new Utf8Strings(new Int32Array(1), new Uint8Array(0))
  const offsets = openOffsets(name, data)
  const bytes: Uint8Array = data.values ?? new Uint8Array(0)
  if (offsets[data.length]! > bytes.length) throw malformed(name, 'is cut off')
  return new Utf8Strings(offsets, bytes)
}

/** The offsets of a text or list column, after seeing that they ascend from 0 or more. */
export function openOffsets(name: string, data: Data): Int32Array {
  const offsets: Int32Array = data.length ? data.valueOffsets.subarray(0, data.length + 1) : new Int32Array(1)
  if (offsets.length !== data.length + 1) throw malformed(name, 'is cut off')
  for (let i = 0; i < offsets.length; i++)
    if (offsets[i]! < (i ? offsets[i - 1]! : 0)) throw malformed(name, 'has offsets that do not ascend')
  return offsets
}

function openValidity(name: string, data: Data): Validity {
  if (data.nullCount === 0) return undefined
  const bitmap: Uint8Array | undefined = data.nullBitmap
  if (!bitmap || bitmap.length * 8 < data.offset + data.length) throw malformed(name, 'is cut off')
  return sliceValidity(bitmap, data.offset, data.offset + data.length)
}

const int64s = (data: Data): BigInt64Array => valuesOf(data, BigInt64Array)

function valuesOf<T extends Float64Array | Float32Array | BigInt64Array>(
  data: Data,
  Values: abstract new (length: number) => T,
): T {
  const values: unknown = data.length ? data.values : Reflect.construct(Values, [0])
  if (!(values instanceof Values) || values.length < data.length)
    throw new FrameError('FRAME_MALFORMED', { reason: `a column of type ${data.type} is cut off` })
  // A view of a typed array is one of the same class.
  return values.subarray(0, data.length) as T
}

/** Whether a value stands under a null, as foreign writers may leave it. */
function hidesNumbers(values: Float64Array, validity: Validity): boolean {
  let hidden = 0
  eachNull(validity, values.length, (i) => (hidden += Number.isNaN(values[i]) ? 0 : 1))
  return hidden > 0
}

function fillNulls(values: Float64Array, validity: Validity): Float64Array {
  eachNull(validity, values.length, (i) => (values[i] = NaN))
  return values
}
