import type { RowGroups } from '../convert/group-rows.ts'
import type { NumberReducerId } from './reducers.ts'

type Kernel = (values: Float64Array, groupOf: Int32Array, groups: number) => Float64Array

/**
 * What a reducer makes of the values of each group, by number of group, in one pass over all; NaN where there is nothing to
 * calculate with. Other reducers need the values of a group together: see {@link gatherGroups}.
 */
export const reduceGroups = (id: GroupReducerId, values: Float64Array, { groupOf, firsts }: RowGroups): Float64Array =>
  kernels[id](values, groupOf, firsts.length)

export const isGroupReducer = (id: string): id is GroupReducerId => Object.hasOwn(kernels, id)

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

const sum: Kernel = (values, groupOf, groups) => {
  const sums = new Float64Array(groups)
  const counts = count(values, groupOf, groups)
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!
    if (value === value) sums[groupOf[r]!]! += value
  }
  for (let g = 0; g < groups; g++) if (counts[g] === 0) sums[g] = NaN
  return sums
}

const count: Kernel = (values, groupOf, groups) => {
  const counts = new Float64Array(groups)
  for (let r = 0; r < values.length; r++) if (values[r] === values[r]) counts[groupOf[r]!]!++
  return counts
}

const mean: Kernel = (values, groupOf, groups) => {
  const means = sum(values, groupOf, groups)
  const counts = count(values, groupOf, groups)
  for (let g = 0; g < groups; g++) means[g]! /= counts[g]!
  return means
}

const min: Kernel = (values, groupOf, groups) => {
  const least = missing(groups)
  for (let r = 0; r < values.length; r++) {
    const group = groupOf[r]!
    // Nothing is greater than NaN, which a group begins with.
    if (!(values[r]! >= least[group]!) && values[r] === values[r]) least[group] = values[r]!
  }
  return least
}

const max: Kernel = (values, groupOf, groups) => {
  const greatest = missing(groups)
  for (let r = 0; r < values.length; r++) {
    const group = groupOf[r]!
    if (!(values[r]! <= greatest[group]!) && values[r] === values[r]) greatest[group] = values[r]!
  }
  return greatest
}

const last: Kernel = (values, groupOf, groups) => {
  const found = missing(groups)
  for (let r = 0; r < values.length; r++) found[groupOf[r]!] = values[r]!
  return found
}

const lastNotNull: Kernel = (values, groupOf, groups) => {
  const found = missing(groups)
  for (let r = 0; r < values.length; r++) if (values[r] === values[r]) found[groupOf[r]!] = values[r]!
  return found
}

const first: Kernel = (values, groupOf, groups) => {
  const found = missing(groups)
  for (let r = values.length - 1; r >= 0; r--) found[groupOf[r]!] = values[r]!
  return found
}

const firstNotNull: Kernel = (values, groupOf, groups) => {
  const found = missing(groups)
  for (let r = values.length - 1; r >= 0; r--) if (values[r] === values[r]) found[groupOf[r]!] = values[r]!
  return found
}

const countAll: Kernel = (_, groupOf, groups) => {
  const counts = new Float64Array(groups)
  for (let r = 0; r < groupOf.length; r++) counts[groupOf[r]!]!++
  return counts
}

const kernels = { sum, count, mean, min, max, last, lastNotNull, first, firstNotNull, countAll } satisfies Partial<
  Record<NumberReducerId, Kernel>
>
/** A reducer that needs no more than one look at each value. */
export type GroupReducerId = keyof typeof kernels
