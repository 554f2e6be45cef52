import { codesOf, groupRows, type RowGroups, type TableFrame } from '@orrery/frames'
import { findName } from './fields.ts'
import type { TransformContext } from './transform.ts'

/** Rows that are equal in some columns. */
export interface TableGroups extends RowGroups {
  /** The columns, as the table calls them. */
  readonly names: readonly string[]
}

/** The columns of a table by the names that options give, as the table calls them; notes what is not there. */
export function knownNames(table: TableFrame, names: readonly string[], note: TransformContext['note']): string[] {
  const known = names.flatMap((name) => {
    const found = findName(table.fields.keys(), name)
    if (found === undefined) note(`Field "${name}" is not there, and is passed over.`)
    return found ?? []
  })
  return [...new Set(known)]
}

/** Groups the rows that are equal in these columns, in the order in which they are met; missing cells are equal, too. */
export function groupTable(table: TableFrame, names: readonly string[]): TableGroups {
  const columns = names.map((name) => codesOf(table.field(name)))
  return { names, ...groupRows(columns, table.length) }
}
