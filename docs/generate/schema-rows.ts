/** A JSON Schema as the pages read it. */
export interface SchemaNode {
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly type?: string
  readonly format?: string
  readonly writeOnly?: boolean
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly SchemaNode[]
  readonly items?: SchemaNode
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
}

/** A row for each property; those of objects, lists and variants follow with their path. */
export function rowsOf(schema: SchemaNode, path: string): string[] {
  if (schema.anyOf?.every((member) => member.properties?.['type']?.const !== undefined))
    return schema.anyOf.flatMap((member) => rowsOf(member, `${path}{${String(member.properties!['type']!.const)}}`))
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, property]) => {
      if (property.const !== undefined && name === 'type') return []
      const at = path ? `${path}.${name}` : name
      const required = schema.required?.includes(name) ?? false
      const inner =
        property.properties || property.anyOf || property.items?.properties
          ? rowsOf(property.items ?? property, property.items ? `${at}[]` : at)
          : []
      return [row(at, property, required), ...inner]
    })
  return []
}

function row(path: string, schema: SchemaNode, isRequired: boolean) {
  const cells = [
    `\`${path}\`${isRequired ? '' : ' (optional)'}`,
    valueOf(schema),
    schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``,
    [schema.title, schema.description].filter(Boolean).join(': '),
  ]
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\{\{/g, '&#123;&#123;')).join(' | ')} |`
}

const valueOf = ({ type, format, writeOnly, enum: choices, items, anyOf, properties }: SchemaNode): string => {
  if (writeOnly) return 'secret'
  if (choices) return sayChoices(choices.map(String))
  if (items) return `list of ${items.properties ? 'objects' : valueOf(items)}`
  if (anyOf) return 'one of'
  return properties ? 'object' : (format ?? type ?? 'any')
}

/** Choices that are numbered, `p1` to `p99`, are told by the first and the last. */
function sayChoices(choices: readonly string[]): string {
  const isInside = (i: number) => [-1, 0, 1].every((by) => /^p\d+$/.test(choices[i + by] ?? ''))
  return choices
    .map((choice, i) => (isInside(i) ? '…' : `\`${choice}\``))
    .filter((text, i, all) => text !== '…' || all[i - 1] !== '…')
    .join(', ')
}
