import type { FieldMeta } from '../metadata.ts'
import type { Utf8Strings } from './utf8.ts'
import { gatherValidity, isNull, sliceValidity, type Validity } from './validity.ts'

/** Text that hardly repeats (log lines, SQL statements): decoded only where it is looked at. */
export class LongTextColumn {
  readonly kind = 'longText'
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

  at(i: number): string | null {
    return isNull(this.validity, i) ? null : this.strings.at(i)
  }

  slice(from: number, to: number): LongTextColumn {
    return new LongTextColumn(this.strings.slice(from, to), sliceValidity(this.validity, from, to), this.meta)
  }

  gather(order: Int32Array): LongTextColumn {
    return new LongTextColumn(this.strings.gather(order), gatherValidity(this.validity, order), this.meta)
  }

  withMeta(meta: FieldMeta): LongTextColumn {
    return new LongTextColumn(this.strings, this.validity, meta)
  }
}
