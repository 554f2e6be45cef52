import { sha256 } from './sha256.ts'
import type { Resource } from './resource.ts'

/** Replacer of `JSON.stringify`: keys in code unit order. */
export const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!value || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]))
}

/** What the canonical texts of a resource say: plain data, with keys in code unit order, also those that a newer host wrote. */
export const canonicalValue = (resource: Resource): unknown => inOrder(resource)

/**
 * The one text of a resource: keys in code unit order, two spaces, a newline at the end. Equal resources have equal
 * text, whatever the order in which they were written.
 */
export const canonicalText = (resource: Resource) => `${JSON.stringify(canonicalValue(resource), undefined, 2)}\n`

/** The revision of a canonical text: the first 128 bits of its SHA-256 in hexadecimal. */
export const revisionOf = (text: string) => sha256(new TextEncoder().encode(text)).slice(0, 32)
