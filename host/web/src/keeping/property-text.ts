import {
  AnnotationSpec,
  DashboardSpec,
  LibraryPanelUse,
  PanelQuery,
  PanelSpec,
  Variable,
  type ChangeSubject,
} from '@orrery/dashboard'
import { ResourceMetadata } from '@orrery/resource'
import type { TSchema } from '@orrery/sdk'
import { fieldOptionsSchema, optionsSchema, panelType } from '../panel-editor/panel-schema.ts'
import type { Contributed } from '../plugins/plugin-list.ts'
import { t } from '../text.ts'

/** As much of a JSON schema as names have to do with. */
interface SchemaNode {
  readonly title?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly anyOf?: readonly SchemaNode[]
  readonly items?: SchemaNode
}

/** What plugins say of the options within a panel or a query. */
export interface PropertyOwner {
  /** Id of the panel contribution that draws the panel. */
  readonly panelType?: string | undefined
  /** The type of the datasource that the query asks. */
  readonly datasourceType?: Contributed | undefined
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
  panel: [nodeOf(PanelSpec), nodeOf(LibraryPanelUse), ...itemsIn(layout)],
  query: [nodeOf(PanelQuery)],
  variable: [nodeOf(Variable)],
  annotation: [nodeOf(AnnotationSpec)],
}

/** The schemas of plugins, by the place where their options stand. */
const owned: Readonly<Record<string, (owner: PropertyOwner) => TSchema | undefined>> = {
  'panel/options': (owner) => optionsSchema(typeOf(owner)),
  'panel/fieldConfig/defaults/custom': (owner) => fieldOptionsSchema(typeOf(owner)),
  // The host checked the manifest: a query is a JSON Schema of an object, or of variants of one.
  'query/query': ({ datasourceType }) => datasourceType?.data['query'] as TSchema | undefined,
}
const typeOf = ({ panelType: id }: PropertyOwner) => (id === undefined ? undefined : panelType(id))

const below = (nodes: readonly SchemaNode[], name: string): readonly SchemaNode[] =>
  nodes.flatMap(alternatives).flatMap(({ properties, items }) => properties?.[name] ?? items ?? [])

/** Properties that hold others and mean nothing to people by themselves. */
const holders = new Set(['options', 'query', 'fieldConfig', 'defaults', 'custom', 'spec'])
/** What they are called where the whole of them came or went. */
const wholeTitle = (name: string) =>
  name === 'fieldConfig' ? t('Field options') : name === 'options' ? t('Options') : undefined

/** A property of what was changed, as forms call it; by its name where no schema says more. */
export function propertyText(subject: ChangeSubject, path: readonly string[], owner: PropertyOwner = {}): string {
  let nodes = schemas[subject]
  const names = path.flatMap((name, index) => {
    const schema = owned[[subject, ...path.slice(0, index + 1)].join('/')]?.(owner)
    nodes = schema ? [nodeOf(schema)] : below(nodes, name)
    if (holders.has(name) && index < path.length - 1) return []
    const title = nodes.find((node) => node.title)?.title
    return [title ? t(title) : (wholeTitle(name) ?? name)]
  })
  return names.join(' › ')
}
