import { sha256 } from './sha256.ts'
import type { Resource } from './resource.ts'

/** Replacer of `JSON.stringify`: keys in code unit order. */
export const sorted = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/**
 * The one text of a resource: keys in code unit order, two spaces, a newline at the end. Equal resources have equal
 * text, whatever the order in which they were written.
 */
export const canonicalText = (resource: Resource) => {
  const { apiVersion, kind, namespace, id, metadata, spec } = resource
  return `${JSON.stringify({ apiVersion, kind, namespace, id, metadata, spec }, sorted, 2)}\n`
}

/** The revision of a canonical text: the first 128 bits of its SHA-256 in hexadecimal. */
export const revisionOf = (text: string) => sha256(new TextEncoder().encode(text)).slice(0, 32)
