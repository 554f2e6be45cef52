import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packages, root } from '../../test/support/packages.ts'
import { rowsOf, type SchemaNode } from './schema-rows.ts'

interface Contribution {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly notes?: string
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

const contributionLines = ({ kind, id, title, description, notes, options, query, fieldOptions }: Contribution) => [
  '',
  `### ${kind} \`${id}\`: ${title}`,
  ...(description ? ['', description] : []),
  ...section('Options', options),
  ...section('Options of a field, in `fieldConfig.*.custom`', fieldOptions),
  ...section('Query', query),
  ...(notes ? ['', notes.trim()] : []),
]

/** A table of options under a line that names it; nothing where there are none. */
export function section(heading: string, schema: SchemaNode | undefined): string[] {
  if (!schema) return []
  const rows = rowsOf(schema, '')
  if (rows.length === 0) return []
  return ['', `${heading}:`, '', '| name | value | default | meaning |', '| --- | --- | --- | --- |', ...rows]
}
