import type { DuckDBResult } from '@duckdb/node-api'
import { distinctNames } from '../distinct-names.ts'
import type { Outcome } from '../job.ts'
import { createReader } from './readers.ts'

/** The first rows of a result, by columns. */
export async function readResult(result: DuckDBResult, maxRows: number): Promise<Outcome> {
  const names = distinctNames(result.columnNames())
  const readers = result.columnTypes().map(createReader)
  let rows = 0
  let cut = false
  while (!cut) {
    // Chunks come one after the other.
    // oxlint-disable-next-line no-await-in-loop
    const chunk = await result.fetchChunk()
    if (!chunk?.rowCount) break
    cut = rows + chunk.rowCount > maxRows
    const count = cut ? maxRows - rows : chunk.rowCount
    for (const [i, reader] of readers.entries()) reader.read(chunk, i, count)
    rows += count
  }
  return { columns: readers.map((reader, i) => ({ name: names[i]!, ...reader.take() })), cut }
}
