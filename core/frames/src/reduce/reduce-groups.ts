import type { RowGroups } from '../convert/group-rows.ts'
import type { NumberReducerId } from './reducers.ts'

/**
 * What reducers make of the values of each group, by number of group, in one pass over all values; NaN where there is
 * nothing to calculate with. Other reducers need the values of a group together: see {@link gatherGroups}.
 */
export function createGroupReducer(values: Float64Array, { groupOf, firsts }: RowGroups) {
  let totals: Totals | undefined
  const given: Given = {
    values,
    groupOf,
    groups: firsts.length,
    // Several reducers are made of them.
    totals: () => (totals ??= totalsOf(values, groupOf, firsts.length)),
  }
  return (id: GroupReducerId): Float64Array => kernels[id](given)
}

export const isGroupReducer = (id: string): id is GroupReducerId => Object.hasOwn(kernels, id)

interface Given {
  readonly values: Float64Array
  readonly groupOf: Int32Array
  readonly groups: number
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

function totalsOf(values: Float64Array, groupOf: Int32Array, groups: number): Totals {
  const sums = new Float64Array(groups)
  const counts = new Int32Array(groups)
  // Rows of one group mostly follow each other: the inner loop then sees nothing but values.
  for (let r = 0; r < values.length;) {
    const group = groupOf[r]!
    let end = r + 1
    while (end < values.length && groupOf[end] === group) end++
    let sum = sums[group]!
    let count = 0
    for (; r < end; r++) {
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

const min: Kernel = ({ values, groupOf, groups }) => {
  const least = missing(groups)
  for (let r = 0; r < values.length; r++) {
    const group = groupOf[r]!
    // Nothing is greater than NaN, which a group begins with.
    if (!(values[r]! >= least[group]!) && values[r] === values[r]) least[group] = values[r]!
  }
  return least
}

const max: Kernel = ({ values, groupOf, groups }) => {
  const greatest = missing(groups)
  for (let r = 0; r < values.length; r++) {
    const group = groupOf[r]!
    if (!(values[r]! <= greatest[group]!) && values[r] === values[r]) greatest[group] = values[r]!
  }
  return greatest
}

const last: Kernel = ({ values, groupOf, groups }) => {
  const found = missing(groups)
  for (let r = 0; r < values.length; r++) found[groupOf[r]!] = values[r]!
  return found
}

const lastNotNull: Kernel = ({ values, groupOf, groups }) => {
  const found = missing(groups)
  for (let r = 0; r < values.length; r++) if (values[r] === values[r]) found[groupOf[r]!] = values[r]!
  return found
}

const first: Kernel = ({ values, groupOf, groups }) => {
  const found = missing(groups)
  for (let r = values.length - 1; r >= 0; r--) found[groupOf[r]!] = values[r]!
  return found
}

const firstNotNull: Kernel = ({ values, groupOf, groups }) => {
  const found = missing(groups)
  for (let r = values.length - 1; r >= 0; r--) if (values[r] === values[r]) found[groupOf[r]!] = values[r]!
  return found
}

const countAll: Kernel = ({ groupOf, groups }) => {
  const counts = new Float64Array(groups)
  for (let r = 0; r < groupOf.length; r++) counts[groupOf[r]!]!++
  return counts
}

const kernels = { sum, count, mean, min, max, last, lastNotNull, first, firstNotNull, countAll } satisfies Partial<
  Record<NumberReducerId, Kernel>
>
/** A reducer that needs no more than one look at each value. */
export type GroupReducerId = keyof typeof kernels
