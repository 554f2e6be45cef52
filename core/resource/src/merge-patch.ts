import { isObject } from '@orrery/schema'

/**
 * What a JSON merge patch makes of a document (RFC 7396): a null removes a property, an object is merged into what is
 * there, anything else replaces it. Neither of the two is changed.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged = new Map(Object.entries(isObject(target) ? target : {}))
  for (const [name, value] of Object.entries(patch))
    if (value === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), value))
  return Object.fromEntries(merged)
}
