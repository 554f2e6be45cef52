import type { FieldMeta } from '../metadata.ts'
import { gatherValidity, isComplete, isNull, sliceValidity, type Validity } from './validity.ts'

/** What a {@link NumberColumn} holds: plain numbers, whole numbers, or times in milliseconds since 1970. */
export type NumberKind = 'number' | 'integer' | 'time'

/** Values that are made when they are first read: explicit times come from the wire as 64-bit integers. */
export interface LazyValues {
  readonly length: number
  read(): Float64Array
}

/** Numbers, whole numbers, or times in milliseconds. Under a null the value is NaN. */
export class NumberColumn<K extends NumberKind = NumberKind> {
  readonly kind: K
  readonly length: number
  readonly validity: Validity
  readonly meta: FieldMeta
  #values: Float64Array | LazyValues

  constructor(kind: K, values: Float64Array | LazyValues, validity?: Validity, meta: FieldMeta = {}) {
    this.kind = kind
    this.length = values.length
    this.validity = validity
    this.meta = meta
    this.#values = values
  }

  get values(): Float64Array {
    if (this.#values instanceof Float64Array) return this.#values
    return (this.#values = this.#values.read())
  }

  isNull(i: number): boolean {
    return isNull(this.validity, i)
  }

  at(i: number): number | null {
    return isNull(this.validity, i) ? null : this.values[i]!
  }

  slice(from: number, to: number): NumberColumn<K> {
    return new NumberColumn(
      this.kind,
      this.values.subarray(from, to),
      sliceValidity(this.validity, from, to),
      this.meta,
    )
  }

  gather(order: Int32Array): NumberColumn<K> {
    const { values } = this
    const out = new Float64Array(order.length)
    // Without a question in the loop, the loads go on side by side.
    const complete = isComplete(order)
    if (complete) for (let k = 0; k < order.length; k++) out[k] = values[order[k]!]!
    else for (let k = 0; k < order.length; k++) out[k] = order[k]! < 0 ? NaN : values[order[k]!]!
    const validity = complete && !this.validity ? undefined : gatherValidity(this.validity, order)
    return new NumberColumn(this.kind, out, validity, this.meta)
  }

  withMeta(meta: FieldMeta): NumberColumn<K> {
    return new NumberColumn(this.kind, this.#values, this.validity, meta)
  }
}
