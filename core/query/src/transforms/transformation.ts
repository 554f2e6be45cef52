import { Type, type Static } from '@orrery/schema'

/** One step by which frames are shaped, as it is saved. */
export const Transformation = Type.Object(
  {
    /** Id of a transformation: `groupBy`. */
    type: Type.String({ minLength: 1, maxLength: 64, title: 'Transformation' }),
    options: Type.Record(Type.String(), Type.Unknown(), { title: 'Options' }),
    /** Version of the options; 1 when absent. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Passed over. */
    disabled: Type.Optional(Type.Boolean({ title: 'Disabled' })),
    /** Only frames of these queries are shaped, the others go past it; all when absent. */
    refIds: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100, title: 'Queries' })),
    /** Shapes exemplars instead of data. */
    topic: Type.Optional(Type.Literal('exemplars')),
  },
  { additionalProperties: false },
)
export type Transformation = Static<typeof Transformation>
