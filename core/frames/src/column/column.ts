import type { FieldMeta } from '../metadata.ts'
import type { BooleanColumn } from './boolean-column.ts'
import type { Json, JsonColumn } from './json-column.ts'
import type { LongTextColumn } from './long-text-column.ts'
import type { NanosColumn } from './nanos-column.ts'
import type { NumberColumn } from './number-column.ts'
import type { TextColumn } from './text-column.ts'

/** The class that holds each kind of column. */
export interface Columns {
  time: NumberColumn<'time'>
  nanos: NanosColumn
  number: NumberColumn<'number'>
  integer: NumberColumn<'integer'>
  boolean: BooleanColumn
  text: TextColumn
  longText: LongTextColumn
  json: JsonColumn
}

/** What a cell of each kind of column is, unless it is null. */
export interface Cells {
  time: number
  nanos: bigint
  number: number
  integer: number
  boolean: boolean
  text: string
  longText: string
  json: Json
}

export type ColumnKind = keyof Columns
export type Column = Columns[ColumnKind]
/** The columns that a series frame may have as value fields. */
export type ValueColumn = Columns['number' | 'boolean' | 'text']
export type Cell = Cells[ColumnKind] | null

/** A column as an author declares it: made by `time()`, `number({ unit: 'bytes' })`, `text()` and the like. */
export interface ColumnSpec<K extends ColumnKind = ColumnKind, Optional extends boolean = boolean> {
  readonly kind: K
  readonly meta: FieldMeta
  readonly optional: Optional
}

const declare =
  <K extends ColumnKind>(kind: K) =>
  (meta: FieldMeta = {}): ColumnSpec<K, false> => ({ kind, meta, optional: false })

/** Milliseconds since 1970, whole: a fraction is rounded. */
export const time = declare('time')
/** Nanoseconds since 1970 as bigint, exact. */
export const nanos = declare('nanos')
export const number = declare('number')
/** Whole numbers that a number holds exactly (up to 2^53); wider ones are text. */
export const integer = declare('integer')
export const boolean = declare('boolean')
/** Text that repeats, such as names and states: stored once. */
export const text = declare('text')
/** Text that hardly repeats, such as log lines: decoded only where it is looked at. */
export const longText = declare('longText')
/** Any JSON value. */
export const json = declare('json')

/** A column that rows, and whole frames, may leave out. */
export const optional = <K extends ColumnKind>(spec: ColumnSpec<K, false>): ColumnSpec<K, true> => ({
  ...spec,
  optional: true,
})
