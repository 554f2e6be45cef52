import { FrameError } from '../errors.ts'

/** What a table of a flatbuffer points at: slot number -> what is there. Slots that hold plain values are left out. */
export interface Layout {
  readonly [slot: number]:
    | 'string'
    | { readonly structs: number }
    | { readonly table: () => Layout }
    | { readonly tables: () => Layout }
}

const DEEPEST = 64

/**
 * Reads a flatbuffer that nobody has checked: every pointer that the layout names is held inside the bytes, so that a
 * reader, which believes the lengths that it finds, neither runs away nor reads elsewhere. Throws FRAME_MALFORMED.
 */
export class Flatbuffer {
  readonly #view: DataView
  #visits = 0

  constructor(view: DataView) {
    this.#view = view
  }

  /** Position of the root table. */
  root(): number {
    return this.#follow(0)
  }

  /** Where the value of a slot stands, or undefined when the table leaves it out. `size` bytes are there. */
  slot(table: number, slot: number, size: number): number | undefined {
    const vtable = table - this.#view.getInt32(this.#within(table, 4), true)
    const length = this.#view.getUint16(this.#within(vtable, 4), true)
    if (4 + 2 * slot + 2 > length) return undefined
    const offset = this.#view.getUint16(this.#within(vtable + 4 + 2 * slot, 2), true)
    return offset ? this.#within(table + offset, size) : undefined
  }

  /** Position of the table that a slot points at. */
  table(table: number, slot: number): number | undefined {
    const at = this.slot(table, slot, 4)
    return at === undefined ? undefined : this.#follow(at)
  }

  /** Start and count of the vector that a slot points at, whose items take `size` bytes each. */
  vector(table: number, slot: number, size: number): { start: number; count: number } {
    const at = this.table(table, slot)
    if (at === undefined) return { start: 0, count: 0 }
    const count = this.#view.getUint32(this.#within(at, 4), true)
    return { start: this.#within(at + 4, count * size), count }
  }

  byte(at: number | undefined): number {
    return at === undefined ? 0 : this.#view.getUint8(this.#within(at, 1))
  }

  /** A whole number of 64 bits that is not below 0. */
  size(at: number | undefined): number {
    const size = at === undefined ? 0 : Number(this.#view.getBigInt64(this.#within(at, 8), true))
    if (size < 0 || !Number.isSafeInteger(size)) throw malformed()
    return size
  }

  check(table: number, layout: Layout, depth = 0): void {
    // Tables can be shared, so a few bytes could describe a tree without end.
    if (depth > DEEPEST || ++this.#visits > this.#view.byteLength) throw malformed()
    for (const [key, kind] of Object.entries(layout)) {
      const slot = Number(key)
      if (kind === 'string') this.vector(table, slot, 1)
      else if ('structs' in kind) this.vector(table, slot, kind.structs)
      else if ('table' in kind) {
        const inner = this.table(table, slot)
        if (inner !== undefined) this.check(inner, kind.table(), depth + 1)
      } else {
        const { start, count } = this.vector(table, slot, 4)
        for (let i = 0; i < count; i++) this.check(this.#follow(start + 4 * i), kind.tables(), depth + 1)
      }
    }
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(this.#within(at, 4), true)
  }

  #within(at: number, size: number): number {
    if (at < 0 || at + size > this.#view.byteLength) throw malformed()
    return at
  }
}

const malformed = () => new FrameError('FRAME_MALFORMED', { reason: 'their metadata point outside themselves' })
