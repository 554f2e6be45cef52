import { isObject } from '@orrery/schema'
import { byName, isSame } from './identity.ts'

/** A place of a document that is not as it was; undefined stands for what is not there. */
export interface ChangedPlace {
  /** Properties, and names of items, from the outermost to the innermost. */
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> | undefined =>
  isObject(value) ? new Map(Object.entries(value)) : byName(value)

/**
 * The innermost places where two documents differ. Items of lists are known by their `id`, `refId`, `name` or `panel`
 * where all have one, wherever they stand; a list of others is one place. Mere order of named items is no change.
 */
export function changedPlaces(before: unknown, after: unknown, path: readonly string[] = []): readonly ChangedPlace[] {
  if (isSame(before, after)) return []
  const [a, b] = [entriesOf(before), entriesOf(after)]
  if (!a || !b || isObject(before) !== isObject(after)) return [{ path, before, after }]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) =>
    changedPlaces(a.get(name), b.get(name), [...path, name]),
  )
}
