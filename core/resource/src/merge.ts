import { isObject, type JsonObject } from '@orrery/schema'
import { byName, isSame } from './identity.ts'

/** A place that both sides changed, each in its own way; undefined stands for what is not there. */
export interface Conflict {
  /** Properties, and names of items, from the outermost to the innermost. */
  readonly path: readonly string[]
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export interface Merged<Value> {
  /** Both sides' changes. Where they conflict, what was chosen. */
  readonly value: Value
  readonly conflicts: readonly Conflict[]
}

/** Which side stands where both changed the same place. */
export type Choose = (path: readonly string[]) => 'mine' | 'theirs'

/** The names in the order of the side that changed it, mine where both did; those of the other come behind their neighbours. */
function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const shared = (list: readonly string[], other: readonly string[]) => list.filter((name) => other.includes(name))
  const [first, second] = isSame(shared(mine, base), shared(base, mine)) ? [theirs, mine] : [mine, theirs]
  const order = [...first]
  for (const [index, name] of second.entries())
    if (!order.includes(name)) order.splice(order.indexOf(second[index - 1] ?? '') + 1, 0, name)
  return order
}

/**
 * Brings together what two sides made of the same document. Objects are merged by property, lists by the names of their
 * items (`id`, `refId`, `name` or `panel`) where all have one; all else is changed as a whole. A place that both changed
 * differently, or that one changed and the other removed, is a conflict: there `choose` decides, or mine stands.
 */
export function mergeDocuments<Value>(
  base: Value,
  mine: Value,
  theirs: Value,
  choose: Choose = () => 'mine',
): Merged<Value> {
  const conflicts: Conflict[] = []

  const mergeObjects = (parts: readonly [JsonObject, JsonObject, JsonObject], path: readonly string[]): JsonObject => {
    const names = [...new Set(parts.flatMap((part) => Object.keys(part)))]
    const entries = names.map((name) => {
      const [before, ours, others] = parts.map((part) => (Object.hasOwn(part, name) ? part[name] : undefined))
      return [name, merge(before, ours, others, [...path, name])] as const
    })
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }

  const mergeLists = (
    [before, ours, others]: readonly [
      ReadonlyMap<string, unknown>,
      ReadonlyMap<string, unknown>,
      ReadonlyMap<string, unknown>,
    ],
    path: readonly string[],
  ): readonly unknown[] =>
    mergeOrder([...before.keys()], [...ours.keys()], [...others.keys()])
      .map((name) => merge(before.get(name), ours.get(name), others.get(name), [...path, name]))
      .filter((item) => item !== undefined)

  const merge = (before: unknown, ours: unknown, others: unknown, path: readonly string[]): unknown => {
    if (isSame(ours, others) || isSame(before, others)) return ours
    if (isSame(before, ours)) return others
    if (isObject(before) && isObject(ours) && isObject(others)) return mergeObjects([before, ours, others], path)
    const [a, b, c] = [byName(before), byName(ours), byName(others)]
    if (a && b && c) return mergeLists([a, b, c], path)
    conflicts.push({ path, base: before, mine: ours, theirs: others })
    return choose(path) === 'mine' ? ours : others
  }

  // What is merged of three values of a type has the shape of it, property by property.
  return { value: merge(base, mine, theirs, []) as Value, conflicts }
}
