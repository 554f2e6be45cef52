import {
  codesOf,
  groupRows,
  toColumnName,
  type Frame,
  type GroupRuns,
  type RowGroups,
  type TableFrame,
} from '@orrery/frames'
import { findName, toRows } from './fields.ts'
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

/** Any frame as rows, as `toRows`; of the labels of series only those that these names may mean. */
export function toRowsWith(frame: Frame, names: readonly string[]): TableFrame {
  if (frame.kind !== 'series') return frame
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const isWanted = (label: string) => {
    const lower = label.toLowerCase()
    // In a table, a label that is called like a field stands behind this.
    return wanted.has(lower) || wanted.has(`label.${lower}`)
  }
  return toRows(frame.with({ labels: new Map([...frame.labels].filter(([label]) => isWanted(label))) }))
}

/** Groups the rows that are equal in these columns, in the order in which they are met; missing cells are equal, too. */
export function groupTable(table: TableFrame, names: readonly string[]): TableGroups {
  const columns = names.map((name) => codesOf(table.field(name)))
  return { names, ...groupRows(columns, table.length) }
}

/** As {@link groupTable}, of the rows that a frame has; by labels alone, whole series are grouped instead of their points. */
export function groupFrame(frame: Frame, table: TableFrame, names: readonly string[]): TableGroups {
  if (frame.kind !== 'series') return groupTable(table, names)
  const { offsets, length } = frame
  const labels = new Map(Array.from(frame.labels, ([name, column]) => [toColumnName(name, frame.fields), column]))
  const columns = names.map((name) => labels.get(name))
  // Series without points are no rows.
  const hasEmpty = offsets.some((offset, i) => i > 0 && offset === offsets[i - 1])
  if (hasEmpty || !columns.every((column) => column !== undefined)) return groupTable(table, names)
  const { groupOf, firsts } = groupRows(columns.map(codesOf), length)
  const runs = { groups: groupOf, ends: offsets.subarray(1) }
  let ofRows: Int32Array | undefined
  return {
    names,
    runs,
    firsts: firsts.map((series) => offsets[series]!),
    get groupOf() {
      return (ofRows ??= spreadRuns(runs, frame.points))
    },
  }
}

function spreadRuns({ groups, ends }: GroupRuns, rows: number): Int32Array {
  const groupOf = new Int32Array(rows)
  for (let k = 0; k < ends.length; k++) groupOf.fill(groups[k]!, k === 0 ? 0 : ends[k - 1], ends[k])
  return groupOf
}
