import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packages, root } from '../../test/support/packages.ts'

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
interface Contribution {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly options?: SchemaNode
  readonly query?: SchemaNode
  readonly fieldOptions?: SchemaNode
}

/** The reference of every first-party plugin's options and queries, from their definitions. */
export async function pluginsPage(): Promise<string> {
  const plugins = await Promise.all(
    packages
      .filter(({ layer }) => layer === 'plugins')
      .map(async ({ folder, name }) => {
        // A definition is a plain value: its doors are not opened here.
        const { default: plugin } = (await import(pathToFileURL(join(root, folder, 'src/index.ts')).href)) as {
          default: { description?: string; contributes: readonly Contribution[] }
        }
        return ['', `## ${name}`, '', plugin.description ?? '', ...plugin.contributes.flatMap(contributionLines)]
      }),
  )
  return [
    '# First-party plugins',
    '',
    'Options and queries, generated from the schemas that the plugins declare.',
    ...plugins.flat(),
    '',
  ].join('\n')
}

const contributionLines = ({ kind, id, title, description, options, query, fieldOptions }: Contribution) => [
  '',
  `### ${kind} \`${id}\`: ${title}`,
  ...(description ? ['', description] : []),
  ...section('Options', options),
  ...section('Options of a field, in `fieldConfig.*.custom`', fieldOptions),
  ...section('Query', query),
]

function section(heading: string, schema: SchemaNode | undefined): string[] {
  if (!schema) return []
  const rows = rowsOf(schema, '')
  if (rows.length === 0) return []
  return ['', `${heading}:`, '', '| name | value | default | meaning |', '| --- | --- | --- | --- |', ...rows]
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
  if (choices) return choices.map((choice) => `\`${String(choice)}\``).join(', ')
  if (items) return `list of ${items.properties ? 'objects' : valueOf(items)}`
  if (anyOf) return 'one of'
  return properties ? 'object' : (format ?? type ?? 'any')
}
