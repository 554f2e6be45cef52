type Replace = (text: string) => string

const isText = new Set(['title', 'description', 'group'])
const areTexts = new Set(['x-enum-titles', 'keywords'])
/** What is under these is data of the document, though it may look like a title. */
const isData = new Set(['default', 'const', 'enum', 'examples'])
/** What is under these has names that authors chose. */
const isNamed = new Set(['properties', 'patternProperties', '$defs', 'definitions'])

const mapValues = (value: object, change: (item: unknown, key: string) => unknown) =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item, key)]))

function mapPart(item: unknown, key: string, replace: Replace): unknown {
  if (isData.has(key)) return item
  if (isText.has(key) && typeof item === 'string') return replace(item)
  if (areTexts.has(key) && Array.isArray(item))
    return item.map((text: unknown) => (typeof text === 'string' ? replace(text) : text))
  if (isNamed.has(key) && typeof item === 'object' && item !== null)
    return mapValues(item, (part) => mapTexts(part, replace))
  return mapTexts(item, replace)
}

/**
 * A copy of a schema, or of a definition that holds schemas, with each text that a form or a list shows replaced: titles,
 * descriptions, titles of choices, groups, keywords.
 */
export function mapTexts<Value>(value: Value, replace: Replace): Value
export function mapTexts(value: unknown, replace: Replace): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, replace))
  return mapValues(value, (item, key) => mapPart(item, key, replace))
}
