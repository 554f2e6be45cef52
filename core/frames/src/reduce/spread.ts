import { presentOf } from './present.ts'

/** The number of present values. */
export function countOf(values: Float64Array): number {
  let count = 0
  for (let k = 0; k < values.length; k++) if (values[k] === values[k]) count++
  return count
}

/** The present values, each once, in the order in which they first come. */
export const distinctOf = (values: Float64Array): readonly number[] => [...new Set(presentOf(values))]

/** The mean square of the distances from the mean, of all present values (not of a sample). */
export function varianceOf(values: Float64Array): number | undefined {
  let count = 0
  let mean = 0
  let squares = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    const distance = value - mean
    mean += distance / ++count
    squares += distance * (value - mean)
  }
  return count === 0 ? undefined : squares / count
}
