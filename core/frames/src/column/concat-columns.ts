import { FrameError } from '../errors.ts'
import { BooleanColumn } from './boolean-column.ts'
import type { Column, Columns } from './column.ts'
import { Int32Buffer } from './growable.ts'
import { JsonColumn } from './json-column.ts'
import { LongTextColumn } from './long-text-column.ts'
import { NanosColumn } from './nanos-column.ts'
import { NumberColumn, type NumberKind } from './number-column.ts'
import { TextColumn, TextDictionary } from './text-column.ts'
import { Utf8Strings } from './utf8.ts'
import { eachNull, toValidity, type Validity } from './validity.ts'

/** A stretch of the joined column: cells, or that many nulls. */
export interface ColumnPart<C extends Column = Column> {
  readonly column: C | undefined
  readonly length: number
}

/** The columns one after the other, with the metadata of the first. Throws FRAME_FIELD_KIND when they differ in kind. */
export function concatColumns(field: string, parts: readonly ColumnPart[]): Column {
  const present = parts.flatMap(({ column }) => column ?? [])
  const [first] = present
  if (!first) throw new FrameError('FRAME_FIELD_MISSING', { field, fields: [] })
  const other = present.find(({ kind }) => kind !== first.kind)
  if (other) throw new FrameError('FRAME_FIELD_KIND', { field, found: other.kind, expected: first.kind })
  // The parts are of the class of the first, which has just been seen.
  const as = <C extends Column>() => parts as readonly ColumnPart<C>[]
  const { meta } = first
  if (first instanceof NumberColumn) {
    const values = join(as<Columns[NumberKind]>(), new Float64Array(lengthOf(parts)).fill(NaN), ({ values }) => values)
    // One of the three number columns: its kind is that of the first.
    return new NumberColumn(first.kind, values, joinValidity(as()), meta) as Column
  }
  switch (first.kind) {
    case 'nanos': {
      const values = join(as<NanosColumn>(), new BigInt64Array(lengthOf(parts)), ({ values }) => values)
      return new NanosColumn(values, joinValidity(as()), meta)
    }
    case 'boolean': {
      const values = join(as<BooleanColumn>(), new Uint8Array(lengthOf(parts)), ({ values }) => values)
      return new BooleanColumn(values, joinValidity(as()), meta)
    }
    case 'text':
      return joinText(as()).withMeta(meta)
    case 'longText':
      return new LongTextColumn(joinStrings(as()), joinValidity(as()), meta)
    case 'json':
      return new JsonColumn(joinStrings(as()), joinValidity(as()), meta)
  }
}

const lengthOf = (parts: readonly ColumnPart[]): number => parts.reduce((sum, { length }) => sum + length, 0)

/** Puts what the columns hold into `out`, which stays as it is where a column is missing. */
function join<C extends Column, A extends { set: (from: A, at: number) => void }>(
  parts: readonly ColumnPart<C>[],
  out: A,
  valuesOf: (column: C) => A,
): A {
  let at = 0
  for (const { column, length } of parts) {
    if (column) out.set(valuesOf(column), at)
    at += length
  }
  return out
}

const joinStrings = (parts: readonly ColumnPart<LongTextColumn | JsonColumn>[]): Utf8Strings =>
  Utf8Strings.concat(
    parts.map(
      ({ column, length }) => column?.strings ?? new Utf8Strings(new Int32Array(length + 1), new Uint8Array(0)),
    ),
  )

function joinValidity(parts: readonly ColumnPart<Exclude<Column, TextColumn>>[]): Validity {
  const nulls = new Int32Buffer()
  let at = 0
  for (const { column, length } of parts) {
    if (column) eachNull(column.validity, length, (i) => nulls.push(at + i))
    else for (let i = 0; i < length; i++) nulls.push(at + i)
    at += length
  }
  return toValidity(at, nulls)
}

/** The codes of each part, counted by one dictionary for all. */
function joinText(parts: readonly ColumnPart<TextColumn>[]): TextColumn {
  const codes = new Int32Array(lengthOf(parts)).fill(-1)
  const codeOf = new Map<string, number>()
  let at = 0
  for (const { column, length } of parts) {
    if (column) {
      const joined = Int32Array.from(column.dictionary.strings, (text) => {
        const code = codeOf.get(text) ?? codeOf.size
        codeOf.set(text, code)
        return code
      })
      for (let i = 0; i < length; i++) if (column.codes[i]! >= 0) codes[at + i] = joined[column.codes[i]!]!
    }
    at += length
  }
  return new TextColumn(codes, new TextDictionary([...codeOf.keys()]))
}
