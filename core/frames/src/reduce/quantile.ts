import { presentOf } from './present.ts'
import { selectAt } from './select.ts'

/** The value that this share of the present values does not exceed, between two of them where it falls there. */
export function quantileOf(values: Float64Array, share: number): number | undefined {
  if (values.length >= MANY) {
    const found = quantileWithin(values, share, boundsOf(values, share))
    if (found !== undefined) return found
  }
  const present = presentOf(values)
  return present.length === 0 ? undefined : interpolate(present, share * (present.length - 1), 0)
}

/**
 * The value at a place of all sorted values, or between two places, where these are all but as many as are `below` them.
 * Changes the order of the values.
 */
function interpolate(values: Float64Array, place: number, below: number): number {
  const whole = Math.floor(place)
  const low = selectAt(values, whole - below)
  if (place === whole) return low
  // What stands behind the place is not less; the least of it is the next.
  let high = Infinity
  for (let k = whole - below + 1; k < values.length; k++) if (values[k]! < high) high = values[k]!
  return low === high ? low : low + (high - low) * (place - whole)
}

/** From here on a look at some of the values saves sorting most of the others. */
const MANY = 2048
const SAMPLE = 256

interface Bounds {
  readonly low: number
  readonly high: number
}

/** Values between which the share most likely falls: some places below and above it in a sorted sample. */
function boundsOf(values: Float64Array, share: number): Bounds {
  const sample = new Float64Array(SAMPLE)
  for (let k = 0; k < SAMPLE; k++) sample[k] = values[Math.floor(((k + 0.5) * values.length) / SAMPLE)]!
  const sorted = presentOf(sample).sort()
  const place = share * (sorted.length - 1)
  const room = 2 + 3 * Math.sqrt(sorted.length * share * (1 - share))
  return {
    low: sorted[Math.floor(place - room)] ?? -Infinity,
    high: sorted[Math.ceil(place + room)] ?? Infinity,
  }
}

/** The most numbers that there is room for between two calls: 512 KiB. */
const KEPT = 65_536
let room = new Float64Array(0)

/** Room for numbers that nobody needs after the call. */
function roomFor(length: number): Float64Array {
  if (length > KEPT) return new Float64Array(length)
  if (room.length < length) room = new Float64Array(length)
  return room
}

/** Looks only among the values between the bounds; undefined where the share is not there after all. */
function quantileWithin(values: Float64Array, share: number, { low, high }: Bounds): number | undefined {
  const between = roomFor(values.length)
  let count = 0
  let below = 0
  let missing = 0
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!
    // Without a branch, which no processor foresees for values in any order.
    between[count] = value
    below += +(value < low)
    count += +(value >= low) & +(value <= high)
    missing += +(value !== value)
  }
  const place = share * (values.length - missing - 1)
  const isBetween = place >= below && place <= below + count - 1
  return isBetween ? interpolate(between.subarray(0, count), place, below) : undefined
}
