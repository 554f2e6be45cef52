import { selectAt } from './select.ts'

/** The number of present values. */
export function countOf(values: Float64Array): number {
  let count = 0
  for (const value of values) if (!Number.isNaN(value)) count++
  return count
}

const presentOf = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value))

/** The present values, each once, in the order in which they first come. */
export const distinctOf = (values: Float64Array): readonly number[] => [...new Set(presentOf(values))]

/** The value that this share of the present values does not exceed, between two of them where it falls there. */
export function quantileOf(values: Float64Array, share: number): number | undefined {
  const present = presentOf(values)
  if (present.length === 0) return undefined
  const place = share * (present.length - 1)
  const below = Math.floor(place)
  const low = selectAt(present, below)
  if (place === below) return low
  // What stands behind the place is not less; the least of it is the next.
  let high = Infinity
  for (let k = below + 1; k < present.length; k++) if (present[k]! < high) high = present[k]!
  return low === high ? low : low + (high - low) * (place - below)
}

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
