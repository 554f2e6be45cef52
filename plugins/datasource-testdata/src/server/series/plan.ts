import type { Labels } from '@orrery/sdk'

/** A value at a time; null is a missing one, undefined no point at all. Typed numbers are all there. */
export type PointValues = Float64Array | readonly (number | null | undefined)[]

/** What a query of numbers over time makes, at whichever times it is asked for. */
export interface SeriesPlan {
  readonly series: number
  readonly labelsAt: (index: number) => Labels
  /** The values of each series at these times. */
  readonly prepare: (times: Float64Array) => (index: number) => PointValues
  readonly legend?: string | undefined
  readonly step?: string | undefined
}

/** Series that are told apart by a number, where there are several. */
export const numbered =
  (series: number, labels: Labels = {}) =>
  (index: number): Labels =>
    series === 1 ? labels : { ...labels, series: `${index + 1}` }
