import { slice, toRows, type Column, type Frame, type TableFrame } from '@orrery/sdk'
import { distinctNames } from './distinct-names.ts'
import type { GivenColumn, GivenTable } from './job.ts'
import { INPUT_ROWS } from './limits.ts'

/**
 * Frames as tables that are called like their queries: `A`, then `A_2`; `frame` where there is no query. Rows beyond the
 * limit are left away from the end. A frame without fields is none.
 */
export function toTables(frames: readonly Frame[]): { tables: readonly GivenTable[]; isCut: boolean } {
  const filled = frames.map(toRows).filter(({ fields }) => fields.size > 0)
  const names = distinctNames(filled.map(({ meta }) => meta.refId || 'frame'))
  let left = INPUT_ROWS
  let isCut = false
  const tables = filled.map((frame, i) => {
    isCut ||= frame.length > left
    const kept = frame.length > left ? (slice(frame, 0, left) as TableFrame) : frame
    left -= kept.length
    return toTable(names[i]!, kept)
  })
  return { tables, isCut }
}

function toTable(name: string, { fields, length }: TableFrame): GivenTable {
  const names = distinctNames([...fields.keys()])
  const columns = Array.from(fields.values(), (column, i) => toColumn(names[i]!, column))
  return { name, rows: length, columns }
}

function toColumn(name: string, column: Column): GivenColumn {
  const { kind } = column
  if (kind === 'text') return { name, kind, values: column.codes, strings: column.dictionary.strings }
  const validity = column.validity ? { validity: column.validity } : {}
  if (kind !== 'longText' && kind !== 'json') return { name, kind, values: column.values, ...validity }
  const values = Array.from({ length: column.length }, (_, i) => column.strings.at(i))
  return { name, kind, values, ...validity }
}
