import { uniteTimes } from '@orrery/sdk'
import { spread, type Column } from './column.ts'
import type { SeriesStack } from './series.ts'

export interface Stackable extends Column {
  readonly stack: SeriesStack | undefined
  /** Only series of one axis lie on each other. */
  readonly axis: number
}

export interface StackedColumn extends Column {
  /** The index of the column on which it lies; undefined for the one at zero. */
  readonly below: number | undefined
  /** It reaches below zero. */
  readonly isDown: boolean
}

/**
 * Each column on top of those before it of its group, on the times of all of them; undefined for one that is in no stack.
 * A missing value adds nothing, and the sums have no gaps. What is below zero on the whole is stacked downwards.
 */
export function stackColumns(columns: readonly Stackable[]): readonly (StackedColumn | undefined)[] {
  const groups = new Map<string, number[]>()
  columns.forEach(({ stack, axis }, i) => {
    if (!stack) return
    const key = `${axis} ${stack.group}`
    groups.set(key, [...(groups.get(key) ?? []), i])
  })
  const stacked: (StackedColumn | undefined)[] = columns.map(() => undefined)
  for (const members of groups.values()) stackGroup(columns, members, stacked)
  return stacked
}

function stackGroup(columns: readonly Stackable[], members: readonly number[], into: (StackedColumn | undefined)[]) {
  const times = uniteTimes(members.map((i) => columns[i]!.times))
  const onTimes = ({ times: own }: Column, values: Float64Array) =>
    own.length === times.length ? values : spread({ times: own, values }, times)
  const drawn = members.map((i) => onTimes(columns[i]!, columns[i]!.values))
  const isPercent = columns[members[0]!]!.stack?.mode === 'percent'
  const totals = isPercent ? sumOf(drawn, times.length) : undefined
  const sides = { up: newSide(times.length), down: newSide(times.length) }
  members.forEach((index, k) => {
    const values = drawn[k]!
    const isDown = reachesDown(values)
    const side = isDown ? sides.down : sides.up
    for (let at = 0; at < times.length; at++) {
      const value = values[at]!
      if (!Number.isFinite(value)) continue
      const total = totals?.[at] ?? 1
      side.sums[at]! += totals && total === 0 ? 0 : value / total
    }
    const { told } = columns[index]!
    into[index] = { times, values: side.sums.slice(), told: onTimes(columns[index]!, told), below: side.last, isDown }
    side.last = index
  })
}

const newSide = (length: number): { sums: Float64Array; last: number | undefined } => ({
  sums: new Float64Array(length),
  last: undefined,
})

/** What each time has of all columns, by size. */
function sumOf(columns: readonly Float64Array[], length: number): Float64Array {
  const sums = new Float64Array(length)
  for (const values of columns)
    for (let k = 0; k < length; k++) if (Number.isFinite(values[k])) sums[k]! += Math.abs(values[k]!)
  return sums
}

function reachesDown(values: Float64Array): boolean {
  let sum = 0
  for (let k = 0; k < values.length; k++) if (Number.isFinite(values[k])) sum += values[k]!
  return sum < 0
}
