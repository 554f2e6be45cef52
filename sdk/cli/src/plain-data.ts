import type { Side } from '@orrery/kernel'
import { PluginBuildError } from './errors.ts'

/** A door as the definition holds it. */
interface OpenDoor {
  readonly $door: Side
  readonly open: () => Promise<unknown>
}

/** What stands in the data for a door. `at` is its place in the definition, for messages. */
export type ReplaceDoor = (door: OpenDoor, at: string) => Promise<unknown>

const isDoor = (value: object): value is OpenDoor => '$door' in value && 'open' in value

const notJson = (at: string, what: string) => new PluginBuildError('PLUGIN_BUILD_NOT_JSON', { at, what })

/**
 * Copies a value that JSON holds exactly, each door replaced. Anything else (a function, Date, NaN, bigint, cycle) is
 * PLUGIN_BUILD_NOT_JSON with its place. Properties that are undefined are left out.
 */
export async function toPlainData(
  value: unknown,
  at: string,
  replace: ReplaceDoor,
  above: readonly object[] = [],
): Promise<unknown> {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Object.is(value, -0)) throw notJson(at, Object.is(value, -0) ? '-0' : String(value))
    return value
  }
  if (typeof value !== 'object') throw notJson(at, value === undefined ? 'undefined' : `a ${typeof value}`)
  if (above.includes(value)) throw notJson(at, 'a cycle')

  const within = [...above, value]
  // One after the other, so that which of two mistakes is reported does not depend on timing.
  if (Array.isArray(value)) {
    const items: unknown[] = []
    for (const [index, item] of value.entries()) items.push(await toPlainData(item, `${at}[${index}]`, replace, within))
    return items
  }
  if (isDoor(value)) return replace(value, at)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) throw notJson(at, `a ${value.constructor.name}`)

  const data: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value))
    if (item !== undefined) data[key] = await toPlainData(item, `${at}.${key}`, replace, within)
  return data
}
