import { isObject } from '@orrery/schema'
import { inOrder } from './canonical.ts'

/** Properties by which an item of a list is known, wherever it stands. */
const IDENTITIES = ['id', 'refId', 'name', 'panel']

/** The name of an item of a list; undefined where it has none. */
export function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined
  const name = IDENTITIES.map((property) => item[property]).find((value) => typeof value === 'string')
  return typeof name === 'string' ? name : undefined
}

/** What makes two items of lists the same thing, perhaps changed. */
export const identityOf = (item: unknown): string => nameOf(item) ?? JSON.stringify(inOrder(item))

/** Items by their names; undefined for a list whose items have none, or share one. */
export function byName(list: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(list) || list.some((item) => nameOf(item) === undefined)) return undefined
  const named = new Map(list.map((item: unknown) => [identityOf(item), item]))
  return named.size === list.length ? named : undefined
}

export const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
