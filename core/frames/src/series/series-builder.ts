import { createBuilder, isTime, NumberBuilder, type ColumnBuilder } from '../column/builders.ts'
import { number, type Cells, type ColumnSpec, type ValueColumn } from '../column/column.ts'
import { Int32Buffer } from '../column/growable.ts'
import { LabelsBuilder, type Labels } from '../column/labels.ts'
import { FrameError } from '../errors.ts'
import type { FrameMeta } from '../metadata.ts'
import { layOut } from './axis.ts'
import { SeriesFrame } from './series-frame.ts'

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
  readonly #offsets = new Int32Buffer()
  readonly #fields: { name: string; spec: ColumnSpec; builder: ColumnBuilder<ValueColumn> }[]
  readonly #lists: Float64Array[] = []
  readonly #listOf = new Int32Buffer()
  readonly #step: number | undefined
  readonly #meta: FrameMeta

  constructor({ fields, step, ...meta }: SeriesOptions<S> = {}) {
    this.#fields = Object.entries<SeriesShape[string]>(fields ?? { value: number() }).map(([name, spec]) => {
      if (RESERVED.has(name)) throw new FrameError('FRAME_FIELD_NAME', { field: name })
      return { name, spec, builder: createBuilder(spec.kind, name) }
    })
    this.#step = step
    this.#meta = meta
    this.#offsets.push(0)
  }

  /**
   * Adds a series. Times are milliseconds, ascending, each once; fractions are rounded. Copies, so the caller may reuse
   * its arrays. Throws FRAME_TIMES, FRAME_LENGTH or FRAME_CELL_KIND for what does not fit; then the builder is spent.
   */
  add(labels: Labels, times: ArrayLike<number>, values: SeriesValues<S>): this {
    const list = this.#internTimes(labels, times)
    for (const { name, builder } of this.#fields) {
      const cells = cellsOf(values, name, this.#fields.length)
      if (cells?.length !== times.length)
        throw new FrameError('FRAME_LENGTH', { field: name, length: cells?.length ?? 0, expected: times.length })
      if (builder instanceof NumberBuilder) builder.append(cells)
      else for (let k = 0; k < cells.length; k++) builder.push(cells[k])
    }
    this.#labels.push(labels)
    this.#listOf.push(list)
    this.#offsets.push(this.#offsets.data[this.#offsets.length - 1]! + times.length)
    return this
  }

  /** Neighbours with equal times share one list, which is checked and stored once. */
  #internTimes(labels: Labels, times: ArrayLike<number>): number {
    const last = this.#lists.at(-1)
    if (last && sameNumbers(last, times)) return this.#lists.length - 1
    const list = new Float64Array(times.length)
    const refuse = (index: number) => new FrameError('FRAME_TIMES', { series: JSON.stringify(labels), index })
    let before = -Infinity
    for (let k = 0; k < times.length; k++) {
      const time = Math.round(times[k]!)
      if (!(time > before)) throw refuse(k)
      list[k] = before = time
    }
    if (list.length && !isTime(list[0]!)) throw refuse(0)
    if (list.length && !isTime(before)) throw refuse(list.length - 1)
    return this.#lists.push(list) - 1
  }

  build(): SeriesFrame {
    const fields = new Map(this.#fields.map(({ name, spec, builder }) => [name, builder.build(spec.meta)]))
    const times = { lists: this.#lists, listOf: this.#listOf.take() }
    return new SeriesFrame({
      labels: this.#labels.build(),
      meta: this.#meta,
      ...layOut({ offsets: this.#offsets.take(), fields }, times, this.#step),
    })
  }
}

const isList = (values: unknown): values is ArrayLike<unknown> => Array.isArray(values) || ArrayBuffer.isView(values)

function cellsOf(values: unknown, name: string, fields: number): ArrayLike<unknown> | undefined {
  if (isList(values)) return fields === 1 ? values : undefined
  const cells = (values as Readonly<Record<string, unknown>> | undefined)?.[name]
  return isList(cells) ? cells : undefined
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let k = a.length - 1; k >= 0; k--) if (a[k] !== b[k]) return false
  return true
}
