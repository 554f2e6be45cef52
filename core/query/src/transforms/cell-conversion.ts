import { createBuilder, type Cell, type Column } from '@orrery/frames'
import { timeReader } from './time-reading.ts'
import { timeWriter } from './time-writing.ts'
import type { TransformContext } from './transform.ts'

/** What the cells of a column can become. */
export type CellTarget = 'number' | 'integer' | 'string' | 'time' | 'boolean' | 'enum' | 'json'

export interface CellConversion {
  readonly to: CellTarget
  /** How times are read or written; ISO 8601 when it is empty. */
  readonly format: string
  /** Empty: that of the context. */
  readonly timeZone: string
}

/** Converts a cell that is there; undefined for one that cannot be. */
type Convert = (cell: NonNullable<Cell>) => unknown

/** A column of another kind, and how many of its cells could not be converted: they are missing in it. */
export function convertColumn(
  name: string,
  column: Column,
  conversion: CellConversion,
  context: TransformContext,
): { readonly column: Column; readonly lost: number } {
  const kind = conversion.to === 'string' || conversion.to === 'enum' ? 'text' : conversion.to
  const convert = converterOf(column, conversion, context)
  const convertAt = converterAt(column, convert)
  const builder = createBuilder(kind, name)
  let lost = 0
  for (let i = 0; i < column.length; i++) {
    if (column.isNull(i)) {
      builder.push(null)
      continue
    }
    const cell = convertAt(i)
    if (cell === undefined) lost++
    builder.push(cell)
  }
  return { column: builder.build(column.meta), lost }
}

/** Of texts that repeat, each is converted once. */
function converterAt(column: Column, convert: Convert): (i: number) => unknown {
  if (column.kind === 'text') {
    const converted = column.dictionary.strings.map((text) => convert(text))
    return (i) => converted[column.codes[i]!]
  }
  return (i) => {
    const cell = column.at(i)
    return cell === null ? undefined : convert(cell)
  }
}

function converterOf(column: Column, { to, format, timeZone }: CellConversion, context: TransformContext): Convert {
  switch (to) {
    case 'number':
      return toNumber
    case 'integer':
      return (cell) => {
        const whole = Math.round(toNumber(cell) ?? NaN)
        return Number.isSafeInteger(whole) ? whole : undefined
      }
    case 'boolean':
      return toBoolean
    case 'json':
      return column.kind === 'text' || column.kind === 'longText' ? parsed : toJson
    case 'time': {
      const read = timeReader(format, timeZone || context.timeZone)
      return (cell) => toTime(typeof cell === 'string' ? read(cell) : toNumber(cell))
    }
    case 'string':
    case 'enum': {
      if (column.kind !== 'time' && column.kind !== 'nanos') return toText
      const write = timeWriter(format, timeZone, context)
      return (cell) => write(toNumber(cell) ?? NaN)
    }
  }
}

function toNumber(cell: NonNullable<Cell>): number | undefined {
  if (typeof cell === 'number') return cell
  if (typeof cell === 'bigint') return Number(cell / 1_000_000n)
  if (typeof cell === 'boolean') return cell ? 1 : 0
  if (typeof cell !== 'string' || cell.trim() === '') return undefined
  const number = Number(cell.replaceAll(',', ''))
  return Number.isNaN(number) ? undefined : number
}

const toTime = (ms: number | undefined): number | undefined =>
  ms !== undefined && Math.abs(ms) <= 8.64e15 ? Math.round(ms) : undefined

const no = new Set(['', 'false', 'no', 'off', '0'])

function toBoolean(cell: NonNullable<Cell>): boolean | undefined {
  if (typeof cell === 'string') return !no.has(cell.trim().toLowerCase())
  if (typeof cell === 'object') return undefined
  return Number.isNaN(cell) ? undefined : Boolean(cell)
}

const toText = (cell: NonNullable<Cell>): string => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell))

function parsed(cell: NonNullable<Cell>): unknown {
  try {
    return JSON.parse(String(cell))
  } catch {
    return String(cell)
  }
}

const toJson = (cell: NonNullable<Cell>): unknown =>
  typeof cell === 'bigint' ? String(cell) : typeof cell === 'number' && !Number.isFinite(cell) ? undefined : cell
