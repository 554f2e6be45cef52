import { NumberColumn, spreadColumn, uniteTimes, type Column } from '@orrery/frames'
import type { JoinSide } from './join-sides.ts'
import { commonKind } from './united-columns.ts'

/** The most cells that a joined table has. */
export const MOST_CELLS = 50_000_000

/** Sides on one ascending axis of numbers or times, which their key is. */
export interface JoinedAxis {
  readonly axis: Column
  /** Those that have room in {@link MOST_CELLS}, from the first. */
  readonly sides: readonly JoinSide[]
  /** The columns of each side, at the places of the axis. */
  readonly columns: readonly (readonly Column[])[]
  /** How many rows had no key, and are left out. */
  readonly keyless: number
}

/** Undefined where the keys are no numbers. */
export function joinOnAxis(sides: readonly JoinSide[]): JoinedAxis | undefined {
  const keys = sides.flatMap(({ keys: [key, ...more] }) =>
    key && more.length === 0 && isNumeric(key.column) ? key.column : [],
  )
  const [first] = keys
  if (!first || keys.length < sides.length) return undefined
  const lists = keys.map(({ values }, s) =>
    sides[s]!.isAscending ? { values, rows: undefined, keyless: 0 } : toAscending(values),
  )
  const axis = uniteTimes(lists.map(({ values }) => values))
  let room = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, axis.length)))
  const kept = sides.filter(({ columns }, s) => (room -= columns.length) >= 0 || s === 0)
  const kind = commonKind(keys.map((column) => column.kind)) as NumberColumn['kind']
  return {
    // One of the three kinds of numbers.
    axis: new NumberColumn(kind, axis, undefined, first.meta) as Column,
    sides: kept,
    columns: kept.map(({ columns }, s) => {
      const { values, rows } = lists[s]!
      return columns.map(({ column }) => spreadColumn(rows ? column.gather(rows) : column, values, axis))
    }),
    keyless: lists.reduce((sum, list) => sum + list.keyless, 0),
  }
}

const isNumeric = (column: Column): column is Extract<Column, { kind: 'number' | 'integer' | 'time' }> =>
  column.kind === 'number' || column.kind === 'integer' || column.kind === 'time'

/** The numbers ascending, each once, and the rows where they stand unless it is all of them; of equal ones the last. */
function toAscending(values: Float64Array) {
  let isAscending = values.length === 0 || !Number.isNaN(values[0]!)
  for (let r = 1; r < values.length && isAscending; r++) isAscending = values[r]! > values[r - 1]!
  if (isAscending) return { values, rows: undefined, keyless: 0 }
  const present = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!))
  present.sort((a, b) => values[a]! - values[b]! || a - b)
  const rows = present.filter((row, k) => values[row] !== values[present[k + 1]!])
  return { values: Float64Array.from(rows, (row) => values[row]!), rows, keyless: values.length - present.length }
}
