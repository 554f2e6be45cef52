import { Type, type TSchema } from 'typebox'
import { eachPlace, mapPlaces } from './places.ts'
import { isObject, isSecret, toNode, type SchemaNode } from './schema-node.ts'
import type { SecretRef } from './vocabulary.ts'

const refKeys = ['$secret', '$env', '$file'] as const

/** Whether a value is what a stored document holds in place of a secret. */
export const isSecretRef = (value: unknown): value is SecretRef => {
  const keys = isObject(value) ? Object.keys(value) : []
  return (
    keys.length === 1 &&
    refKeys.some((key) => key === keys[0] && typeof (value as SecretRef)[key as never] === 'string')
  )
}

/** JSON pointers of the secrets that a document holds, as text or as {@link SecretRef}. */
export const secretPaths = (schema: TSchema, value: unknown): readonly string[] => {
  const paths: string[] = []
  eachPlace(toNode(schema), value, (schemas, item, path) => {
    if (item !== undefined && schemas.some(isSecret)) paths.push(path)
  })
  return paths
}

/**
 * A copy of a document with `replace` applied to each secret in it, whether text or {@link SecretRef}; `undefined`
 * drops it. Without secrets it is the document itself.
 */
export const mapSecrets = (
  schema: TSchema,
  value: unknown,
  replace: (secret: unknown, path: string) => unknown,
): unknown =>
  mapPlaces([toNode(schema)], value, (schemas, item, path) =>
    item !== undefined && schemas.some(isSecret) ? replace(item, path) : item,
  )

const targets = (schema: TSchema, value: unknown): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  eachPlace(toNode(schema), value, (schemas, item, path) => {
    if (item !== undefined && schemas.some((node) => node['x-secret-target'])) found.set(path, JSON.stringify(item))
  })
  return found
}

/** JSON pointers of the values that say where a document's secrets go. */
export const secretTargetPaths = (schema: TSchema, value: unknown): readonly string[] => [
  ...targets(schema, value).keys(),
]

/** Whether an edit leaves all secrets going where they went: no target added, removed or changed. */
export const hasSameSecretTargets = (schema: TSchema, before: unknown, after: unknown): boolean => {
  const [old, now] = [targets(schema, before), targets(schema, after)]
  return old.size === now.size && [...old].every(([path, text]) => now.get(path) === text)
}

const secretRefs = refKeys.map((key) =>
  Type.Object(
    { [key]: Type.String({ minLength: 1, maxLength: 4096 }) },
    { additionalProperties: false, title: 'a secret reference' },
  ),
)

const stored = (node: SchemaNode): SchemaNode => {
  if (isSecret(node)) return { ...(node.title ? { title: node.title } : {}), anyOf: [node, ...secretRefs.map(toNode)] }
  const each = (nodes: Readonly<Record<string, SchemaNode>>) =>
    Object.fromEntries(Object.entries(nodes).map(([key, schema]) => [key, stored(schema)]))
  const { properties, patternProperties, additionalProperties, items, anyOf, oneOf, allOf } = node
  return {
    ...node,
    ...(properties && { properties: each(properties) }),
    ...(patternProperties && { patternProperties: each(patternProperties) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: stored(additionalProperties) }),
    ...(items && { items: Array.isArray(items) ? items.map(stored) : stored(items as SchemaNode) }),
    ...(anyOf && { anyOf: anyOf.map(stored) }),
    ...(oneOf && { oneOf: oneOf.map(stored) }),
    ...(allOf && { allOf: allOf.map(stored) }),
  }
}

const storedSchemas = new WeakMap<TSchema, TSchema>()

/** The schema of stored documents: each secret is a text or a {@link SecretRef}. Made once for each schema. */
export const storedSchema = (schema: TSchema): TSchema => {
  const known = storedSchemas.get(schema) ?? (stored(toNode(schema)) as TSchema)
  storedSchemas.set(schema, known)
  return known
}
