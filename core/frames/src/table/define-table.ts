import { cellError, createBuilder, isTime } from '../column/builders.ts'
import type { Cells, Column, Columns, ColumnKind, ColumnSpec } from '../column/column.ts'
import { NanosColumn } from '../column/nanos-column.ts'
import { NumberColumn } from '../column/number-column.ts'
import { FrameError } from '../errors.ts'
import type { FieldMeta, FrameMeta, TableKind } from '../metadata.ts'
import { TableFrame } from './table-frame.ts'

export type TableShape = Readonly<Record<string, ColumnSpec>>

type Required<S extends TableShape> = { [K in keyof S]: S[K]['optional'] extends true ? never : K }[keyof S]
type Optional<S extends TableShape> = Exclude<keyof S, Required<S>>

/** A row to write: null is a missing cell. */
export type Row<S extends TableShape> = { readonly [K in Required<S>]: Cells[S[K]['kind']] | null } & {
  readonly [K in Optional<S>]?: Cells[S[K]['kind']] | null
}
/** Whole columns to write. A Float64Array of numbers and a BigInt64Array of nanos are adopted, not copied. */
export type RowColumns<S extends TableShape> = {
  readonly [K in Required<S>]: ArrayLike<Cells[S[K]['kind']] | null>
} & {
  readonly [K in Optional<S>]?: ArrayLike<Cells[S[K]['kind']] | null>
}
/** The columns to read. */
export type ReadColumns<S extends TableShape> = { readonly [K in Required<S>]: Columns[S[K]['kind']] } & {
  readonly [K in Optional<S>]?: Columns[S[K]['kind']]
}

/** A table whose columns are declared: writes and reads frames with exact types. */
export interface TableType<S extends TableShape> {
  readonly kind: TableKind
  readonly shape: S
  /** Throws FRAME_CELL_KIND when a cell is not of its column's kind. */
  fromRows(rows: readonly Row<S>[], meta?: FrameMeta): TableFrame
  /** Throws FRAME_CELL_KIND for a wrong cell, FRAME_LENGTH for columns of different lengths. */
  fromColumns(columns: RowColumns<S>, meta?: FrameMeta): TableFrame
  /** The declared columns of any frame that has them; throws the first of {@link shapeProblems}. */
  read(frame: TableFrame): ReadColumns<S>
}

/** Declares a table: `defineTable({ checked: time(), mount: text(), used: number({ unit: 'bytes' }) })`. */
export function defineTable<const S extends TableShape>(shape: S, kind: TableKind = 'table'): TableType<S> {
  const specs = Object.entries<ColumnSpec>(shape)
  const build = (meta: FrameMeta | undefined, column: (name: string, spec: ColumnSpec) => Column | undefined) => {
    const fields = new Map<string, Column>()
    for (const [name, spec] of specs) {
      const made = column(name, spec)
      if (made) fields.set(name, made)
    }
    return new TableFrame({ fields, kind, meta: meta ?? {} })
  }
  return {
    kind,
    shape,
    fromRows: (rows, meta) => {
      // Inside, cells are looked up by name; each is checked by its builder.
      const cells = rows as readonly Readonly<Record<string, unknown>>[]
      return build(meta, (name, spec) => {
        if (spec.optional && cells.every((row) => row[name] === undefined)) return undefined
        const builder = createBuilder(spec.kind, name)
        for (const row of cells) builder.push(row[name])
        return builder.build(spec.meta)
      })
    },
    fromColumns: (columns, meta) => {
      const given = columns as Readonly<Record<string, ArrayLike<unknown> | undefined>>
      return build(meta, (name, spec) => {
        const cells = given[name]
        if (cells) return toColumn(name, spec.kind, cells, spec.meta)
        if (spec.optional) return undefined
        throw new FrameError('FRAME_FIELD_MISSING', { field: name, fields: Object.keys(given) })
      })
    },
    read: (frame) => {
      const [problem] = shapeProblems(frame, shape)
      if (problem) throw problem
      const found = specs.flatMap(([name]) => (frame.fields.has(name) ? [[name, frame.fields.get(name)] as const] : []))
      // shapeProblems has just held every column against its declaration.
      return Object.fromEntries(found) as ReadColumns<S>
    },
  }
}

/** What keeps a frame from having this shape: missing fields, and fields of another kind. Empty when it fits. */
export function shapeProblems(frame: TableFrame, shape: TableShape): FrameError[] {
  const problems: FrameError[] = []
  for (const [field, { kind, optional }] of Object.entries(shape)) {
    const found = frame.fields.get(field)?.kind
    if (found === kind || (optional && found === undefined)) continue
    problems.push(
      found
        ? new FrameError('FRAME_FIELD_KIND', { field, found, expected: kind })
        : new FrameError('FRAME_FIELD_MISSING', { field, fields: [...frame.fields.keys()] }),
    )
  }
  return problems
}

function toColumn(field: string, kind: ColumnKind, cells: ArrayLike<unknown>, meta: FieldMeta): Column {
  if (cells instanceof BigInt64Array && kind === 'nanos') return new NanosColumn(cells, undefined, meta)
  if (cells instanceof Float64Array && (kind === 'number' || kind === 'integer' || kind === 'time')) {
    const fits = kind === 'time' ? (value: number) => Number.isInteger(value) && isTime(value) : Number.isSafeInteger
    // Of a kind among three, the compiler does not see that it is one of the three columns.
    if (kind === 'number' || cells.every(fits)) return new NumberColumn(kind, cells, undefined, meta) as Column
  }
  if (typeof cells !== 'object') throw cellError(field, kind, 0, cells)
  const builder = createBuilder(kind, field)
  for (let i = 0; i < cells.length; i++) builder.push(cells[i])
  return builder.build(meta)
}
