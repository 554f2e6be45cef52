import { HeatmapCells, withNotice, type FrameMeta, type TableFrame } from '@orrery/sdk'

export interface CellsOptions {
  /** Milliseconds between the points that were asked for: the time that a cell is long. */
  readonly stepMs: number | undefined
  readonly maxRows: number
}

/** Collects counts of values, bucket by bucket. Counts of the same bucket at the same time are added up. */
export class Cells {
  #times = new Float64Array(1024)
  #lows = new Float64Array(1024)
  #highs = new Float64Array(1024)
  #counts = new Float64Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  add(time: number, low: number, high: number, count: number): void {
    if (this.#length === this.#times.length) this.#grow()
    this.#times[this.#length] = time
    this.#lows[this.#length] = low
    this.#highs[this.#length] = high
    this.#counts[this.#length++] = count
  }

  /**
   * The cells in order of time and bucket. A value at a time stands for what happened since the step before, so a cell
   * ends at its time. Where they are too many, empty ones are left out, then the oldest.
   */
  toFrame(meta: FrameMeta, { stepMs, maxRows }: CellsOptions): TableFrame {
    const order = this.#order()
    const counts = this.#counts
    const full = order.length > maxRows ? order.filter((k) => counts[k] !== 0) : order
    const kept = full.subarray(Math.max(0, full.length - maxRows))
    const column = (values: Float64Array) => Float64Array.from(kept, (k) => values[k]!)
    const ends = column(this.#times)
    const frame = HeatmapCells.fromColumns(
      {
        time: stepMs === undefined ? ends : ends.map((end) => end - stepMs),
        ...(stepMs !== undefined && { timeEnd: ends }),
        yMin: column(this.#lows),
        yMax: column(this.#highs),
        count: column(counts),
      },
      meta,
    )
    if (kept.length === full.length) return frame
    const text = `The result was cut off: only the latest ${maxRows.toLocaleString('en')} cells are shown. Ask for a shorter range or a larger step.`
    return withNotice(frame, { severity: 'warning', text })
  }

  /** One index for each bucket at each time, which then has the counts of all. */
  #order(): Int32Array {
    const [times, lows, highs, counts] = [this.#times, this.#lows, this.#highs, this.#counts]
    const compare = (a: number, b: number) => times[a]! - times[b]! || difference(lows, a, b) || difference(highs, a, b)
    const order = Int32Array.from({ length: this.#length }, (_, k) => k)
    if (order.some((k) => k > 0 && compare(k - 1, k) >= 0)) order.sort(compare)
    let kept = 0
    for (const k of order) {
      if (kept > 0 && compare(order[kept - 1]!, k) === 0) counts[order[kept - 1]!]! += counts[k]!
      else order[kept++] = k
    }
    return order.subarray(0, kept)
  }

  #grow(): void {
    this.#times = grown(this.#times)
    this.#lows = grown(this.#lows)
    this.#highs = grown(this.#highs)
    this.#counts = grown(this.#counts)
  }
}

/** Of two infinities the difference would be no number. */
const difference = (values: Float64Array, a: number, b: number) =>
  values[a] === values[b] ? 0 : values[a]! - values[b]!

function grown(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(values.length * 2)
  more.set(values)
  return more
}
