import type { GroupRuns, RowGroups } from '../convert/group-rows.ts'
import { runsOf } from './group-runs.ts'
import type { NumberReducerId } from './reducers.ts'

/**
 * What reducers make of the values of each group, by number of group, in one pass over all values; NaN where there is
 * nothing to calculate with. Other reducers need the values of a group together: see {@link gatherGroups}.
 */
export function createGroupReducer(values: Float64Array, groups: RowGroups) {
  let runs: GroupRuns | undefined
  let totals: Totals | undefined
  const given: Given = {
    values,
    groups: groups.firsts.length,
    runs: () => (runs ??= runsOf(groups)),
    // Several reducers are made of them.
    totals: () => (totals ??= totalsOf(given)),
  }
  return (id: GroupReducerId): Float64Array => kernels[id](given)
}

export const isGroupReducer = (id: string): id is GroupReducerId => Object.hasOwn(kernels, id)

interface Given {
  readonly values: Float64Array
  readonly groups: number
  readonly runs: () => GroupRuns
  readonly totals: () => Totals
}

type Kernel = (given: Given) => Float64Array

/** The rows of each group, in their order: those of group g stand from offsets[g] to offsets[g + 1]. */
export function gatherGroups({ groupOf, firsts }: RowGroups) {
  const groups = firsts.length
  const offsets = new Int32Array(groups + 1)
  for (let r = 0; r < groupOf.length; r++) offsets[groupOf[r]! + 1]!++
  for (let g = 0; g < groups; g++) offsets[g + 1]! += offsets[g]!
  const next = offsets.slice()
  const rows = new Int32Array(groupOf.length)
  for (let r = 0; r < groupOf.length; r++) rows[next[groupOf[r]!]!++] = r
  return { rows, offsets }
}

const missing = (groups: number) => new Float64Array(groups).fill(NaN)

interface Totals {
  readonly sums: Float64Array
  readonly counts: Int32Array
}

// In all of these the inner loop is over a run, and sees nothing but values.
function totalsOf({ values, groups, runs }: Given): Totals {
  const sums = new Float64Array(groups)
  const counts = new Int32Array(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = 0, r = 0; k < ends.length; k++) {
    const group = groupOf[k]!
    let sum = sums[group]!
    let count = 0
    for (const end = ends[k]!; r < end; r++) {
      const value = values[r]!
      if (value !== value) continue
      sum += value
      count++
    }
    sums[group] = sum
    counts[group]! += count
  }
  return { sums, counts }
}

const sum: Kernel = ({ totals }) => {
  const { sums, counts } = totals()
  return sums.map((total, g) => (counts[g] === 0 ? NaN : total))
}

const count: Kernel = ({ totals }) => Float64Array.from(totals().counts)

const mean: Kernel = ({ totals }) => {
  const { sums, counts } = totals()
  return sums.map((total, g) => total / counts[g]!)
}

const min: Kernel = ({ values, groups, runs }) => {
  const least = missing(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = 0, r = 0; k < ends.length; k++) {
    let found = least[groupOf[k]!]!
    // Nothing is greater than NaN, which a group begins with.
    for (const end = ends[k]!; r < end; r++) {
      const value = values[r]!
      if (!(value >= found) && value === value) found = value
    }
    least[groupOf[k]!] = found
  }
  return least
}

const max: Kernel = ({ values, groups, runs }) => {
  const greatest = missing(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = 0, r = 0; k < ends.length; k++) {
    let found = greatest[groupOf[k]!]!
    for (const end = ends[k]!; r < end; r++) {
      const value = values[r]!
      if (!(value <= found) && value === value) found = value
    }
    greatest[groupOf[k]!] = found
  }
  return greatest
}

const last: Kernel = ({ values, groups, runs }) => {
  const found = missing(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = 0; k < ends.length; k++) found[groupOf[k]!] = values[ends[k]! - 1]!
  return found
}

const first: Kernel = ({ values, groups, runs }) => {
  const found = missing(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = ends.length - 1; k >= 0; k--) found[groupOf[k]!] = values[k === 0 ? 0 : ends[k - 1]!]!
  return found
}

const lastNotNull: Kernel = ({ values, groups, runs }) => {
  const found = missing(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = 0, r = 0; k < ends.length; k++)
    for (const end = ends[k]!; r < end; r++) if (values[r] === values[r]) found[groupOf[k]!] = values[r]!
  return found
}

const firstNotNull: Kernel = ({ values, groups, runs }) => {
  const found = missing(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = ends.length - 1; k >= 0; k--)
    for (let r = ends[k]! - 1; r >= (k === 0 ? 0 : ends[k - 1]!); r--)
      if (values[r] === values[r]) found[groupOf[k]!] = values[r]!
  return found
}

const countAll: Kernel = ({ groups, runs }) => {
  const counts = new Float64Array(groups)
  const { groups: groupOf, ends } = runs()
  for (let k = 0; k < ends.length; k++) counts[groupOf[k]!]! += ends[k]! - (k === 0 ? 0 : ends[k - 1]!)
  return counts
}

const kernels = { sum, count, mean, min, max, last, lastNotNull, first, firstNotNull, countAll } satisfies Partial<
  Record<NumberReducerId, Kernel>
>
/** A reducer that needs no more than one look at each value. */
export type GroupReducerId = keyof typeof kernels
