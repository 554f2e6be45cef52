import { NumberColumn } from '../column/number-column.ts'
import type { ValueColumn } from '../column/column.ts'

/** When the points are: a start a series and one step, or a time for each point. Milliseconds since 1970. */
export type Axis =
  | { readonly kind: 'regular'; readonly starts: Float64Array; readonly step: number }
  | { readonly kind: 'explicit'; readonly times: NumberColumn<'time'> }

export interface Points {
  /** Series i has the points offsets[i] to offsets[i + 1], in every field. */
  readonly offsets: Int32Array
  readonly axis: Axis
  readonly fields: ReadonlyMap<string, ValueColumn>
}

/** The times of each series: `lists[listOf[i]]` are those of series i, ascending. Series may share a list. */
export interface SeriesTimes {
  readonly lists: readonly Float64Array[]
  readonly listOf: Int32Array
}

/** Filling the gaps of a regular axis may add this share of points; more, and the times are kept as they are. */
const MOST_FILLING = 0.5

/**
 * Lays the points out on a regular axis when all distances are multiples of a step and filling the gaps with nulls adds
 * little, else with a time each. `step` is what the source knows; without it the smallest distance is tried.
 */
export function layOut({ offsets, fields }: Omit<Points, 'axis'>, times: SeriesTimes, step?: number): Points {
  const { lists, listOf } = times
  const points = offsets.at(-1) ?? 0
  const tried = step !== undefined && Number.isInteger(step) && step > 0 ? step : smallestDistance(lists)
  if (tried !== undefined) {
    const slots = lists.map((list) => slotsOf(list, tried))
    let total = 0
    for (let i = 0; i < listOf.length; i++) total += slots[listOf[i]!]!
    const starts = Float64Array.from(listOf, (list) => lists[list]![0] ?? 0)
    const axis: Axis = { kind: 'regular', step: tried, starts }
    if (total === points) return { offsets, axis, fields }
    if (total <= points * (1 + MOST_FILLING)) return { ...fillGaps({ offsets, fields }, times, slots, tried), axis }
  }
  const explicit = new Float64Array(points)
  for (let i = 0; i < listOf.length; i++) explicit.set(lists[listOf[i]!]!, offsets[i])
  return { offsets, axis: { kind: 'explicit', times: new NumberColumn('time', explicit) }, fields }
}

/** The smallest distance between neighbours in the first series; whether the others fit is found out by slotsOf. */
function smallestDistance(lists: readonly Float64Array[]): number | undefined {
  let step = Infinity
  for (const list of lists.filter(({ length }) => length > 1).slice(0, 16))
    for (let k = 1; k < list.length; k++) step = Math.min(step, list[k]! - list[k - 1]!)
  return step === Infinity ? undefined : step
}

/** How many points a regular axis needs to cover these times; Infinity when they do not fit the step. */
function slotsOf(list: Float64Array, step: number): number {
  for (let k = 1; k < list.length; k++) {
    const distance = list[k]! - list[k - 1]!
    if (distance !== step && distance % step !== 0) return Infinity
  }
  return list.length && (list[list.length - 1]! - list[0]!) / step + 1
}

/** Spreads the points over the slots of a regular axis; the slots between them become null. */
function fillGaps(
  { offsets, fields }: Omit<Points, 'axis'>,
  { lists, listOf }: SeriesTimes,
  slots: readonly number[],
  step: number,
) {
  const spread = new Int32Array(offsets.length)
  for (let i = 0; i < listOf.length; i++) spread[i + 1] = spread[i]! + slots[listOf[i]!]!
  const order = new Int32Array(spread.at(-1)!).fill(-1)
  for (let i = 0; i < listOf.length; i++) {
    const list = lists[listOf[i]!]!
    const first = list[0]!
    for (let k = 0; k < list.length; k++) order[spread[i]! + (list[k]! - first) / step] = offsets[i]! + k
  }
  return { offsets: spread, fields: new Map(Array.from(fields, ([name, column]) => [name, column.gather(order)])) }
}
