/** What a slot of a table of a flatbuffer is given; undefined leaves it out. */
export type Slot =
  | undefined
  | string
  /** A number in the place of the slot, which takes so many bytes. */
  | { readonly size: 1 | 2 | 4 | 8; readonly value: number }
  | { readonly table: readonly Slot[] }
  | { readonly tables: readonly (readonly Slot[])[] }
  /** Structs that are made of 64-bit integers only, end to end. */
  | { readonly int64s: readonly number[] }

/** A flatbuffer whose root is a table with these slots. Its length is a multiple of 8. Numbers are not below 0. */
export const toFlatbuffer = (root: readonly Slot[]): Uint8Array<ArrayBuffer> => new FlatbufferWriter().write(root)

const utf8 = new TextEncoder()

/**
 * Writes from the end to the front, as pointers lead to what comes later. Places are counted from the end: what is
 * aligned to that is aligned in the whole, whose length is a multiple of 8.
 */
class FlatbufferWriter {
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)
  #used = 0

  write(root: readonly Slot[]): Uint8Array<ArrayBuffer> {
    const table = this.#table(root)
    const start = this.#reserve(4, 8)
    this.#point(start, table)
    return this.#bytes.subarray(this.#bytes.length - start)
  }

  #table(slots: readonly Slot[]): number {
    // What is pointed at stands behind the table.
    const places = slots.map((slot) => (slot === undefined || isNumber(slot) ? undefined : this.#place(slot)))
    let size = 4
    let align = 4
    const offsets = slots.map((slot) => {
      if (slot === undefined) return 0
      const width = isNumber(slot) ? slot.size : 4
      align = Math.max(align, width)
      const offset = Math.ceil(size / width) * width
      size = offset + width
      return offset
    })
    const table = this.#reserve(size, align)
    slots.forEach((slot, i) => {
      if (slot === undefined) return
      if (isNumber(slot)) this.#number(table - offsets[i]!, slot)
      else this.#point(table - offsets[i]!, places[i]!)
    })
    const vtable = this.#reserve(4 + 2 * slots.length, 2)
    this.#number(vtable, { size: 2, value: 4 + 2 * slots.length })
    this.#number(vtable - 2, { size: 2, value: size })
    offsets.forEach((offset, i) => this.#number(vtable - 4 - 2 * i, { size: 2, value: offset }))
    this.#number(table, { size: 4, value: vtable - table })
    return table
  }

  #place(slot: Exclude<Slot, undefined | Inline>): number {
    if (typeof slot === 'string') return this.#string(slot)
    if ('table' in slot) return this.#table(slot.table)
    if ('int64s' in slot) return this.#int64s(slot.int64s)
    const places = slot.tables.map((table) => this.#table(table))
    const start = this.#reserve(4 + 4 * places.length, 4)
    this.#number(start, { size: 4, value: places.length })
    places.forEach((place, i) => this.#point(start - 4 - 4 * i, place))
    return start
  }

  #string(text: string): number {
    const bytes = utf8.encode(text)
    // A zero follows.
    const start = this.#reserve(4 + bytes.length + 1, 4)
    this.#number(start, { size: 4, value: bytes.length })
    this.#bytes.set(bytes, this.#bytes.length - start + 4)
    return start
  }

  /** In the layouts of Arrow all such structs are pairs, whose count is what a reader is told. */
  #int64s(values: readonly number[]): number {
    const first = this.#reserve(8 * values.length, 8)
    values.forEach((value, i) => this.#number(first - 8 * i, { size: 8, value }))
    const start = this.#reserve(4, 4)
    this.#number(start, { size: 4, value: values.length / 2 })
    return start
  }

  /** Room in front of all that is there; gives the place of its first byte, a multiple of `align`. */
  #reserve(size: number, align: number): number {
    const start = Math.ceil((this.#used + size) / align) * align
    if (start > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, Math.ceil(start / 8) * 8))
      grown.set(this.#bytes, grown.length - this.#bytes.length)
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    return (this.#used = start)
  }

  #point(from: number, to: number): void {
    this.#number(from, { size: 4, value: from - to })
  }

  #number(place: number, { size, value }: Inline): void {
    const at = this.#bytes.length - place
    if (size === 1) this.#view.setUint8(at, value)
    else if (size === 2) this.#view.setUint16(at, value, true)
    else this.#view.setUint32(at, value, true)
    if (size === 8) this.#view.setUint32(at + 4, Math.floor(value / 2 ** 32), true)
  }
}

type Inline = Extract<Slot, { size: number }>

const isNumber = (slot: Exclude<Slot, undefined>): slot is Inline => typeof slot === 'object' && 'size' in slot
