/** Counts over time and values: columns of cells, from the lowest cell up. */
export interface HeatCells {
  /** Where columns begin and end, in milliseconds, ascending. */
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Column c has the cells `offsets[c]` to `offsets[c + 1]`. */
  readonly offsets: Int32Array
  /** All values at which cells end, ascending; may begin and end at infinity. */
  readonly bounds: Float64Array
  /** The bounds of each cell, by index. */
  readonly low: Uint32Array
  readonly high: Uint32Array
  /** NaN is not known. */
  readonly counts: Float64Array
  /** Names of rows that are no numbers: row i lies between the bounds i and i + 1. */
  readonly names: readonly string[] | undefined
}

/** Cells in any order; equal ones are added up. */
export interface FlatCells {
  readonly time: Float64Array
  /** NaN: the column ends where the next begins. */
  readonly timeEnd: Float64Array | undefined
  readonly yMin: Float64Array
  readonly yMax: Float64Array
  readonly counts: Float64Array
}

/** How long a column is that is alone and does not say it. */
const LONE_MS = 60_000
/** A column whose neighbour is further than so many usual distances away ends before it. */
const GAP = 1.5

export function toHeatCells(flat: FlatCells, names?: readonly string[]): HeatCells {
  const { time, timeEnd, yMin, yMax, counts } = toOrdered(flat)
  const columns: number[] = []
  for (let i = 0; i < time.length; i++) if (i === 0 || time[i] !== time[i - 1]) columns.push(i)
  const offsets = Int32Array.from([...columns, time.length])
  const starts = Float64Array.from(columns, (i) => time[i]!)
  return { starts, ends: toEnds(starts, offsets, timeEnd), offsets, counts, names, ...indexBounds(yMin, yMax, offsets) }
}

/** By time, then value; nothing without a place, and each cell once. Most data is so already. */
function toOrdered(flat: FlatCells): FlatCells {
  const { time, timeEnd, yMin, yMax, counts } = flat
  let isOrdered = true
  for (let i = 0; i < time.length && isOrdered; i++) {
    // Of NaN no comparison is true.
    const isPlaced = time[i]! > -Infinity && yMin[i]! < yMax[i]!
    isOrdered = isPlaced && (i === 0 || time[i]! > time[i - 1]! || (time[i] === time[i - 1] && yMin[i]! > yMin[i - 1]!))
  }
  if (isOrdered) return flat
  const placed = Array.from(time.keys()).filter((i) => time[i]! > -Infinity && yMin[i]! < yMax[i]!)
  placed.sort((a, b) => time[a]! - time[b]! || yMin[a]! - yMin[b]! || yMax[a]! - yMax[b]!)
  const kept: number[] = []
  const sums: number[] = []
  for (const i of placed) {
    const last = kept.at(-1)
    const isSame = last !== undefined && time[i] === time[last] && yMin[i] === yMin[last] && yMax[i] === yMax[last]
    if (!isSame) {
      kept.push(i)
      sums.push(counts[i]!)
    } else if (!Number.isNaN(counts[i]!)) {
      const sum = sums.at(-1)!
      sums[sums.length - 1] = (Number.isNaN(sum) ? 0 : sum) + counts[i]!
    }
  }
  const gather = (from: Float64Array) => Float64Array.from(kept, (i) => from[i]!)
  return {
    time: gather(time),
    timeEnd: timeEnd && gather(timeEnd),
    yMin: gather(yMin),
    yMax: gather(yMax),
    counts: Float64Array.from(sums),
  }
}

function toEnds(starts: Float64Array, offsets: Int32Array, timeEnd: Float64Array | undefined): Float64Array {
  const usual = medianDistance(starts)
  return starts.map((start, c) => {
    const next = starts[c + 1] ?? Infinity
    let own = NaN
    if (timeEnd) for (let i = offsets[c]!; i < offsets[c + 1]!; i++) if (!(timeEnd[i]! <= own)) own = timeEnd[i]!
    if (own > start) return Math.min(own, next)
    return next - start <= GAP * usual ? next : start + usual
  })
}

function medianDistance(starts: Float64Array): number {
  if (starts.length < 2) return LONE_MS
  const distances = starts.subarray(1).map((start, i) => start - starts[i]!)
  return distances.toSorted()[distances.length >> 1]!
}

function indexBounds(yMin: Float64Array, yMax: Float64Array, offsets: Int32Array) {
  const indexOf = new Map<number, number>()
  const low = new Uint32Array(yMin.length)
  const high = new Uint32Array(yMin.length)
  const toIndex = (bound: number) => {
    let index = indexOf.get(bound)
    if (index === undefined) indexOf.set(bound, (index = indexOf.size))
    return index
  }
  for (let c = 0; c < offsets.length - 1; c++) {
    const begin = offsets[c]!
    const back = begin - (offsets[c - 1] ?? NaN)
    for (let i = begin; i < offsets[c + 1]!; i++) {
      // Most columns have the rows of the one before.
      const k = i - back
      const isKnown = k < begin && yMin[k] === yMin[i] && yMax[k] === yMax[i]
      low[i] = isKnown ? low[k]! : toIndex(yMin[i]!)
      high[i] = isKnown ? high[k]! : toIndex(yMax[i]!)
    }
  }
  const bounds = Float64Array.from(indexOf.keys()).sort()
  const place = new Uint32Array(bounds.length)
  bounds.forEach((bound, sorted) => (place[indexOf.get(bound)!] = sorted))
  for (let i = 0; i < low.length; i++) {
    low[i] = place[low[i]!]!
    high[i] = place[high[i]!]!
  }
  return { bounds, low, high }
}
