import { Float64Buffer, Int32Buffer } from '../column/growable.ts'
import type { Points } from './axis.ts'

/** Filling the gaps of a regular axis may add this share of points; more, and the times are kept as they are. */
const MOST_FILLING = 0.5

/** Times on a step: where each series starts and which slots it passes over. A point that follows its neighbour costs nothing. */
export class Grid {
  readonly step: number
  readonly #starts = new Float64Buffer(16)
  /** The points, counted over all series, before which slots are passed over, and how many slots. */
  readonly #gaps = new Int32Buffer()
  readonly #widths = new Float64Buffer(16)
  #passedOver = 0

  /** `step` is a positive whole number of milliseconds. */
  constructor(step: number) {
    this.step = step
  }

  /** Adds a series, whose first point is number `first` of all. False, and nothing is added, when it does not fit the step. */
  add(times: Float64Array, count: number, first: number): boolean {
    const { step } = this
    const before = this.#gaps.length
    let passedOver = 0
    for (let k = 1; k < count; k++) {
      const distance = times[k]! - times[k - 1]!
      if (distance === step) continue
      if (distance % step !== 0) {
        this.#gaps.length = this.#widths.length = before
        return false
      }
      this.#gaps.push(first + k)
      this.#widths.push(distance / step - 1)
      passedOver += distance / step - 1
    }
    this.#passedOver += passedOver
    this.#starts.push(count > 0 ? times[0]! : 0)
    return true
  }

  /** The time of each point. */
  times(offsets: Int32Array): Float64Array {
    const times = new Float64Array(offsets.at(-1) ?? 0)
    let gap = 0
    for (let i = 0; i < offsets.length - 1; i++) {
      let time = this.#starts.data[i]! - this.step
      for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
        time += this.step
        if (gap < this.#gaps.length && this.#gaps.data[gap] === k) time += this.#widths.data[gap++]! * this.step
        times[k] = time
      }
    }
    return times
  }

  /** The points with nulls in the slots that were passed over; undefined when that would be too many. */
  fill({ offsets, fields }: Omit<Points, 'axis'>): Points | undefined {
    const points = offsets.at(-1) ?? 0
    const axis = { kind: 'regular', step: this.step, starts: this.#starts.take() } as const
    if (this.#passedOver === 0) return { offsets, axis, fields }
    if (this.#passedOver > points * MOST_FILLING) return undefined
    const order = this.#order(points)
    return {
      axis,
      offsets: this.#spread(offsets),
      fields: new Map(Array.from(fields, ([name, column]) => [name, column.gather(order)])),
    }
  }

  #spread(offsets: Int32Array): Int32Array {
    const spread = offsets.slice()
    let gap = 0
    let added = 0
    for (let i = 1; i < offsets.length; i++) {
      for (; gap < this.#gaps.length && this.#gaps.data[gap]! < offsets[i]!; gap++) added += this.#widths.data[gap]!
      spread[i] = offsets[i]! + added
    }
    return spread
  }

  /** The point that stands in each slot, or -1. */
  #order(points: number): Int32Array {
    const order = new Int32Array(points + this.#passedOver)
    let point = 0
    let slot = 0
    for (let gap = 0; gap <= this.#gaps.length; gap++) {
      const until = gap < this.#gaps.length ? this.#gaps.data[gap]! : points
      while (point < until) order[slot++] = point++
      if (gap < this.#gaps.length) order.fill(-1, slot, (slot += this.#widths.data[gap]!))
    }
    return order
  }
}
