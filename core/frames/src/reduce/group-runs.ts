import type { GroupRuns, RowGroups } from '../convert/group-rows.ts'

/** The runs of some groups; looked for where they are not known. */
export function runsOf({ runs, groupOf }: RowGroups): GroupRuns {
  if (runs) return runs
  let count = groupOf.length > 0 ? 1 : 0
  for (let r = 1; r < groupOf.length; r++) if (groupOf[r] !== groupOf[r - 1]) count++
  const found = { groups: new Int32Array(count), ends: new Int32Array(count) }
  for (let r = 1, k = 0; r <= groupOf.length; r++) {
    if (r < groupOf.length && groupOf[r] === groupOf[r - 1]) continue
    found.groups[k] = groupOf[r - 1]!
    found.ends[k++] = r
  }
  return found
}
