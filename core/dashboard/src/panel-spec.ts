import { FieldConfigSource } from '@orrery/format'
import { Ref, Type, type Static } from '@orrery/schema'

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
