import { NumberColumn } from '../column/number-column.ts'
import type { ValueColumn } from '../column/column.ts'
import { Grid } from './grid.ts'

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

/**
 * Lays the points out on a regular axis when all distances are multiples of a step and filling the gaps with nulls adds
 * little, else with a time each. `step` is what the source knows; without it the smallest distance is tried.
 */
export function layOut(points: Omit<Points, 'axis'>, { lists, listOf }: SeriesTimes, step?: number): Points {
  const tried = isStep(step) ? step : smallestDistance(lists)
  const grid = tried === undefined ? undefined : new Grid(tried)
  const fits = grid && listOf.every((list, i) => grid.add(lists[list]!, lists[list]!.length, points.offsets[i]!))
  const regular = fits ? grid.fill(points) : undefined
  if (regular) return regular
  const times = new Float64Array(points.offsets.at(-1) ?? 0)
  for (let i = 0; i < listOf.length; i++) times.set(lists[listOf[i]!]!, points.offsets[i])
  return withTimes(points, times)
}

export const withTimes = (points: Omit<Points, 'axis'>, times: Float64Array): Points => ({
  ...points,
  axis: { kind: 'explicit', times: new NumberColumn('time', times) },
})

export const isStep = (step: number | undefined): step is number =>
  step !== undefined && Number.isSafeInteger(step) && step > 0

/** The smallest distance between neighbours in the first series; whether the others fit is found out by the grid. */
function smallestDistance(lists: readonly Float64Array[]): number | undefined {
  let step = Infinity
  for (const list of lists.filter(({ length }) => length > 1).slice(0, 16))
    for (let k = 1; k < list.length; k++) step = Math.min(step, list[k]! - list[k - 1]!)
  return step === Infinity ? undefined : step
}
