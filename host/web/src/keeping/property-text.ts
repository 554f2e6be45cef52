import { AnnotationSpec, DashboardSpec, PanelQuery, PanelSpec, Variable, type ChangeSubject } from '@orrery/dashboard'
import { ResourceMetadata } from '@orrery/resource'
import type { TSchema } from '@orrery/sdk'
import { t } from '../text.ts'

/** As much of a JSON schema as names have to do with. */
interface SchemaNode {
  readonly title?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly anyOf?: readonly SchemaNode[]
  readonly items?: SchemaNode
}

/** A schema is the JSON schema that it describes, whose keywords its type keeps to itself. */
const nodeOf = (schema: TSchema) => schema as SchemaNode

/** The alternatives of a schema, one in another too. */
function alternatives(node: SchemaNode): readonly SchemaNode[] {
  return node.anyOf ? node.anyOf.flatMap(alternatives) : [node]
}
function sectionsIn(node: SchemaNode): readonly SchemaNode[] {
  return alternatives(node).flatMap(({ properties }) => properties?.['sections']?.items ?? [])
}
function itemsIn(node: SchemaNode): readonly SchemaNode[] {
  return alternatives(node).flatMap(({ properties }) => properties?.['items']?.items ?? [])
}

const layout = nodeOf(DashboardSpec.properties.layout)
const schemas: Readonly<Record<ChangeSubject, readonly SchemaNode[]>> = {
  dashboard: [nodeOf(ResourceMetadata), nodeOf(DashboardSpec)],
  section: sectionsIn(layout),
  panel: [nodeOf(PanelSpec), ...itemsIn(layout)],
  query: [nodeOf(PanelQuery)],
  variable: [nodeOf(Variable)],
  annotation: [nodeOf(AnnotationSpec)],
}

const below = (nodes: readonly SchemaNode[], name: string): readonly SchemaNode[] =>
  nodes.flatMap(alternatives).flatMap(({ properties, items }) => properties?.[name] ?? items ?? [])

/** Properties that hold others and mean nothing to people by themselves. */
const holders = new Set(['options', 'query', 'fieldConfig', 'defaults', 'custom', 'spec'])

/** A property of what was changed, as forms call it; by its name where no schema says more. */
export function propertyText(subject: ChangeSubject, path: readonly string[]): string {
  let nodes = schemas[subject]
  const names = path.flatMap((name, index) => {
    nodes = below(nodes, name)
    if (holders.has(name) && index < path.length - 1) return []
    const title = nodes.find((node) => node.title)?.title
    return title ? [t(title)] : [name]
  })
  return names.join(' › ')
}
