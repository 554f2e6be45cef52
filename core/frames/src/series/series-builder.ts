import { createBuilder, NumberBuilder, type ColumnBuilder } from '../column/builders.ts'
import { number, type Cells, type ColumnSpec, type ValueColumn } from '../column/column.ts'
import { Int32Buffer } from '../column/growable.ts'
import { LabelsBuilder, type LabelBytes, type Labels } from '../column/labels.ts'
import type { TextColumn } from '../column/text-column.ts'
import { FrameError } from '../errors.ts'
import type { FrameMeta } from '../metadata.ts'
import { SeriesFrame, type OwnMeta } from './series-frame.ts'
import { TimesBuilder } from './times-builder.ts'

export type SeriesShape = Readonly<Record<string, ColumnSpec<ValueColumn['kind'], false>>>

type OneNumber = { readonly value: ColumnSpec<'number', false> }

export interface SeriesOptions<S extends SeriesShape = OneNumber> extends FrameMeta {
  /** The value fields: `{ mean: number({ unit: 's' }), up: boolean() }`. By default one of numbers, `value`. */
  readonly fields?: S
  /** Milliseconds between points, when the source knows it; else it is found out. */
  readonly step?: number
}

/** The values of one series: an array for each field, or just the array of the first. null is a missing value. */
export type SeriesValues<S extends SeriesShape> =
  | ArrayLike<Cells[S[keyof S]['kind']] | null>
  | { readonly [K in keyof S]: ArrayLike<Cells[S[K]['kind']] | null> }

/** Names of columns that every series frame has on the wire. */
const RESERVED = new Set(['labels', 'time'])

/** Collects series; `build()` finds out whether their times are regular. */
export class SeriesBuilder<const S extends SeriesShape = OneNumber> {
  readonly #labels = new LabelsBuilder()
  readonly #own = new LabelsBuilder()
  readonly #offsets = new Int32Buffer()
  readonly #fields: { name: string; spec: ColumnSpec; builder: ColumnBuilder<ValueColumn> }[]
  readonly #times: TimesBuilder
  readonly #meta: FrameMeta

  constructor({ fields, step, ...meta }: SeriesOptions<S> = {}) {
    this.#fields = Object.entries<SeriesShape[string]>(fields ?? { value: number() }).map(([name, spec]) => {
      if (RESERVED.has(name)) throw new FrameError('FRAME_FIELD_NAME', { field: name })
      return { name, spec, builder: createBuilder(spec.kind, name) }
    })
    this.#times = new TimesBuilder(step)
    this.#meta = meta
    this.#offsets.push(0)
  }

  /** Takes the labels of the series that {@link addRow} adds next. */
  get labels(): LabelBytes {
    return this.#labels
  }

  /** The number of series so far. */
  get length(): number {
    return this.#offsets.length - 1
  }

  /**
   * Adds a series. Times are milliseconds, ascending, each once; fractions are rounded. Copies, so the caller may reuse
   * its arrays. `own` is what this series says in place of its fields. Throws FRAME_TIMES, FRAME_LENGTH or
   * FRAME_CELL_KIND for what does not fit; then the builder is spent.
   */
  add(labels: Labels, times: ArrayLike<number>, values: SeriesValues<S>, own: OwnMeta = {}): this {
    for (const { name } of this.#fields) {
      const length = cellsOf(values, name, this.#fields.length)?.length ?? 0
      if (length > times.length) throw new FrameError('FRAME_LENGTH', { field: name, length, expected: times.length })
    }
    this.#labels.assign(labels)
    if (own.unit !== undefined) this.#own.assign({ unit: own.unit })
    if (own.displayName !== undefined) this.#own.assign({ displayName: own.displayName })
    return this.addRow(times, values)
  }

  /**
   * Adds a series with the labels that {@link labels} was given, and the first `count` times and values; otherwise as
   * {@link add}. For parsers that fill the same arrays again and again.
   */
  addRow(times: ArrayLike<number>, values: SeriesValues<S>, count = times.length): this {
    const wrong = this.#times.add(times, count, this.#offsets)
    if (wrong >= 0)
      throw new FrameError('FRAME_TIMES', { series: JSON.stringify(this.#labels.pending()), index: wrong })
    for (const { name, builder } of this.#fields) {
      const cells = cellsOf(values, name, this.#fields.length)
      if (!cells || cells.length < count)
        throw new FrameError('FRAME_LENGTH', { field: name, length: cells?.length ?? 0, expected: count })
      if (builder instanceof NumberBuilder) builder.append(cells, count)
      else for (let k = 0; k < count; k++) builder.push(cells[k])
    }
    this.#labels.next()
    this.#own.next()
    this.#offsets.push(this.#offsets.data[this.#offsets.length - 1]! + count)
    return this
  }

  build(): SeriesFrame {
    const fields = new Map(this.#fields.map(({ name, spec, builder }) => [name, builder.build(spec.meta)]))
    return new SeriesFrame({
      labels: this.#labels.build(),
      // Filled by `add`, with such names only.
      own: this.#own.build() as ReadonlyMap<keyof OwnMeta, TextColumn>,
      meta: this.#meta,
      ...this.#times.build({ offsets: this.#offsets.take(), fields }),
    })
  }
}

const isList = (values: unknown): values is ArrayLike<unknown> => Array.isArray(values) || ArrayBuffer.isView(values)

function cellsOf(values: unknown, name: string, fields: number): ArrayLike<unknown> | undefined {
  if (isList(values)) return fields === 1 ? values : undefined
  const cells = (values as Readonly<Record<string, unknown>> | undefined)?.[name]
  return isList(cells) ? cells : undefined
}
