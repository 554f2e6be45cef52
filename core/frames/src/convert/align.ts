import { firstFrom } from './first-from.ts'
import type { Column } from '../column/column.ts'
import { NumberColumn } from '../column/number-column.ts'
import type { SeriesFrame } from '../series/series-frame.ts'

/** All series on one time axis. */
export interface AlignedSeries {
  /** Milliseconds, ascending: every time at which a series has a point. */
  readonly time: Float64Array
  /** The numbers of each series at these times; NaN where it has none. */
  readonly values: readonly Float64Array[]
}

export interface AlignOptions {
  /** Which field; by default the first. It must hold numbers. */
  readonly field?: string
  /** How many series to take, from the first; by default all. */
  readonly maxSeries?: number
}

/** Joins series on time, as charts need them. A series that has a point at every time is a view of the frame. */
export function alignSeries(frame: SeriesFrame, { field, maxSeries = frame.length }: AlignOptions = {}): AlignedSeries {
  const count = Math.min(maxSeries, frame.length)
  const lists = Array.from({ length: count }, (_, i) => frame.timesAt(i))
  const time = uniteTimes(lists)
  return {
    time,
    values: lists.map((times, i) => spread(frame.numbersAt(i, field), times, time)),
  }
}

function spread(values: Float64Array, times: Float64Array, axis: Float64Array): Float64Array {
  if (times.length === axis.length) return values
  const out = new Float64Array(axis.length).fill(NaN)
  if (times.length === 0) return out
  let at = firstFrom(axis, times[0]!)
  if (axis[at + times.length - 1] === times[times.length - 1]) {
    out.set(values, at)
    return out
  }
  for (let k = 0; k < times.length; k++) {
    while (axis[at]! < times[k]!) at++
    out[at] = values[k]!
  }
  return out
}

/** Of which point of `times` the value at each time of the axis is; -1 where there is none. */
export function placesOn(axis: Float64Array, times: Float64Array, firstPoint: number): Int32Array {
  const places = new Int32Array(axis.length).fill(-1)
  let at = times.length ? firstFrom(axis, times[0]!) : 0
  for (let k = 0; k < times.length; k++) {
    while (axis[at]! < times[k]!) at++
    places[at] = firstPoint + k
  }
  return places
}

/** The cells of a column, which stand at `times`, at the times of an axis that has all of these; null at the others. */
export function spreadColumn<C extends Column>(column: C, times: Float64Array, axis: Float64Array): C {
  if (times.length === axis.length) return column
  if (!(column instanceof NumberColumn) || column.validity) return column.gather(placesOn(axis, times, 0)) as C
  const out = new Float64Array(axis.length)
  const validity = new Uint8Array(((axis.length + 63) >> 6) << 3)
  spreadNumbers(column.values, times, axis, out, validity)
  // Of the kind that it was.
  return new NumberColumn(column.kind, out, validity, column.meta) as unknown as C
}

function spreadNumbers(
  values: Float64Array,
  times: Float64Array,
  axis: Float64Array,
  out: Float64Array,
  validity: Uint8Array,
): void {
  out.fill(NaN)
  let at = 0
  for (let k = 0; k < times.length; k++) {
    const time = times[k]!
    while (axis[at]! < time) at++
    out[at] = values[k]!
    validity[at >> 3]! |= 1 << (at & 7)
    at++
  }
}

/**
 * All times of ascending lists, ascending, each once. Lists are merged in pairs, from one of two buffers to the other; equal
 * ones cost one comparison.
 */
export function uniteTimes(lists: readonly Float64Array[]): Float64Array {
  let level = lists.filter((list, i) => list.length > 0 && !(i > 0 && isSameView(list, lists[i - 1]!)))
  const total = level.reduce((sum, { length }) => sum + length, 0)
  let spare: Float64Array | undefined
  let buffer: Float64Array | undefined
  while (level.length > 1) {
    const target = (spare ??= new Float64Array(total))
    const next: Float64Array[] = []
    let at = 0
    for (let i = 0; i < level.length; i += 2) {
      const [a, b] = [level[i]!, level[i + 1]]
      const isBuffered = a.buffer === buffer?.buffer
      if (!isBuffered && (!b || isSameView(a, b) || isEqual(a, b))) next.push(a)
      else {
        const length = b ? merge(a, b, target, at) : copy(a, target, at)
        next.push(target.subarray(at, at + length))
        at += length
      }
    }
    level = next
    ;[buffer, spare] = [target, buffer]
  }
  const [found] = level
  if (!found) return new Float64Array(0)
  return found.buffer === buffer?.buffer ? found.slice() : found
}

function copy(list: Float64Array, target: Float64Array, at: number): number {
  target.set(list, at)
  return list.length
}

const isSameView = (a: Float64Array, b: Float64Array): boolean =>
  a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.length === b.length

function isEqual(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}

/** Writes the times of both from a place on, and gives how many there are. */
function merge(a: Float64Array, b: Float64Array, out: Float64Array, at: number): number {
  let i = 0
  let j = 0
  let n = at
  while (i < a.length && j < b.length) {
    const x = a[i]!
    const y = b[j]!
    // Most are equal.
    if (x === y) {
      out[n++] = x
      i++
      j++
    } else if (x < y) {
      out[n++] = x
      i++
    } else {
      out[n++] = y
      j++
    }
  }
  while (i < a.length) out[n++] = a[i++]!
  while (j < b.length) out[n++] = b[j++]!
  return n - at
}
