import type { ValueColumn } from '../column/column.ts'
import { labelsOf, type Labels } from '../column/labels.ts'
import type { TextColumn } from '../column/text-column.ts'
import { FrameError } from '../errors.ts'
import type { FieldMeta, FrameMeta } from '../metadata.ts'
import type { Axis, Points } from './axis.ts'
import { createRuler, type Ruler } from './ruler.ts'

/** What single series say of themselves, in place of what their field says. */
export type OwnMeta = Readonly<Pick<FieldMeta, 'unit' | 'displayName'>>

export interface SeriesParts extends Points {
  readonly labels: ReadonlyMap<string, TextColumn>
  /** Units and display names of single series; a null is that of the field. */
  readonly own?: ReadonlyMap<keyof OwnMeta, TextColumn>
  readonly meta?: FrameMeta
}

/** A result with one row a series. Immutable; everything that a series gives out is a view. */
export class SeriesFrame {
  readonly kind = 'series'
  readonly labels: ReadonlyMap<string, TextColumn>
  readonly own: ReadonlyMap<keyof OwnMeta, TextColumn>
  readonly offsets: Int32Array
  readonly axis: Axis
  readonly fields: ReadonlyMap<string, ValueColumn>
  readonly meta: FrameMeta
  #ruler: Ruler | undefined

  constructor({ labels, own = new Map(), offsets, axis, fields, meta = {} }: SeriesParts) {
    this.labels = labels
    this.own = own
    this.offsets = offsets
    this.axis = axis
    this.fields = fields
    this.meta = meta
  }

  /** The number of series. */
  get length(): number {
    return Math.max(0, this.offsets.length - 1)
  }

  /** The number of points of all series, missing ones between them included. */
  get points(): number {
    return this.offsets.at(-1) ?? 0
  }

  /** Milliseconds between points, when they are regular. */
  get step(): number | undefined {
    return this.axis.kind === 'regular' ? this.axis.step : undefined
  }

  at(i: number): Series {
    return new Series(this, i)
  }

  *[Symbol.iterator](): Generator<Series, void> {
    for (let i = 0; i < this.length; i++) yield new Series(this, i)
  }

  labelsAt(i: number): Labels {
    return labelsOf(this.labels, i)
  }

  /** What is known of a field of one series: what the series says itself, then what the field says. */
  metaAt(i: number, field?: string): FieldMeta {
    const { meta } = this.field(field)
    // One object for all series that say nothing themselves.
    return this.own.size === 0 ? meta : { ...meta, ...labelsOf(this.own, i) }
  }

  /** The points of all series in this field, by default the first; throws FRAME_FIELD_MISSING. */
  field(name?: string): ValueColumn {
    const column = name === undefined ? this.fields.values().next().value : this.fields.get(name)
    if (!column)
      throw new FrameError('FRAME_FIELD_MISSING', { field: name ?? 'value', fields: [...this.fields.keys()] })
    return column
  }

  /** As {@link field}, when it holds numbers; else throws FRAME_FIELD_KIND. */
  numbers(name?: string): ValueColumn & { kind: 'number' } {
    const column = this.field(name)
    if (column.kind === 'number') return column
    const field = name ?? this.fields.keys().next().value ?? ''
    throw new FrameError('FRAME_FIELD_KIND', { field, found: column.kind, expected: 'number' })
  }

  /** The times of one series, in milliseconds, ascending. */
  timesAt(i: number): Float64Array {
    const start = this.offsets[i]!
    const end = this.offsets[i + 1]!
    if (this.axis.kind === 'explicit') return this.axis.times.values.subarray(start, end)
    this.#ruler ??= createRuler(this.axis, this.offsets)
    return this.#ruler(this.axis.starts[i]!, end - start)
  }

  /** The numbers of one series in a field, by default the first; NaN where one is missing. Throws as {@link numbers}. */
  numbersAt(i: number, field?: string): Float64Array {
    return this.numbers(field).values.subarray(this.offsets[i], this.offsets[i + 1])
  }

  with(parts: Partial<SeriesParts>): SeriesFrame {
    const { labels, own, offsets, axis, fields, meta } = this
    return new SeriesFrame({ labels, own, offsets, axis, fields, meta, ...parts })
  }
}

/** One series of a frame: views on its labels, times and values. */
export class Series {
  readonly frame: SeriesFrame
  readonly index: number

  constructor(frame: SeriesFrame, index: number) {
    this.frame = frame
    this.index = index
  }

  /** The number of points, missing ones between them included. */
  get length(): number {
    return this.frame.offsets[this.index + 1]! - this.frame.offsets[this.index]!
  }

  get labels(): Labels {
    return this.frame.labelsAt(this.index)
  }

  /** What is known of a field, by default the first; the series may have a unit and a display name of its own. */
  meta(field?: string): FieldMeta {
    return this.frame.metaAt(this.index, field)
  }

  /** Milliseconds, ascending. */
  get time(): Float64Array {
    return this.frame.timesAt(this.index)
  }

  /** The numbers of the first field; NaN where one is missing. */
  get values(): Float64Array {
    return this.of()
  }

  /** The numbers of a field; NaN where one is missing. Throws when there is no such field of numbers. */
  of(field?: string): Float64Array {
    return this.frame.numbersAt(this.index, field)
  }

  /** The cells of a field of any kind, such as states. */
  field(name?: string): ValueColumn {
    return this.frame.field(name).slice(this.frame.offsets[this.index]!, this.frame.offsets[this.index + 1]!)
  }

  /** Whether point k is missing, rather than not a number. */
  isNull(k: number, field?: string): boolean {
    return this.frame.field(field).isNull(this.frame.offsets[this.index]! + k)
  }
}
