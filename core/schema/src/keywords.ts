import type { CustomProperty } from 'jsonschema'
import { formats } from './format.ts'
import { keyword, type KeywordCheck } from './keyword-check.ts'
import { typeNames } from './problem.ts'
import { isObject, memberOf, propertySchemas, tagOf, tagsOf, type SchemaNode } from './schema-node.ts'

/** A list or record is not checked further after so many problems: the cost of a wrong document stays linear. */
const MAX_PROBLEMS = 20

const full = ({ result }: KeywordCheck) => result.errors.length >= MAX_PROBLEMS

// Own properties only: the engine takes inherited ones, so that `constructor` would be a known and present property.
const properties = keyword((check, value) => {
  if (!isObject(value)) return
  for (const [key, schema] of Object.entries(check.node.properties ?? {}))
    if (Object.hasOwn(value, key)) check.descend(value[key], schema, key)
})

const required = keyword((check, value) => {
  if (!isObject(value)) return
  for (const key of check.node.required ?? [])
    if (!Object.hasOwn(value, key) || value[key] === undefined) check.fail('required', undefined, key)
})

const otherProperties = (check: KeywordCheck, value: unknown) => {
  if (!isObject(value)) return
  const { properties, additionalProperties } = check.node
  for (const key of Object.keys(value)) {
    if (full(check)) return
    if (properties && Object.hasOwn(properties, key)) continue
    const schemas = propertySchemas(check.node, key)
    for (const schema of schemas) check.descend(value[key], schema, key)
    if (!schemas.length && additionalProperties === false && value[key] !== undefined)
      check.fail('additionalProperties', undefined, key)
  }
}

const items = keyword((check, value) => {
  if (!Array.isArray(value)) return
  const { items } = check.node
  const itemOf = (index: number) => (Array.isArray(items) ? items[index] : items) as SchemaNode | undefined
  for (let index = 0; index < value.length && !full(check); index++) {
    const schema = itemOf(index)
    if (schema) check.descend(value[index], schema, index)
    else if (check.node.additionalItems === false) return check.fail('maxItems', index)
  }
})

const uniqueItems = keyword((check, value) => {
  if (Array.isArray(value) && new Set(value.map((item) => JSON.stringify(item))).size < value.length)
    check.fail('uniqueItems', true)
})

const format = keyword((check, value) => {
  const name = check.node.format ?? ''
  if (typeof value === 'string' && Object.hasOwn(formats, name) && !formats[name]!.accepts(value))
    check.fail('format', name)
})

const kindOf = ({ const: only, type, title }: SchemaNode) => {
  if (only !== undefined) return JSON.stringify(only)
  if (type && type !== 'object') return typeNames([type].flat())
  return title ?? (type ? typeNames(['object']) : 'another value')
}

/** Whether the value is of a member's sort, so that what else is wrong with it is worth telling. */
const isNear = (path: string, problems: readonly { name: string; property: string }[]) =>
  !problems.some(({ name, property }) => property === path && ['type', 'const', 'enum', 'anyOf'].includes(name))

// The engine says of a failed union only that it failed: a tagged one is checked as the member that it names, another
// one as the member that fits best.
const anyOf = keyword((check, value) => {
  const { node, place } = check
  const tag = tagOf(node)
  const members = node.anyOf ?? []
  if (!tag) {
    const failures = []
    for (const member of members) {
      const found = check.test(value, member)
      if (found.valid) return
      failures.push(found)
    }
    const near = failures.filter(({ errors }) => isNear(place.path, errors))
    if (near.length === 1) check.take(near[0]!)
    else check.fail('anyOf', [...new Set(members.map(kindOf))].join(' or '))
    return
  }
  const member = memberOf(node, tag, value)
  if (member) check.descend(value, member)
  else if (!isObject(value)) check.fail('type', ['object'])
  else if (value[tag] === undefined) check.fail('required', undefined, tag)
  else {
    const tags = members.flatMap((candidate) => tagsOf(candidate, tag))
    check.fail('enum', tags, tag)
  }
})

// The engine adds a summary of each failed part; only the parts are worth telling.
const allOf = keyword((check, value) => {
  for (const part of check.node.allOf ?? []) check.descend(value, part)
})

/** What replaces keywords of the engine. */
export const keywords: Readonly<Record<string, CustomProperty>> = {
  properties,
  required,
  patternProperties: keyword(otherProperties),
  additionalProperties: keyword((check, value) => {
    if (!check.node.patternProperties) otherProperties(check, value)
  }),
  items,
  uniqueItems,
  format,
  anyOf,
  allOf,
}
