import { selectAt } from './select.ts'

/** Fewer values are not worth a look at some of them first. */
const FEW = 2048
const SAMPLE = 256

/** The value that this share of the present values does not exceed, between two of them where it falls there. */
export function quantileOf(values: Float64Array, share: number): number | undefined {
  const near = values.length > FEW ? nearQuantile(values, share) : undefined
  return near === undefined ? quantileAmong(presentOf(values), share, 0) : quantileAmong(near.values, near.place, near.below)
}
