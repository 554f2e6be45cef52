import { FrameError } from '../errors.ts'
import type { FieldMeta } from '../metadata.ts'
import { createBuilder } from './builders.ts'
import type { Column } from './column.ts'
import { Int32Buffer } from './growable.ts'
import { JsonColumn } from './json-column.ts'
import { LongTextColumn } from './long-text-column.ts'
import { NumberColumn } from './number-column.ts'
import { Utf8Strings } from './utf8.ts'
import { toValidity, type Validity } from './validity.ts'

/** A stretch of the joined column: cells, or that many nulls. */
export interface ColumnPart {
  readonly column: Column | undefined
  readonly length: number
}

/** The columns one after the other, with the metadata of the first. Throws FRAME_FIELD_KIND when they differ in kind. */
export function concatColumns(field: string, parts: readonly ColumnPart[]): Column {
  const present = parts.flatMap(({ column }) => column ?? [])
  const [first] = present
  if (!first) throw new FrameError('FRAME_FIELD_MISSING', { field, fields: [] })
  const other = present.find(({ kind }) => kind !== first.kind)
  if (other) throw new FrameError('FRAME_FIELD_KIND', { field, found: other.kind, expected: first.kind })
  if (first instanceof NumberColumn)
    // One of the three number columns: its kind is that of the first.
    return new NumberColumn(first.kind, joinNumbers(parts), joinValidity(parts), first.meta) as Column
  if (first.kind === 'longText') return new LongTextColumn(joinStrings(parts), joinValidity(parts), first.meta)
  if (first.kind === 'json') return new JsonColumn(joinStrings(parts), joinValidity(parts), first.meta)
  return joinCells(field, first, parts, first.meta)
}

const lengthOf = (parts: readonly ColumnPart[]): number => parts.reduce((sum, { length }) => sum + length, 0)

function joinNumbers(parts: readonly ColumnPart[]): Float64Array {
  const out = new Float64Array(lengthOf(parts))
  let at = 0
  for (const { column, length } of parts) {
    if (column instanceof NumberColumn) out.set(column.values, at)
    else out.fill(NaN, at, at + length)
    at += length
  }
  return out
}

const joinStrings = (parts: readonly ColumnPart[]): Utf8Strings =>
  Utf8Strings.concat(
    parts.map(({ column, length }) =>
      column?.kind === 'longText' || column?.kind === 'json'
        ? column.strings
        : new Utf8Strings(new Int32Array(length + 1), new Uint8Array(0)),
    ),
  )

function joinValidity(parts: readonly ColumnPart[]): Validity {
  const nulls = new Int32Buffer()
  let at = 0
  for (const { column, length } of parts) {
    for (let i = 0; i < length; i++) if (!column || column.isNull(i)) nulls.push(at + i)
    at += length
  }
  return toValidity(at, nulls)
}

function joinCells(field: string, { kind }: Column, parts: readonly ColumnPart[], meta: FieldMeta): Column {
  const builder = createBuilder(kind, field)
  for (const { column, length } of parts) for (let i = 0; i < length; i++) builder.push(column?.at(i))
  return builder.build(meta)
}
