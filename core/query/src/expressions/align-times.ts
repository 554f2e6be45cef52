import { explicitTimes, NumberColumn, type Axis, type SeriesFrame } from '@orrery/frames'

/** The points at times that two frames have in common, series by series. */
export interface CommonTimes {
  readonly offsets: Int32Array
  readonly axis: Axis
  /** Of each of these points its number in either frame; undefined where these are all of both, in order. */
  readonly places?: { readonly left: Int32Array; readonly right: Int32Array }
  /** Whether series that have points have none in common. */
  readonly isDisjoint: boolean
}

/** Lays the times of two frames with as many series beside each other. */
export function alignTimes(a: SeriesFrame, b: SeriesFrame): CommonTimes {
  if (hasSameTimes(a, b)) return { offsets: a.offsets, axis: a.axis, isDisjoint: false }
  const most = Math.min(a.points, b.points)
  const left = new Int32Array(most)
  const right = new Int32Array(most)
  const offsets = new Int32Array(a.length + 1)
  let count = 0
  let isDisjoint = false
  for (let i = 0; i < a.length; i++) {
    const [timesA, timesB] = [a.timesAt(i), b.timesAt(i)]
    const [startA, startB] = [a.offsets[i]!, b.offsets[i]!]
    const before = count
    for (let k = 0, j = 0; k < timesA.length && j < timesB.length;) {
      const distance = timesA[k]! - timesB[j]!
      if (distance === 0) {
        left[count] = startA + k
        right[count++] = startB + j
      }
      if (distance <= 0) k++
      if (distance >= 0) j++
    }
    if (count === before && timesA.length > 0 && timesB.length > 0) isDisjoint = true
    offsets[i + 1] = count
  }
  const places = { left: left.subarray(0, count), right: right.subarray(0, count) }
  return { offsets, axis: axisOf(a, b, offsets, places.left), places, isDisjoint }
}

function hasSameTimes(a: SeriesFrame, b: SeriesFrame): boolean {
  if (!isEqual(a.offsets, b.offsets)) return false
  if (a.axis.kind === 'regular' && b.axis.kind === 'regular' && a.step === b.step)
    return isEqual(a.axis.starts, b.axis.starts)
  return isEqual(explicitTimes(a), explicitTimes(b))
}

function isEqual(a: Int32Array | Float64Array, b: Int32Array | Float64Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}

/** Regular times of one step have a stretch in common, or nothing; what others have in common may be anywhere. */
function axisOf(a: SeriesFrame, b: SeriesFrame, offsets: Int32Array, places: Int32Array): Axis {
  const times = explicitTimes(a)
  if (a.step !== undefined && a.step === b.step) {
    const starts = Float64Array.from({ length: a.length }, (_, i) =>
      offsets[i]! < offsets[i + 1]! ? times[places[offsets[i]!]!]! : 0,
    )
    return { kind: 'regular', step: a.step, starts }
  }
  return {
    kind: 'explicit',
    times: new NumberColumn(
      'time',
      Float64Array.from(places, (place) => times[place]!),
    ),
  }
}
