/** A bound of a bucket, without what binary fractions add to decimal ones. */
export const roundEdge = (value: number): number => Number(value.toPrecision(15))

/** Widths that people read easily, within a power of ten. */
const widths = [1, 2, 4, 5, 10]

/**
 * The least width of 1, 2, 4, 5 times a power of ten with which the values fill at most `count` buckets, and that is no
 * less than the smallest distance between two of them; 1 where all are equal.
 */
export function chooseBucketSize(
  lists: readonly Float64Array[],
  { low, high }: { readonly low: number; readonly high: number },
  count: number,
): number {
  if (!(high > low)) return 1
  const share = Math.min(high - low, Number.MAX_VALUE) / count
  const distance = leastDistance(lists, count + 1)
  const power = decadeOf(Math.max(share, distance))
  const fitting = widths.find((width) => width * power > share && roundEdge(width * power) >= roundEdge(distance))
  return roundEdge((fitting ?? 20) * power)
}

/** The power of ten that a positive number begins with: 100 of 512. */
const decadeOf = (value: number): number => Number(`1e${value.toExponential().split('e')[1]}`)

/** The smallest distance between two different values; 0 when there are more different ones than `most`. */
function leastDistance(lists: readonly Float64Array[], most: number): number {
  const distinct = new Set<number>()
  for (const values of lists)
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (!Number.isFinite(value)) continue
      distinct.add(value)
      if (distinct.size > most) return 0
    }
  const sorted = Float64Array.from(distinct).toSorted()
  let least = Infinity
  for (let k = 1; k < sorted.length; k++) least = Math.min(least, sorted[k]! - sorted[k - 1]!)
  return least === Infinity ? 0 : least
}
