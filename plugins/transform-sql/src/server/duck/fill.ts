import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  TIMESTAMP,
  TIMESTAMP_NS,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
} from '@duckdb/node-api'
import duckdb, { type Vector } from '@duckdb/node-bindings'
import type { GivenColumn, GivenTable } from '../job.ts'

/** Rows that DuckDB takes at once. */
const CHUNK = duckdb.vector_size()

/** Makes a table and fills it, column by column. */
export async function fill(connection: DuckDBConnection, { name, rows, columns }: GivenTable): Promise<void> {
  const declared = columns.map((column) => `${quote(column.name)} ${kinds[column.kind].sql}`)
  await connection.run(`CREATE TABLE ${quote(name)} (${declared.join(', ')})`)
  const appender = await connection.createAppender(name)
  const chunk = DuckDBDataChunk.create(columns.map(({ kind }) => kinds[kind].type))
  for (let from = 0; from < rows; from += CHUNK) {
    const count = Math.min(CHUNK, rows - from)
    chunk.reset()
    chunk.rowCount = count
    for (const [i, column] of columns.entries())
      write(duckdb.data_chunk_get_vector(chunk.chunk, i), column, from, count)
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

const kinds: Readonly<Record<GivenColumn['kind'], { readonly sql: string; readonly type: DuckDBType }>> = {
  time: { sql: 'TIMESTAMP', type: TIMESTAMP },
  nanos: { sql: 'TIMESTAMP_NS', type: TIMESTAMP_NS },
  number: { sql: 'DOUBLE', type: DOUBLE },
  integer: { sql: 'BIGINT', type: BIGINT },
  boolean: { sql: 'BOOLEAN', type: BOOLEAN },
  text: { sql: 'VARCHAR', type: VARCHAR },
  longText: { sql: 'VARCHAR', type: VARCHAR },
  json: { sql: 'JSON', type: VARCHAR },
}

function write(vector: Vector, column: GivenColumn, from: number, count: number): void {
  const { kind, values, strings, validity } = column
  if (kind === 'time') writeWhole(vector, values as Float64Array, from, count, 1000)
  else if (kind === 'integer') writeWhole(vector, values as Float64Array, from, count, 1)
  else if (strings) return writeCodes(vector, values as Int32Array, strings, from, count)
  else if (ArrayBuffer.isView(values)) copy(vector, values.subarray(from, from + count))
  else for (let i = 0; i < count; i++) duckdb.vector_assign_string_element(vector, i, values[from + i]!)
  if (validity) writeValidity(vector, validity.subarray(from >> 3, (from + count + 7) >> 3))
}

type Bytes = Pick<Uint8Array, 'buffer' | 'byteOffset' | 'byteLength'>

const copy = (vector: Vector, { buffer, byteOffset, byteLength }: Bytes) =>
  // Never shared: it came with a message.
  duckdb.copy_data_to_vector(vector, 0, buffer as ArrayBuffer, byteOffset, byteLength)

function writeValidity(vector: Vector, { buffer, byteOffset, byteLength }: Bytes): void {
  duckdb.vector_ensure_validity_writable(vector)
  duckdb.copy_data_to_vector_validity(vector, 0, buffer as ArrayBuffer, byteOffset, byteLength)
}

/** The halves of the 64-bit numbers of one chunk, low ones first. */
const halves = new Uint32Array(2 * CHUNK)

/** Whole numbers times a small factor, as 64-bit integers: in halves, as a product may not fit a double. */
function writeWhole(vector: Vector, values: Float64Array, from: number, count: number, factor: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[from + i]!
    const high = Math.floor(value / 2 ** 32)
    const low = (value - high * 2 ** 32) * factor
    const carry = Math.floor(low / 2 ** 32)
    halves[2 * i] = low - carry * 2 ** 32
    halves[2 * i + 1] = high * factor + carry
  }
  copy(vector, halves.subarray(0, 2 * count))
}

function writeCodes(vector: Vector, codes: Int32Array, strings: readonly string[], from: number, count: number): void {
  let validity: Uint8Array | undefined
  for (let i = 0; i < count; i++) {
    const code = codes[from + i]!
    if (code >= 0) duckdb.vector_assign_string_element(vector, i, strings[code]!)
    else (validity ??= new Uint8Array(CHUNK >> 3).fill(255))[i >> 3]! &= ~(1 << (i & 7))
  }
  if (validity) writeValidity(vector, validity)
}
