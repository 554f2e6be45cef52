import { FieldConfigSource, FieldLink } from '@orrery/format'
import { Transformation } from '@orrery/query'
import { Ref, Type, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

/** A range as in the time picker: `{ from: 'now-7d', to: 'now' }`. */
const OwnRange = Type.Object(
  {
    from: Type.String({ maxLength: 64, format: 'time-expression', title: 'From' }),
    to: Type.String({ maxLength: 64, format: 'time-expression', title: 'To' }),
  },
  closed,
)

export const PanelQuery = Type.Object(
  {
    refId: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,31}$', title: 'Name' }),
    datasource: Ref('datasource', { title: 'Datasource' }),
    /** Checked against the query schema of the datasource's plugin when that is installed. */
    query: Type.Record(Type.String(), Type.Unknown(), { title: 'Query' }),
    hidden: Type.Optional(Type.Boolean({ title: 'Hidden' })),
    /** Asked for instead of that of the panel. */
    range: Type.Optional(OwnRange),
    /** Asks so much earlier, and lays the answer over what is now: `1d`. */
    shift: Type.Optional(Type.String({ format: 'duration', title: 'Time shift' })),
    /** At most so many points of each series; about as many as there are pixels when absent. */
    maxPoints: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000, title: 'Most points' })),
    /** Points never stand closer than this: `15s`. */
    minInterval: Type.Optional(Type.String({ format: 'duration', title: 'Least interval' })),
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
    /** Drawn on the page itself, without a frame of its own. */
    transparent: Type.Optional(Type.Boolean({ title: 'Transparent' })),
    /** Stand in the head of the panel. */
    links: Type.Optional(Type.Array(FieldLink, { maxItems: 50, title: 'Links' })),
    queries: Type.Array(PanelQuery, { maxItems: 26 }),
    /** Shape what the queries answer, one after the other, before it is drawn. */
    transformations: Type.Optional(Type.Array(Transformation, { maxItems: 100, title: 'Transformations' })),
    options: Type.Record(Type.String(), Type.Unknown()),
    /** Version of the panel's options; 1 when absent. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    fieldConfig: Type.Optional(FieldConfigSource),
    /** Shown instead of the range of the dashboard. */
    range: Type.Optional(OwnRange),
    /** Shows so much earlier than the range: `1d`. */
    shift: Type.Optional(Type.String({ format: 'duration', title: 'Time shift' })),
    /** Runs the queries a second time, so much earlier, and shows the answers beside those of now: `1d`. */
    timeCompare: Type.Optional(Type.String({ format: 'duration', title: 'Compare with earlier' })),
  },
  closed,
)
export type PanelSpec = Static<typeof PanelSpec>
