/** One line of a time chart. Times are milliseconds, ascending; NaN is a missing value. */
export interface TimeChartSeries {
  readonly name: string
  readonly times: Float64Array
  readonly values: Float64Array
  /** A CSS colour. */
  readonly color: string
  readonly style?: SeriesStyle
}

export interface SeriesStyle {
  /** `line` by default. */
  readonly draw?: 'line' | 'points'
  readonly interpolation?: 'linear' | 'stepBefore' | 'stepAfter'
  /** In pixels, 1.5 by default. */
  readonly width?: number
  /** 0 to 1, 0 by default. */
  readonly fill?: number
  /** `auto` by default: where there is room. */
  readonly points?: 'auto' | 'always' | 'never'
  /** Draws on over missing values. */
  readonly spanGaps?: boolean
}

const sameTimes = (a: Float64Array, b: Float64Array): boolean => {
  if (a === b) return true
  if (a.length !== b.length) return false
  // Views of one array at one place are equal without a look at the times.
  if (a.buffer === b.buffer && a.byteOffset === b.byteOffset) return true
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}

/** All times of two ascending lists, each once. */
function mergeTimes(a: Float64Array, b: Float64Array): Float64Array {
  if (sameTimes(a, b)) return a
  const merged = new Float64Array(a.length + b.length)
  let [i, j, n] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const x = i < a.length ? a[i]! : Infinity
    const y = j < b.length ? b[j]! : Infinity
    merged[n++] = Math.min(x, y)
    if (x <= y) i++
    if (y <= x) j++
  }
  return merged.subarray(0, n)
}

/** Pairs of lists are merged level by level, so that no list is copied more than log(count) times. */
function uniteTimes(lists: readonly Float64Array[]): Float64Array {
  let level = lists
  while (level.length > 1) {
    const next: Float64Array[] = []
    for (let i = 0; i < level.length; i += 2)
      next.push(i + 1 < level.length ? mergeTimes(level[i]!, level[i + 1]!) : level[i]!)
    level = next
  }
  return level[0] ?? new Float64Array(0)
}

/** The values of a series at the times of an axis. */
export interface AlignedColumn {
  /** As long as the axis; NaN where nothing is. */
  readonly values: Float64Array
  /** 1 where the series has a point, be it a missing value; absent where it has one at every time. */
  readonly present?: Uint8Array
}

export interface Aligned {
  readonly times: Float64Array
  readonly columns: readonly AlignedColumn[]
}

/**
 * All series on one time axis: as they are where they lie on it, else copied to the times at which they have points. At
 * the times of others they are not missing anything, so their lines go on there.
 */
export function alignTimes(series: readonly Pick<TimeChartSeries, 'times' | 'values'>[]): Aligned {
  const times = uniteTimes(series.map((one) => one.times))
  const columns = series.map((one): AlignedColumn => {
    if (one.times.length === times.length) return { values: one.values }
    const values = new Float64Array(times.length).fill(NaN)
    const present = new Uint8Array(times.length)
    let at = 0
    for (let k = 0; k < one.times.length; k++) {
      while (times[at]! < one.times[k]!) at++
      values[at] = one.values[k]!
      present[at] = 1
    }
    return { values, present }
  })
  return { times, columns }
}

/** Each column on top of those before it; a missing value adds nothing, so no column has gaps. */
export function stackColumns(columns: readonly AlignedColumn[]): readonly AlignedColumn[] {
  const sums = new Float64Array(columns[0]?.values.length ?? 0)
  return columns.map(({ values }) => {
    for (let k = 0; k < sums.length; k++) {
      const value = values[k]!
      if (!Number.isNaN(value)) sums[k]! += value
    }
    return { values: sums.slice() }
  })
}
