import { defineTable, toRows, withNotice, type Column, type Frame, type TableShape, type TableFrame } from '@orrery/sdk'
import type { MadeColumn } from './job.ts'

/** A result as a frame. A column keeps the unit of the first column of the frames that has its name and kind. */
export function toFrame(columns: readonly MadeColumn[], given: readonly Frame[]): Frame {
  const known = given.map((frame) => toRows(frame).fields)
  const unitOf = ({ name, kind }: MadeColumn): string | undefined =>
    known.map((fields) => fields.get(name)).find((column: Column | undefined) => column?.kind === kind)?.meta.unit
  const shape: TableShape = Object.fromEntries(
    columns.map((column) => {
      const unit = unitOf(column)
      return [column.name, { kind: column.kind, optional: false, meta: unit === undefined ? {} : { unit } }]
    }),
  )
  const cells = Object.fromEntries(columns.map((column) => [column.name, cellsOf(column)]))
  const frame: TableFrame = defineTable(shape).fromColumns(cells as never)
  const notices = given.flatMap(({ meta }) => meta.notices ?? [])
  return notices.reduce<Frame>(withNotice, frame)
}

const cellsOf = ({ cells, strings }: MadeColumn): ArrayLike<unknown> =>
  strings ? Array.from(cells as Int32Array, (code) => (code < 0 ? null : strings[code])) : cells
