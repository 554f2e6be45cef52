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

/** The labels of a row as an object. A label may be called `__proto__`, which an assignment would lose. */
export function labelsOf(columns: ReadonlyMap<string, TextColumn>, row: number): Labels {
  const entries: [string, string][] = []
  for (const [name, column] of columns) if (column.codes[row]! >= 0) entries.push([name, column.at(row)!])
  return Object.fromEntries(entries)
}
