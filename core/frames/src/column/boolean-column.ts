import type { FieldMeta } from '../metadata.ts'
import { gatherValidity, isNull, sliceValidity, type Validity } from './validity.ts'

/** True and false, as bytes 1 and 0. */
export class BooleanColumn {
  readonly kind = 'boolean'
  readonly values: Uint8Array
  readonly validity: Validity
  readonly meta: FieldMeta

  constructor(values: Uint8Array, validity?: Validity, meta: FieldMeta = {}) {
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

  at(i: number): boolean | null {
    return isNull(this.validity, i) ? null : this.values[i] === 1
  }

  slice(from: number, to: number): BooleanColumn {
    return new BooleanColumn(this.values.subarray(from, to), sliceValidity(this.validity, from, to), this.meta)
  }

  gather(order: Int32Array): BooleanColumn {
    const out = new Uint8Array(order.length)
    for (let k = 0; k < order.length; k++) if (order[k]! >= 0) out[k] = this.values[order[k]!]!
    return new BooleanColumn(out, gatherValidity(this.validity, order), this.meta)
  }

  withMeta(meta: FieldMeta): BooleanColumn {
    return new BooleanColumn(this.values, this.validity, meta)
  }
}
