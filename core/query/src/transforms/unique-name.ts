/** The name, or `name (2)` and so on where others are called so. */
export function uniqueName(name: string, taken: { has: (name: string) => boolean }, from = 2): string {
  let unique = name
  for (let number = from; taken.has(unique); number++) unique = `${name} (${number})`
  return unique
}

/** Columns under their names, which are made unique. */
export function uniqueFields<C>(columns: Iterable<readonly [string, C]>): Map<string, C> {
  const fields = new Map<string, C>()
  const counts = new Map<string, number>()
  for (const [name, column] of columns) {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    fields.set(uniqueName(name, fields, Math.max(2, count)), column)
  }
  return fields
}
