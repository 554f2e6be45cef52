import { FieldConfigSource } from '@orrery/format'
import { AdhocFilter } from '@orrery/query'
import { defineKind, type ResourceOf } from '@orrery/resource'
import { Ref, Type, ui, Variants, type Static } from '@orrery/schema'
import { GridLayout } from './layout.ts'

const closed = { additionalProperties: false } as const

export const PanelQuery = Type.Object(
  {
    refId: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,31}$', title: 'Name' }),
    datasource: Ref('datasource', { title: 'Datasource' }),
    /** Checked against the query schema of the datasource's plugin when that is installed. */
    query: Type.Record(Type.String(), Type.Unknown(), { title: 'Query' }),
    hidden: Type.Optional(Type.Boolean({ title: 'Hidden' })),
  },
  closed,
)
export type PanelQuery = Static<typeof PanelQuery>

export const PanelSpec = Type.Object(
  {
    /** Id of a panel contribution: `timeseries`. */
    type: Type.String({ minLength: 1, maxLength: 64, title: 'Visualisation' }),
    title: Type.String({ maxLength: 256, title: 'Title', default: '' }),
    description: Type.Optional(Type.String({ maxLength: 4096, title: 'Description' })),
    queries: Type.Array(PanelQuery, { maxItems: 26 }),
    options: Type.Record(Type.String(), Type.Unknown()),
    /** Version of the panel's options; 1 when absent. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    fieldConfig: Type.Optional(FieldConfigSource),
    /** Runs the queries a second time, so much earlier, and shows the answers beside those of now: `1d`. */
    timeCompare: Type.Optional(Type.String({ format: 'duration', title: 'Compare with earlier' })),
  },
  closed,
)
export type PanelSpec = Static<typeof PanelSpec>

const variable = {
  name: Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_]{0,63}$', title: 'Name' }),
  label: Type.Optional(Type.String({ maxLength: 128, title: 'Label' })),
}

export const Variable = Variants([
  Type.Object(
    {
      type: Type.Literal('choice'),
      ...variable,
      options: Type.Array(Type.Object({ value: Type.String(), text: Type.Optional(Type.String()) }, closed), {
        minItems: 1,
        maxItems: 10_000,
        title: 'Options',
      }),
      multi: Type.Optional(Type.Boolean({ title: 'Several values' })),
      /** The first option when absent. */
      default: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('text'),
      ...variable,
      /** The whole value must match; any value when absent. */
      pattern: Type.Optional(Type.String({ maxLength: 512, format: 'regex', title: 'Pattern' })),
      default: Type.String({ maxLength: 1024, title: 'Default' }),
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('filters'),
      ...variable,
      /** Viewers' conditions are added to all queries of this datasource. */
      datasource: Ref('datasource', { title: 'Datasource' }),
      /** None when absent. */
      default: Type.Optional(Type.Array(AdhocFilter, { maxItems: 50, title: 'Default' })),
    },
    closed,
  ),
])
export type Variable = Static<typeof Variable>

/** Conditions that viewers add. */
export type FiltersVariable = Extract<Variable, { type: 'filters' }>
/** A variable whose value stands in queries. */
export type ValueVariable = Exclude<Variable, FiltersVariable>

/** A query whose answer is marked on the time axis of all panels of series. */
export const AnnotationSpec = Type.Object(
  {
    /** Tells it from the others of the dashboard. */
    name: Type.String({ minLength: 1, maxLength: 64, title: 'Name' }),
    datasource: Ref('datasource', { title: 'Datasource' }),
    /** Checked against the query schema of the datasource's plugin when that is installed. */
    query: Type.Record(Type.String(), Type.Unknown(), { title: 'Query' }),
    color: Type.Optional(Type.String({ maxLength: 64, title: 'Color', ...ui({ widget: 'color' }) })),
    /** Shown only when a viewer asks for it. */
    hidden: Type.Optional(Type.Boolean({ title: 'Hidden' })),
  },
  closed,
)
export type AnnotationSpec = Static<typeof AnnotationSpec>

export const DashboardSpec = Type.Object(
  {
    description: Type.Optional(Type.String({ maxLength: 4096, title: 'Description' })),
    time: Type.Object(
      {
        /** As in the time picker: `now-1h`, or ISO 8601. */
        from: Type.String({ maxLength: 64, format: 'time-expression', default: 'now-1h', title: 'From' }),
        to: Type.String({ maxLength: 64, format: 'time-expression', default: 'now', title: 'To' }),
        /** IANA name or `UTC`; the viewer's own when absent. */
        zone: Type.Optional(Type.String({ maxLength: 64, format: 'time-zone', title: 'Time zone' })),
      },
      { ...closed, title: 'Time' },
    ),
    /** Refreshes by itself: `5s`, `1m`. */
    refresh: Type.Optional(Type.String({ format: 'duration', title: 'Refresh' })),
    variables: Type.Optional(Type.Array(Variable, { maxItems: 100, title: 'Variables' })),
    annotations: Type.Optional(Type.Array(AnnotationSpec, { maxItems: 20, title: 'Annotations' })),
    /** By id: lower case letters, digits and `-`; ids never derive from position. */
    panels: Type.Record(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }), PanelSpec, {
      title: 'Panels',
      ...closed,
    }),
    layout: GridLayout,
  },
  closed,
)
export type DashboardSpec = Static<typeof DashboardSpec>

export const Dashboard = defineKind({
  kind: 'dashboard',
  plural: 'dashboards',
  title: 'Dashboard',
  apiVersion: 'orrery.dev/v1',
  spec: DashboardSpec,
})
export type Dashboard = ResourceOf<typeof Dashboard>
