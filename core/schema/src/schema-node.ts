import type { TSchema } from 'typebox'
import type { UiHints } from './vocabulary.ts'

/** A schema as the JSON that it is, whether typebox made it or a manifest brought it. */
export interface SchemaNode {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: boolean | SchemaNode
  readonly required?: readonly string[]
  readonly additionalItems?: boolean | SchemaNode
  readonly items?: SchemaNode | readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly allOf?: readonly SchemaNode[]
  readonly 'x-ui'?: UiHints
  readonly 'x-enum-titles'?: readonly string[]
  readonly 'x-ref'?: string
  readonly 'x-secret-target'?: boolean
  readonly 'x-variants'?: string
}

// typebox keeps its knowledge in types: at run time every schema is plain JSON Schema.
export const toNode = (schema: TSchema) => schema as SchemaNode

/** What a JSON object is before anybody checked it. */
export type JsonObject = Readonly<Record<string, unknown>>

/** An object as JSON has it: neither null nor an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isSecret = (node: SchemaNode) => node.format === 'password' && 'writeOnly' in node

/** The property by which the members of a union are told apart; absent for any other union. */
export const tagOf = (node: SchemaNode) => (node['x-variants'] && node.anyOf ? node['x-variants'] : undefined)

/** The tags that a member of a tagged union has: mostly one, several where it is the shape of several sorts. */
export const tagsOf = ({ properties }: SchemaNode, tag: string): readonly unknown[] => {
  const { const: only, enum: several } = properties?.[tag] ?? {}
  return only === undefined ? (several ?? []) : [only]
}

/** The member of a tagged union that `value` says it is. */
export const memberOf = (node: SchemaNode, tag: string, value: unknown) =>
  isObject(value) ? node.anyOf?.find((member) => tagsOf(member, tag).includes(value[tag])) : undefined

const patterns = new Map<string, RegExp>()

const matches = (pattern: string, key: string) => {
  // What typebox writes for "any key"; as a pattern it would leave out keys with a line break.
  if (pattern === '^.*$') return true
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u')
  patterns.set(pattern, known)
  return known.test(key)
}

/** Schemas that say something of the own property `key`. */
export const propertySchemas = (node: SchemaNode, key: string): readonly SchemaNode[] => {
  const { properties, patternProperties, additionalProperties } = node
  const found = properties && Object.hasOwn(properties, key) ? [properties[key]!] : []
  for (const [pattern, schema] of Object.entries(patternProperties ?? {})) if (matches(pattern, key)) found.push(schema)
  if (!found.length && typeof additionalProperties === 'object') found.push(additionalProperties)
  return found
}

/** A place in a document as a JSON pointer (RFC 6901). */
export const pointer = (parent: string, key: string | number) =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Sets even `__proto__` as an own property. */
export const setOwn = (target: Record<string, unknown>, key: string, value: unknown) =>
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
