import { Ref, Type, ui, Variants, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

const panelIds = (title: string) =>
  Type.Optional(
    Type.Array(Type.String({ maxLength: 64, title: 'Panel' }), {
      title,
      minItems: 1,
      maxItems: 1000,
      uniqueItems: true,
    }),
  )

/** Some panels of a dashboard, by id: these only, or all but these. It may name panels that are gone. */
export const PanelScope = Type.Object(
  { include: panelIds('Only in these panels'), exclude: panelIds('Not in these panels') },
  { ...closed, title: 'Panels', minProperties: 1, maxProperties: 1 },
)
export type PanelScope = Static<typeof PanelScope>

/** A word by which annotations are found together. No comma, which stands between tags in addresses. */
export const AnnotationTag = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^,]+$', title: 'Tag' })

const shared = {
  /** Tells them from the others of the dashboard. */
  name: Type.String({ minLength: 1, maxLength: 64, title: 'Name' }),
  color: Type.Optional(Type.String({ maxLength: 64, title: 'Color', ...ui({ widget: 'color' }) })),
  /** Shown only when a viewer asks for them. */
  hidden: Type.Optional(Type.Boolean({ title: 'Hidden' })),
  /** All panels of series when absent. */
  panels: Type.Optional(PanelScope),
}

/** What is marked on the time axis of panels of series: what a query finds, or what people have written. */
export const AnnotationSpec = Variants([
  Type.Object(
    {
      type: Type.Literal('query'),
      ...shared,
      datasource: Ref('datasource', { title: 'Datasource' }),
      /** Checked against the query schema of the datasource's plugin when that is installed. */
      query: Type.Record(Type.String(), Type.Unknown(), { title: 'Query' }),
    },
    { ...closed, title: 'From a data source' },
  ),
  Type.Object(
    {
      type: Type.Literal('own'),
      ...shared,
      /** Only those that have one of these; all when absent. */
      tags: Type.Optional(
        Type.Array(AnnotationTag, {
          title: 'Tags',
          description: 'Only annotations that have one of these.',
          uniqueItems: true,
          maxItems: 50,
        }),
      ),
      /** Those of other dashboards too, and those that belong to none. */
      everyDashboard: Type.Optional(
        Type.Boolean({ title: 'Of every dashboard', description: 'Also what was written on other dashboards.' }),
      ),
    },
    { ...closed, title: 'Made by hand' },
  ),
])
export type AnnotationSpec = Static<typeof AnnotationSpec>

/** Annotations that a query finds. */
export type QueryAnnotations = Extract<AnnotationSpec, { type: 'query' }>
/** Annotations that people have written. */
export type OwnAnnotations = Extract<AnnotationSpec, { type: 'own' }>

/** Whether a panel is of a scope; every one is where there is none. */
export const isInScope = ({ include, exclude = [] }: PanelScope = {}, panel: string): boolean =>
  include ? include.includes(panel) : !exclude.includes(panel)
