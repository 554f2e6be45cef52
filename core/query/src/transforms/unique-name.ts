/** The name, or `name (2)` and so on where others are called so. */
export function uniqueName(name: string, taken: { has: (name: string) => boolean }): string {
  let unique = name
  for (let number = 2; taken.has(unique); number++) unique = `${name} (${number})`
  return unique
}

/** Columns under their names, which are made unique. */
export function uniqueFields<C>(columns: Iterable<readonly [string, C]>): Map<string, C> {
  const fields = new Map<string, C>()
  for (const [name, column] of columns) fields.set(uniqueName(name, fields), column)
  return fields
}
