import { FrameError } from '../errors.ts'
import { cellError } from './builders.ts'
import { ByteDictionary } from './byte-dictionary.ts'
import { LabelColumn } from './label-column.ts'
import type { TextColumn } from './text-column.ts'

const encoder = new TextEncoder()

/** What tells one series from another. */
export type Labels = Readonly<Record<string, string>>

/**
 * Takes the labels of a series as the bytes in which they came, for parsers: no string and no object is made. What is
 * kept is copied, so buffers may be reused. Texts that are not UTF-8 throw FRAME_TEXT, numbers that were not returned
 * FRAME_LABEL_CODE.
 */
export interface LabelBytes {
  /** The number of the label with the name in bytes[from, to): the same for all series. */
  readonly name: (bytes: Uint8Array, from: number, to: number) => number
  /** Gives the next series a label, and returns the code of its value. The last one counts when it comes twice. */
  readonly set: (name: number, bytes: Uint8Array, from: number, to: number) => number
  /** Gives the next series a label whose value has this code, which `set` has returned for the same name. */
  readonly setCode: (name: number, code: number) => void
  /** Forgets what the next series was given. */
  readonly clear: () => void
}

/** Collects one set of labels a row into columns that appear as they are met; an absent label is null. */
export class LabelsBuilder implements LabelBytes {
  readonly #names = new ByteDictionary()
  readonly #columns: LabelColumn[] = []
  readonly #columnOf = new Map<string, LabelColumn>()
  #rows = 0
  #likelyName = 0

  name(bytes: Uint8Array, from: number, to: number): number {
    // Most series have the same labels in the same order.
    const likely = this.#likelyName < this.#columns.length ? this.#likelyName : 0
    const isLikely = this.#columns.length > 0 && this.#names.equals(likely, bytes, from, to)
    const name = isLikely ? likely : this.#names.intern(bytes, from, to)
    if (name === this.#columns.length) this.#columns.push(new LabelColumn())
    this.#likelyName = name + 1
    return name
  }

  set(name: number, bytes: Uint8Array, from: number, to: number): number {
    return this.#column(name).set(this.#rows, bytes, from, to)
  }

  setCode(name: number, code: number): void {
    const column = this.#column(name)
    if (!column.has(code)) throw new FrameError('FRAME_LABEL_CODE', { code })
    column.setCode(this.#rows, code)
  }

  clear(): void {
    for (const column of this.#columns) column.cutTo(this.#rows)
  }

  /** Gives the row these labels. */
  assign(labels: Labels): void {
    for (const name in labels) {
      // Plain JavaScript can pass anything.
      const text: unknown = labels[name]
      if (text === null || text === undefined) continue
      if (typeof text !== 'string') throw cellError(name, 'text', this.#rows, text)
      let column = this.#columnOf.get(name)
      if (!column) {
        const bytes = encoder.encode(name)
        column = this.#columns[this.name(bytes, 0, bytes.length)]!
        this.#columnOf.set(name, column)
      }
      column.setText(this.#rows, text)
    }
  }

  /** Ends the row. */
  next(): void {
    this.#rows++
  }

  /** Adds a whole row. */
  push(labels: Labels): void {
    this.assign(labels)
    this.next()
  }

  /** The labels of the row that has not ended. */
  pending(): Labels {
    return labelsOf(this.#columnsOf(this.#rows + 1), this.#rows)
  }

  build(): Map<string, TextColumn> {
    return this.#columnsOf(this.#rows)
  }

  #column(name: number): LabelColumn {
    const column = this.#columns[name]
    if (!column) throw new FrameError('FRAME_LABEL_CODE', { code: name })
    return column
  }

  #columnsOf(rows: number): Map<string, TextColumn> {
    const names = this.#names.build()
    return new Map(this.#columns.flatMap((column, i) => (column.isUsed ? [[names.at(i), column.build(rows)]] : [])))
  }
}

/** The labels of a row as an object. */
export function labelsOf(columns: ReadonlyMap<string, TextColumn>, row: number): Labels {
  const labels: Record<string, string> = {}
  for (const [name, column] of columns) {
    const value = column.at(row)
    if (value === null) continue
    // A label may have this name, too, which an assignment would lose.
    if (name === '__proto__')
      Object.defineProperty(labels, name, { value, enumerable: true, configurable: true, writable: true })
    else labels[name] = value
  }
  return labels
}
