import { isTime } from '../column/builders.ts'
import { Float64Buffer, type Int32Buffer } from '../column/growable.ts'
import { isStep, layOut, withTimes, type Points } from './axis.ts'
import { Grid } from './grid.ts'

/** Collects the times of series one after the other; on a step that is known beforehand none of them is stored. */
export class TimesBuilder {
  #grid: Grid | undefined
  /** The times of all points, as soon as some do not fit the step or none is known. */
  #times: Float64Buffer | undefined
  #whole = new Float64Array(256)
  readonly #isStepKnown: boolean

  /** `step` is ignored unless it is a positive whole number of milliseconds. */
  constructor(step: number | undefined) {
    this.#isStepKnown = isStep(step)
    if (isStep(step)) this.#grid = new Grid(step)
    else this.#times = new Float64Buffer()
  }

  /**
   * Adds the first `count` times, rounded. `offsets` are those of the series so far. Gives the index of a time that is
   * none or not later than the one before, and -1 when all are good.
   */
  add(times: ArrayLike<number>, count: number, offsets: Int32Buffer): number {
    if (this.#whole.length < count) this.#whole = new Float64Array(count * 2)
    const whole = this.#whole
    let before = -Infinity
    for (let k = 0; k < count; k++) {
      const time = Math.round(times[k]!)
      if (!(time > before)) return k
      whole[k] = before = time
    }
    if (count > 0 && !isTime(whole[0]!)) return 0
    if (count > 0 && !isTime(before)) return count - 1
    this.#keep(whole, count, offsets)
    return -1
  }

  build(points: Omit<Points, 'axis'>): Points {
    const { offsets } = points
    if (this.#grid) return this.#grid.fill(points) ?? withTimes(points, this.#grid.times(offsets))
    const times = this.#times!.take()
    if (this.#isStepKnown) return withTimes(points, times)
    const lists = Array.from({ length: offsets.length - 1 }, (_, i) => times.subarray(offsets[i], offsets[i + 1]))
    return layOut(points, { lists, listOf: Int32Array.from(lists, (_, i) => i) })
  }

  #keep(times: Float64Array, count: number, offsets: Int32Buffer): void {
    if (this.#grid?.add(times, count, offsets.data[offsets.length - 1]!)) return
    if (this.#grid) {
      this.#times = new Float64Buffer()
      this.#times.append(this.#grid.times(offsets.take()))
      this.#grid = undefined
    }
    this.#times!.append(times, count)
  }
}
