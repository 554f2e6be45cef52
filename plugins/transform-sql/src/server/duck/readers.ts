import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'
import type { MadeColumn } from '../job.ts'
import { toJson } from './to-json.ts'

/** Collects one column of a result. */
export interface Reader {
  /** Takes the first cells of a column of a chunk. */
  read(chunk: DuckDBDataChunk, column: number, count: number): void
  take(): Omit<MadeColumn, 'name'>
}

/** What reads columns of a type: as numbers, times, text or JSON. */
export function createReader(type: DuckDBType): Reader {
  if (type.alias === 'JSON') return cellReader('json', (value) => parseJson(String(value)))
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return cellReader('boolean', (value) => value)
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.SQLNULL:
      return cellReader('integer', (value) => value)
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
    case DuckDBTypeId.BIGNUM:
      return wholeReader()
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return cellReader('number', (value) => value)
    case DuckDBTypeId.DECIMAL:
      return cellReader('number', (value) => (value instanceof DuckDBDecimalValue ? value.toDouble() : null))
    case DuckDBTypeId.DATE:
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return cellReader('time', toMilliseconds)
    case DuckDBTypeId.TIMESTAMP_NS:
      return cellReader('nanos', (value) =>
        value instanceof DuckDBTimestampNanosecondsValue && value.isFinite ? value.nanos : null,
      )
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
    case DuckDBTypeId.UNION:
    case DuckDBTypeId.VARIANT:
      return cellReader('json', toJson)
    default:
      return textReader()
  }
}

const eachCell = (chunk: DuckDBDataChunk, column: number, count: number, visit: (value: DuckDBValue) => void): void => {
  const vector = chunk.getColumnVector(column)
  for (let i = 0; i < count; i++) visit(vector.getItem(i))
}

function cellReader(kind: MadeColumn['kind'], toCell: (value: DuckDBValue) => unknown): Reader {
  const cells: unknown[] = []
  return {
    read: (chunk, column, count) =>
      eachCell(chunk, column, count, (value) => cells.push(value === null ? null : toCell(value))),
    take: () => ({ kind, cells: packed(kind, cells) }),
  }
}

/** Numbers without a null travel as bytes. */
const packed = (kind: MadeColumn['kind'], cells: readonly unknown[]): ArrayLike<unknown> =>
  (kind === 'number' || kind === 'integer' || kind === 'time') && cells.every((cell) => typeof cell === 'number')
    ? Float64Array.from(cells)
    : cells

/** Whole numbers of up to 128 bits: text, all of them, where one of them is wider than a number holds exactly. */
function wholeReader(): Reader {
  const cells: (bigint | null)[] = []
  return {
    read: (chunk, column, count) =>
      eachCell(chunk, column, count, (value) => cells.push(typeof value === 'bigint' ? value : null)),
    take: () => {
      const isExact = cells.every((cell) => cell === null || Number.isSafeInteger(Number(cell)))
      if (!isExact) return { kind: 'text', cells: cells.map((cell) => (cell === null ? null : String(cell))) }
      return {
        kind: 'integer',
        cells: packed(
          'integer',
          cells.map((cell) => (cell === null ? null : Number(cell))),
        ),
      }
    },
  }
}

/** Text as codes: it mostly repeats. */
function textReader(): Reader {
  const codes: number[] = []
  const codeOf = new Map<string, number>()
  const toCode = (value: DuckDBValue): number => {
    if (value === null) return -1
    const text = String(value)
    const code = codeOf.get(text) ?? codeOf.size
    if (code === codeOf.size) codeOf.set(text, code)
    return code
  }
  return {
    read: (chunk, column, count) => eachCell(chunk, column, count, (value) => codes.push(toCode(value))),
    take: () => ({ kind: 'text', cells: Int32Array.from(codes), strings: [...codeOf.keys()] }),
  }
}

/** The furthest moment that a date can name. */
const FURTHEST = 8.64e15

/** Milliseconds; null for the infinities of DuckDB, and for what is further away than a date can name. */
function toMilliseconds(value: DuckDBValue): number | null {
  const exact = millisecondsOf(value)
  return exact !== undefined && Math.abs(exact) <= FURTHEST ? Math.round(exact) : null
}

function millisecondsOf(value: DuckDBValue): number | undefined {
  if (value instanceof DuckDBDateValue) return value.isFinite ? value.days * 86_400_000 : undefined
  if (value instanceof DuckDBTimestampSecondsValue) return value.isFinite ? Number(value.seconds) * 1000 : undefined
  if (value instanceof DuckDBTimestampMillisecondsValue) return value.isFinite ? Number(value.millis) : undefined
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return value.isFinite ? Number(value.micros) / 1000 : undefined
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
