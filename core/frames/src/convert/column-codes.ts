import type { Column, Columns } from '../column/column.ts'
import type { NumberKind } from '../column/number-column.ts'
import { TextColumn } from '../column/text-column.ts'
import { createNumberCodes } from './number-codes.ts'

/** A number below `count` for each row, the same for equal cells; -1 where a cell is missing. */
export interface Codes {
  readonly codes: Int32Array
  readonly count: number
}

/** Codes that mean the same in several columns. */
export interface UnitedCodes {
  readonly codes: readonly Int32Array[]
  readonly count: number
}

/** The codes of one column; text that is stored once costs nothing. A number that is NaN is missing. */
export function codesOf(column: Column): Codes {
  if (column instanceof TextColumn && isDistinct(column))
    return { codes: column.codes, count: column.dictionary.length }
  const { codes, count } = uniteCodes([column])
  return { codes: codes[0]!, count }
}

/**
 * The codes of several columns, equal for equal cells: numbers, whole numbers and times by their value, texts of both kinds
 * and JSON by their text; columns of which some hold numbers and others text are all compared as text.
 */
export function uniteCodes(columns: readonly Column[]): UnitedCodes {
  const families = new Set(columns.map(familyOf))
  if (families.size === 1 && families.has('number')) {
    const coder = createNumberCodes(columns.reduce((sum, { length }) => sum + length, 0))
    // All are of the family of numbers.
    const codes = columns.map((column) => coder.codesOf((column as Columns[NumberKind]).values))
    return { codes, count: coder.count() }
  }
  const isOneFamily = families.size <= 1
  const codeOf = new Map<unknown, number>()
  const toCode = (cell: unknown): number => {
    let code = codeOf.get(cell)
    if (code === undefined) codeOf.set(cell, (code = codeOf.size))
    return code
  }
  const codes = columns.map((column) => codeCells(column, isOneFamily, toCode))
  return { codes, count: codeOf.size }
}

const isDistinct = ({ dictionary: { length, strings } }: TextColumn) => new Set(strings).size === length

function familyOf({ kind }: Column): 'number' | 'text' | 'boolean' | 'nanos' {
  if (kind === 'number' || kind === 'integer' || kind === 'time') return 'number'
  return kind === 'boolean' || kind === 'nanos' ? kind : 'text'
}

function codeCells(column: Column, isOneFamily: boolean, toCode: (cell: unknown) => number): Int32Array {
  const codes = new Int32Array(column.length).fill(-1)
  if (column.kind === 'text') {
    const united = Int32Array.from(column.dictionary.strings, toCode)
    for (let r = 0; r < codes.length; r++) if (column.codes[r]! >= 0) codes[r] = united[column.codes[r]!]!
    return codes
  }
  const isText = column.kind === 'longText' || column.kind === 'json'
  for (let r = 0; r < codes.length; r++) {
    if (column.isNull(r)) continue
    const cell = isText ? column.strings.at(r) : column.at(r)
    if (typeof cell === 'number' && Number.isNaN(cell)) continue
    codes[r] = toCode(isOneFamily ? cell : String(cell))
  }
  return codes
}
