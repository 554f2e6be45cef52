import { Ref, Type, ui, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

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
