import type { Cell, Column } from '../column/column.ts'
import { FrameError } from '../errors.ts'
import type { FrameMeta, TableKind } from '../metadata.ts'

export interface TableParts {
  readonly fields: ReadonlyMap<string, Column>
  readonly meta?: FrameMeta
  readonly kind?: TableKind
}

/** A result with flat columns of one length. Immutable. */
export class TableFrame {
  readonly kind: TableKind
  readonly fields: ReadonlyMap<string, Column>
  readonly meta: FrameMeta
  /** The number of rows. */
  readonly length: number

  /** Throws FRAME_LENGTH when the columns are not of one length. */
  constructor({ fields, meta = {}, kind = 'table' }: TableParts) {
    this.kind = kind
    this.fields = fields
    this.meta = meta
    this.length = fields.values().next().value?.length ?? 0
    for (const [field, { length }] of fields)
      if (length !== this.length) throw new FrameError('FRAME_LENGTH', { field, length, expected: this.length })
  }

  /** The column of this name; throws FRAME_FIELD_MISSING when there is none. */
  field(name: string): Column {
    const column = this.fields.get(name)
    if (!column) throw new FrameError('FRAME_FIELD_MISSING', { field: name, fields: [...this.fields.keys()] })
    return column
  }

  /** One row as an object. */
  rowAt(i: number): Record<string, Cell> {
    return Object.fromEntries(Array.from(this.fields, ([name, column]) => [name, column.at(i)]))
  }

  with(parts: Partial<TableParts>): TableFrame {
    return new TableFrame({ kind: this.kind, fields: this.fields, meta: this.meta, ...parts })
  }
}
