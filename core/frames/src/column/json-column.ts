import type { FieldMeta } from '../metadata.ts'
import type { Utf8Strings } from './utf8.ts'
import { gatherValidity, isNull, sliceValidity, type Validity } from './validity.ts'

/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** JSON values, kept as text and parsed only where they are looked at. */
export class JsonColumn {
  readonly kind = 'json'
  readonly strings: Utf8Strings
  readonly validity: Validity
  readonly meta: FieldMeta

  constructor(strings: Utf8Strings, validity?: Validity, meta: FieldMeta = {}) {
    this.strings = strings
    this.validity = validity
    this.meta = meta
  }

  get length(): number {
    return this.strings.length
  }

  isNull(i: number): boolean {
    return isNull(this.validity, i)
  }

  /** The parsed cell; a text that is no JSON is given as it stands. */
  at(i: number): Json {
    if (isNull(this.validity, i)) return null
    const text = this.strings.at(i)
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }

  slice(from: number, to: number): JsonColumn {
    return new JsonColumn(this.strings.slice(from, to), sliceValidity(this.validity, from, to), this.meta)
  }

  gather(order: Int32Array): JsonColumn {
    return new JsonColumn(this.strings.gather(order), gatherValidity(this.validity, order), this.meta)
  }

  withMeta(meta: FieldMeta): JsonColumn {
    return new JsonColumn(this.strings, this.validity, meta)
  }
}
