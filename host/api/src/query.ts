import { Type, Variants, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

export const VariableValueSchema = Type.Union([
  Type.String({ maxLength: 4096 }),
  Type.Array(Type.String({ maxLength: 4096 }), { maxItems: 10_000 }),
])

/**
 * A panel of a saved dashboard: the server runs the queries that are saved there, at that revision. Nothing of a query
 * is sent, so nothing can be changed on the way.
 */
export const SealedPanel = Type.Object(
  {
    type: Type.Literal('panel'),
    id: Type.String({ minLength: 1, maxLength: 128 }),
    panel: Type.String({ maxLength: 64 }),
    width: Type.Integer({ minimum: 1, maximum: 20_000 }),
    /** In a live batch: by refId, how far its queries were followed before; what is new after that is enough then. */
    since: Type.Optional(
      Type.Record(
        Type.String({ maxLength: 64 }),
        Type.Object(
          { stream: Type.String({ maxLength: 64 }), sequence: Type.Integer({ minimum: 0, maximum: 2 ** 53 }) },
          closed,
        ),
        { maxProperties: 100 },
      ),
    ),
  },
  closed,
)

/** A query that is saved nowhere (an editor's draft, a form's Test): needs `query:adhoc`. */
export const DraftQuery = Type.Object(
  {
    type: Type.Literal('draft'),
    id: Type.String({ minLength: 1, maxLength: 128 }),
    datasource: Type.String({ maxLength: 128 }),
    refId: Type.String({ maxLength: 32 }),
    query: Type.Record(Type.String(), Type.Unknown()),
    width: Type.Integer({ minimum: 1, maximum: 20_000 }),
  },
  closed,
)

/** Milliseconds since the epoch, as far as a JavaScript date goes. */
const Time = Type.Number({ minimum: -8.64e15, maximum: 8.64e15 })

/** The panels that are visible now, asked for in one batch. The answer is a stream of wire messages (core/query). */
export const QueryBatch = Type.Object(
  {
    /** Which saved dashboard the sealed panels are of. */
    dashboard: Type.Optional(
      Type.Object({ id: Type.String({ maxLength: 128 }), revision: Type.String({ maxLength: 128 }) }, closed),
    ),
    /** Both ends included. */
    range: Type.Object({ from: Time, to: Time }, closed),
    timeZone: Type.String({ maxLength: 64, format: 'time-zone' }),
    variables: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), VariableValueSchema)),
    /**
     * The range ends now, and goes on: items whose queries can all be followed are, until the asker leaves; the others are
     * answered once, as ever.
     */
    live: Type.Optional(Type.Literal(true)),
    items: Type.Array(Variants([SealedPanel, DraftQuery]), { minItems: 1, maxItems: 200 }),
  },
  closed,
)
export type QueryBatch = Static<typeof QueryBatch>

/** Media type of the answer to a query batch. */
export const FRAMES_MEDIA_TYPE = 'application/vnd.orrery.frames'
