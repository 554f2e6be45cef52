import { number, type ColumnSpec } from '../column/column.ts'
import { Int32Buffer } from '../column/growable.ts'
import { LabelsBuilder, type Labels } from '../column/labels.ts'
import { NumberColumn } from '../column/number-column.ts'
import { toValidity } from '../column/validity.ts'
import { alignSeries } from '../convert/align.ts'
import { FrameError } from '../errors.ts'
import type { FrameMeta } from '../metadata.ts'
import { layOut } from '../series/axis.ts'
import { SeriesFrame } from '../series/series-frame.ts'
import type { TextColumn } from '../column/text-column.ts'
import { LiveFrame } from './live-frame.ts'

export interface LiveOptions {
  /** How many moments are kept. */
  readonly window: number
  /** What the numbers are; its name is `value`. */
  readonly value?: ColumnSpec<'number', false>
}

/** One moment more, of some or all series. */
export interface LiveAppend {
  /** One more than that of the update before. */
  readonly sequence: number
  /** Milliseconds, later than all before. */
  readonly time: number
  /** The labels of series that are new: they get the next rows, in this order. */
  readonly added: readonly Labels[]
  /** The rows that the values are of; a row that is not named misses this moment. */
  readonly rows: ArrayLike<number>
  readonly values: ArrayLike<number>
}

/** A live series as views, which are good until the next update. */
export interface LiveView {
  readonly time: Float64Array
  /** NaN where a moment is missing. */
  readonly values: Float64Array
}

const FIRST_ROWS = 8

/**
 * The last moments of series that go on: a window, not a frame. Each series has a row of twice the window; when the rows
 * are full, the window moves to their front, so an update costs no more than its numbers, and reads are plain views.
 */
export class LiveSeries {
  readonly window: number
  readonly #value: ColumnSpec<'number', false>
  #labels: Labels[] = []
  #rowOf = new Map<string, number>()
  #labelColumns: ReadonlyMap<string, TextColumn> | undefined
  #offsets = new Int32Array(1)
  #values = new Float64Array(0)
  #times: Float64Array
  #end = 0
  #sequence: number | undefined

  constructor({ window, value = number() }: LiveOptions) {
    this.window = window
    this.#value = value
    this.#times = new Float64Array(2 * window)
  }

  /** The number of series. */
  get length(): number {
    return this.#labels.length
  }

  /** That of the last update; undefined before the first replacement. */
  get sequence(): number | undefined {
    return this.#sequence
  }

  /** The row of the series with these labels. */
  rowOf(labels: Labels): number | undefined {
    return this.#rowOf.get(keyOf(labels))
  }

