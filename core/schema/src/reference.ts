import type { TSchema } from 'typebox'
import { eachPlace } from './places.ts'
import { toNode } from './schema-node.ts'

/** A place where a document names another resource of its namespace. */
export interface Reference {
  /** The place as a JSON pointer. */
  readonly path: string
  readonly kind: string
  readonly id: string
}

/**
 * What a document refers to, in the order of the document; the same resource as often as it is named. An id that begins
 * with `$` is a variable of the document, which refers to nothing.
 */
export const refsOf = (schema: TSchema, value: unknown): readonly Reference[] => {
  const found: Reference[] = []
  eachPlace(toNode(schema), value, (schemas, id, path) => {
    const kind = schemas.find((node) => node['x-ref'])?.['x-ref']
    if (kind && typeof id === 'string' && id && !id.startsWith('$')) found.push({ path, kind, id })
  })
  return found
}
