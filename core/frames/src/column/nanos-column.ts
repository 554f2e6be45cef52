import type { FieldMeta } from '../metadata.ts'
import { gatherValidity, isNull, sliceValidity, type Validity } from './validity.ts'

/** Times in nanoseconds since 1970, exact. */
export class NanosColumn {
  readonly kind = 'nanos'
  readonly values: BigInt64Array
  readonly validity: Validity
  readonly meta: FieldMeta

  constructor(values: BigInt64Array, validity?: Validity, meta: FieldMeta = {}) {
    this.values = values
    this.validity = validity
    this.meta = meta
  }

  get length(): number {
    return this.values.length
  }

  isNull(i: number): boolean {
    return isNull(this.validity, i)
  }

  at(i: number): bigint | null {
    return isNull(this.validity, i) ? null : this.values[i]!
  }

  slice(from: number, to: number): NanosColumn {
    return new NanosColumn(this.values.subarray(from, to), sliceValidity(this.validity, from, to), this.meta)
  }

  gather(order: Int32Array): NanosColumn {
    const out = new BigInt64Array(order.length)
    for (let k = 0; k < order.length; k++) if (order[k]! >= 0) out[k] = this.values[order[k]!]!
    return new NanosColumn(out, gatherValidity(this.validity, order), this.meta)
  }

  withMeta(meta: FieldMeta): NanosColumn {
    return new NanosColumn(this.values, this.validity, meta)
  }
}
