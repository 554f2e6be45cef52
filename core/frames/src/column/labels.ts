import { TextBuilder } from './builders.ts'
import type { TextColumn } from './text-column.ts'

/** What tells one series from another. */
export type Labels = Readonly<Record<string, string>>

/** Collects one set of labels a row into columns that appear as they are met; an absent label is null. */
export class LabelsBuilder {
  readonly #columns = new Map<string, TextBuilder>()
  #rows = 0

  push(labels: Labels): void {
    for (const name in labels) {
      let column = this.#columns.get(name)
      if (!column) this.#columns.set(name, (column = new TextBuilder(name)))
      while (column.length < this.#rows) column.push(null)
      column.push(labels[name])
    }
    this.#rows++
  }

  build(): Map<string, TextColumn> {
    const built = new Map<string, TextColumn>()
    for (const [name, column] of this.#columns) {
      while (column.length < this.#rows) column.push(null)
      built.set(name, column.build())
    }
    return built
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
