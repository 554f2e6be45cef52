import { builtInTransforms, type ListedTransform } from '../../core/query/src/transforms/built-in.ts'
import { Expression } from '../../core/query/src/expressions/expression.ts'
import { section } from './plugins.ts'
import type { SchemaNode } from './schema-rows.ts'

const groups: Readonly<Record<ListedTransform['group'], string>> = {
  filter: 'Filter',
  fields: 'Fields',
  combine: 'Combine',
  calculate: 'Calculate',
  group: 'Group',
  shape: 'Shape',
  time: 'Time',
}

/** The reference of what shapes frames: each transformation with its options and what it does with odd data. */
export const transformationsPage = (): string =>
  [
    '# Transformations and expressions',
    '',
    'Generated from their definitions. [Transformations](../guide/transformations.md) tells how they are used; plugins add',
    'their own, such as [SQL](./plugins.md).',
    ...Object.entries(groups).flatMap(([group, title]) => {
      const own = builtInTransforms.filter((transform) => transform.group === group)
      return own.length === 0 ? [] : ['', `## ${title}`, ...own.flatMap(transformLines)]
    }),
    '',
    '## Expressions',
    '',
    'The `query` of a query whose datasource is `$__expression`.',
    // A value of typebox is a JSON Schema, which its type does not show.
    ...((Expression as unknown as SchemaNode).anyOf ?? []).flatMap(expressionLines),
    '',
  ].join('\n')

const transformLines = ({ id, title, description, options, notes }: ListedTransform) => [
  '',
  `### ${title}: \`${id}\``,
  '',
  description,
  ...section('Options', options),
  '',
  notes.trim(),
]

const expressionLines = (expression: SchemaNode) => [
  '',
  `### ${expression.title}: \`${String(expression.properties?.['type']?.const)}\``,
  '',
  expression.description ?? '',
  ...section('Options', expression),
]