  /** Starts anew from a frame, of which the last moments are kept. */
  replace(sequence: number, frame: SeriesFrame): void {
    const { time, values } = alignSeries(frame)
    this.#labels = []
    this.#labelColumns = undefined
    this.#rowOf = new Map()
    // Not over what stands: views of before must not seem to go on.
    this.#values = new Float64Array(this.#values.length).fill(NaN)
    this.#times = new Float64Array(this.#stride)
    for (let i = 0; i < frame.length; i++) this.#addRow(frame.labelsAt(i))
    const kept = time.subarray(Math.max(0, time.length - this.window))
    this.#times.set(kept)
    this.#end = kept.length
    values.forEach((column, row) => this.#values.set(column.subarray(column.length - kept.length), row * this.#stride))
    this.#sequence = sequence
  }

  /**
   * Adds a moment. Gives false, and changes nothing, when updates were missed: then a replacement must be asked for.
   * Throws FRAME_LIVE_ROW for a row that does not exist, FRAME_TIMES for a time that is not later, FRAME_LENGTH when
   * there are not as many values as rows.
   */
  append({ sequence, time, added, rows, values }: LiveAppend): boolean {
    if (this.#sequence === undefined || sequence !== this.#sequence + 1) return false
    this.#check(time, added, rows, values)
    for (const labels of added) this.#addRow(labels)
    if (this.#end === this.#stride) this.#moveToFront()
    this.#times[this.#end] = time
    for (let k = 0; k < rows.length; k++) this.#values[rows[k]! * this.#stride + this.#end] = values[k]!
    this.#end++
    this.#sequence = sequence
    return true
  }

  at(row: number): LiveView {
    const from = Math.max(0, this.#end - this.window)
    const base = row * this.#stride
    return { time: this.#times.subarray(from, this.#end), values: this.#values.subarray(base + from, base + this.#end) }
  }

  labelsAt(row: number): Labels {
    return this.#labels[row] ?? {}
  }

  /**
   * The window as a frame whose columns are views, at no more cost than an object a series: for whatever draws it now.
   * It is good until the next update. As long as series are only appended to, the views of two such frames lie in the
   * same ArrayBuffer, the newer ones further on; a replacement lies in another.
   */
  view(meta: FrameMeta = {}): SeriesFrame {
    return new LiveFrame({
      labels: this.#labelsOfRows(),
      offsets: this.#offsetsOf(Math.min(this.#end, this.window)),
      time: this.at(0).time,
      values: Array.from(this.#labels, (_, row) => this.at(row).values),
      value: this.#value.meta,
      meta,
    })
  }

  /** A frame of its own, for whatever keeps it. */
  snapshot(meta: FrameMeta = {}): SeriesFrame {
    const count = Math.min(this.#end, this.window)
    const offsets = this.#offsetsOf(count)
    const values = new Float64Array(this.length * count)
    for (let row = 0; row < this.length; row++) values.set(this.at(row).values, row * count)
    const missing = new Int32Buffer()
    for (let k = 0; k < values.length; k++) if (Number.isNaN(values[k])) missing.push(k)
    const column = new NumberColumn('number', values, toValidity(values.length, missing), this.#value.meta)
    const times = { lists: [this.at(0).time.slice()], listOf: new Int32Array(this.length) }
    return new SeriesFrame({
      meta,
      labels: this.#labelsOfRows(),
      ...layOut({ offsets, fields: new Map([['value', column]]) }, times),
    })
  }

  get #stride(): number {
    return 2 * this.window
  }

  #labelsOfRows(): ReadonlyMap<string, TextColumn> {
    if (this.#labelColumns) return this.#labelColumns
    const labels = new LabelsBuilder()
    for (const set of this.#labels) labels.push(set)
    return (this.#labelColumns = labels.build())
  }

  /** Shared by all frames of this size: a full window keeps its size. */
  #offsetsOf(count: number): Int32Array {
    const { length } = this
    if (this.#offsets.length !== length + 1 || this.#offsets.at(-1) !== length * count)
      this.#offsets = Int32Array.from({ length: length + 1 }, (_, i) => i * count)
    return this.#offsets
  }

  #check(time: number, added: readonly Labels[], rows: ArrayLike<number>, values: ArrayLike<number>): void {
    const after = this.length + added.length
    if (rows.length !== values.length)
      throw new FrameError('FRAME_LENGTH', { field: 'values', length: values.length, expected: rows.length })
    for (let k = 0; k < rows.length; k++)
      if (!(rows[k]! >= 0 && rows[k]! < after)) throw new FrameError('FRAME_LIVE_ROW', { row: rows[k]!, rows: after })
    if (!(time > (this.#times[this.#end - 1] ?? -Infinity)))
      throw new FrameError('FRAME_TIMES', { series: 'of a live window', index: this.#end })
  }

  #addRow(labels: Labels): void {
    this.#rowOf.set(keyOf(labels), this.length)
    this.#labels.push(labels)
    this.#labelColumns = undefined
    if (this.length * this.#stride <= this.#values.length) return
    const grown = new Float64Array(Math.max(FIRST_ROWS, 2 * this.length) * this.#stride).fill(NaN)
    grown.set(this.#values)
    this.#values = grown
  }

  #moveToFront(): void {
    for (let start = 0; start < this.length * this.#stride; start += this.#stride) {
      this.#values.copyWithin(start, start + this.window, start + this.#stride)
      this.#values.fill(NaN, start + this.window, start + this.#stride)
    }
    this.#times.copyWithin(0, this.window)
    this.#end = this.window
  }
}

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)))
