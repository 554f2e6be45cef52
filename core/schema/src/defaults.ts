import type { Static, TSchema } from 'typebox'
import { isObject, memberOf, setOwn, tagOf, toNode, type SchemaNode } from './schema-node.ts'

const fill = (node: SchemaNode, value: unknown): unknown => {
  const given = value === undefined ? structuredClone(node.default) : value
  const tag = tagOf(node)
  if (tag) {
    const member = given === undefined ? undefined : memberOf(node, tag, given)
    return member ? fill(member, given) : given
  }
  if (node.allOf) return node.allOf.reduce<unknown>((filled, part) => fill(part, filled), given)
  if (isObject(given)) return fillProperties(node, given)
  if (Array.isArray(given) && node.items && !Array.isArray(node.items))
    return given.map((item) => fill(node.items as SchemaNode, item))
  return given
}

const fillProperties = (node: SchemaNode, value: Readonly<Record<string, unknown>>) => {
  const filled: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) setOwn(filled, key, item)
  for (const [key, schema] of Object.entries(node.properties ?? {})) {
    const own = Object.hasOwn(value, key) ? value[key] : undefined
    const item = own === undefined && node.required?.includes(key) ? build(schema) : fill(schema, own)
    if (item !== undefined) setOwn(filled, key, item)
  }
  return filled
}

// What a required value is made of when it is absent: its default, else the only or the emptiest value of its type.
const build = (node: SchemaNode): unknown => {
  if (node.default !== undefined) return fill(node, undefined)
  if (node.const !== undefined) return node.const
  const first = tagOf(node) && node.anyOf?.[0]
  if (first) return build(first)
  if (node.allOf) return node.allOf.reduce<unknown>((built, part) => fill(part, built ?? build(part)), undefined)
  if (node.type === 'object') return fillProperties(node, {})
  return node.type === 'array' && !node.minItems ? [] : undefined
}

/**
 * The value made of a schema's defaults. Required objects are built, required lists are empty, a required tagged union
 * is its first member; an optional property without default is left out. What is required but has no default is absent
 * too: the result is a start for a form, so `check` it where it must be complete.
 */
export const defaultsOf = <S extends TSchema>(schema: S) => build(toNode(schema)) as Partial<Static<S>>

/** A copy of `value` in which absent properties have their defaults, at every depth. Nothing is validated. */
export const withDefaults = (schema: TSchema, value: unknown): unknown =>
  value === undefined ? build(toNode(schema)) : fill(toNode(schema), value)
