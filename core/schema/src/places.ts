import { isObject, memberOf, pointer, propertySchemas, setOwn, tagOf, type SchemaNode } from './schema-node.ts'

/** Sees one place of a document with all schemas that apply there; gives the value that shall stand there. */
export type Visit = (schemas: readonly SchemaNode[], value: unknown, path: string) => unknown

// Of an untagged union every member applies: a secret must be found under whichever member the value belongs to.
const expand = (node: SchemaNode, value: unknown): readonly SchemaNode[] => {
  const tag = tagOf(node)
  const member = tag && memberOf(node, tag, value)
  const parts = [...(member ? [member] : (node.anyOf ?? [])), ...(node.oneOf ?? []), ...(node.allOf ?? [])]
  return [node, ...parts.flatMap((part) => expand(part, value))]
}

const itemSchemas = ({ items }: SchemaNode, index: number): readonly SchemaNode[] => {
  const schema = Array.isArray(items) ? (items as readonly SchemaNode[])[index] : (items as SchemaNode | undefined)
  return schema ? [schema] : []
}

/** Walks a document by its schema. Gives the value itself while nothing is replaced; `undefined` drops a property. */
export const mapPlaces = (roots: readonly SchemaNode[], value: unknown, visit: Visit, path = ''): unknown => {
  const schemas = roots.flatMap((root) => expand(root, value))
  const replaced = visit(schemas, value, path)
  if (replaced !== value) return replaced
  if (Array.isArray(value)) {
    const items = value.map((item, index) =>
      mapPlaces(
        schemas.flatMap((schema) => itemSchemas(schema, index)),
        item,
        visit,
        pointer(path, index),
      ),
    )
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isObject(value)) return value
  const copy: Record<string, unknown> = {}
  let changed = false
  for (const [key, item] of Object.entries(value)) {
    const inner = schemas.flatMap((schema) => propertySchemas(schema, key))
    const mapped = inner.length ? mapPlaces(inner, item, visit, pointer(path, key)) : item
    changed ||= mapped !== item
    if (mapped !== undefined) setOwn(copy, key, mapped)
  }
  return changed ? copy : value
}

/** Visits every place of a document that its schema describes. */
export const eachPlace = (
  root: SchemaNode,
  value: unknown,
  visit: (schemas: readonly SchemaNode[], value: unknown, path: string) => void,
) => {
  mapPlaces([root], value, (schemas, item, path) => {
    visit(schemas, item, path)
    return item
  })
}
