import { TimeReading, Variable, VariableOption } from '@orrery/dashboard'
import { AdhocFilter } from '@orrery/query'
import { Type, Variants, type Static } from '@orrery/schema'
import { DraftPanel } from './draft-panel.ts'

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
    /** What the asker calls it; of a repeated panel with its values. */
    id: Type.String({ minLength: 1, maxLength: 8192 }),
    panel: Type.String({ maxLength: 64 }),
    width: Type.Integer({ minimum: 1, maximum: 20_000 }),
    /** Of a repeated panel: the values that it is shown for, by the names of their variables. Each is admitted as its variable's. */
    instance: Type.Optional(
      Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 4096 }), { maxProperties: 10 }),
    ),
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

/** Annotations of a saved dashboard, by reference as {@link SealedPanel}. */
export const SealedAnnotations = Type.Object(
  {
    type: Type.Literal('annotations'),
    id: Type.String({ minLength: 1, maxLength: 128 }),
    /** What the dashboard calls them. */
    name: Type.String({ maxLength: 64 }),
    width: Type.Integer({ minimum: 1, maximum: 20_000 }),
  },
  closed,
)

/** A value with what is known of it, as `DetailedValue` of `@orrery/format`. */
const DetailedValueSchema = Type.Object(
  {
    value: VariableValueSchema,
    text: Type.Optional(VariableValueSchema),
    properties: Type.Optional(Type.Record(Type.String({ maxLength: 128 }), VariableValueSchema)),
    verbatim: Type.Optional(Type.String({ maxLength: 4096 })),
    isListed: Type.Optional(Type.Boolean()),
  },
  closed,
)

const Filters = Type.Array(AdhocFilter, { maxItems: 50 })

/** A query that is saved nowhere (an editor's draft, a form's Test): needs `query:adhoc`. */
export const DraftQuery = Type.Object(
  {
    type: Type.Literal('draft'),
    id: Type.String({ minLength: 1, maxLength: 128 }),
    datasource: Type.String({ maxLength: 128 }),
    refId: Type.String({ maxLength: 32 }),
    query: Type.Record(Type.String(), Type.Unknown()),
    width: Type.Integer({ minimum: 1, maximum: 20_000 }),
    /** Why it is run; `data` when absent. */
    purpose: Type.Optional(
      Type.Union([
        Type.Literal('data'),
        Type.Literal('options'),
        Type.Literal('annotations'),
        Type.Literal('keys'),
        Type.Literal('completion'),
      ]),
    ),
    /** Conditions that are added to it. */
    filters: Type.Optional(Filters),
  },
  closed,
)

const DashboardAt = Type.Object(
  { id: Type.String({ maxLength: 128 }), revision: Type.String({ maxLength: 128 }) },
  closed,
)

/** Milliseconds since the epoch, as far as a JavaScript date goes. */
const Time = Type.Number({ minimum: -8.64e15, maximum: 8.64e15 })
/** Both ends included. */
const Range = Type.Object({ from: Time, to: Time }, closed)

/** The panels that are visible now, asked for in one batch. The answer is a stream of wire messages (core/query). */
export const QueryBatch = Type.Object(
  {
    /** Which saved dashboard the sealed items are of. */
    dashboard: Type.Optional(DashboardAt),
    range: Range,
    timeZone: Type.String({ maxLength: 64, format: 'time-zone' }),
    /** Of drafts with ranges of their own; sealed items are read as their dashboard has it. */
    reading: Type.Optional(TimeReading),
    /**
     * By the keys of variables (their names, or `SECTION/NAME`): what was chosen. Of sealed items each is admitted, and is
     * its default when absent; only those that an item uses are looked at.
     */
    variables: Type.Optional(Type.Record(Type.String({ maxLength: 129 }), VariableValueSchema)),
    /** By name, what the variables of drafts hold; `variables` as they are when absent. */
    scope: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), DetailedValueSchema)),
    /** By the key of a variable of filters: what the queries that know it are narrowed down by. Its default when absent. */
    filters: Type.Optional(Type.Record(Type.String({ maxLength: 129 }), Filters)),
    /**
     * The range ends now, and goes on: items whose queries can all be followed are, until the asker leaves; the others are
     * answered once, as ever.
     */
    live: Type.Optional(Type.Literal(true)),
    items: Type.Array(Variants([SealedPanel, SealedAnnotations, DraftQuery, DraftPanel]), {
      minItems: 1,
      maxItems: 200,
    }),
  },
  closed,
)
export type QueryBatch = Static<typeof QueryBatch>

/** `POST /api/v1/ns/{ns}/filter-options`: what filters of a datasource may be made of. */
export const FilterOptionsQuery = Type.Object(
  {
    datasource: Type.String({ maxLength: 128 }),
    /** The dashboard that has a variable of filters for this datasource; needed of those who may not send queries of their own. */
    dashboard: Type.Optional(DashboardAt),
    /** Asks for values of this key; for keys when absent. */
    key: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
    /** Part of a name. */
    search: Type.Optional(Type.String({ maxLength: 256 })),
    /** 200 when absent. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    range: Range,
    /** The other filters. */
    filters: Type.Optional(Filters),
  },
  closed,
)

/** The answer to it. */
export const FilterNames = Type.Object({
  names: Type.Array(Type.String()),
  /** There are more. */
  isCutOff: Type.Boolean(),
})

/** `POST /api/v1/ns/{ns}/variable-options`: the options of one variable. */
export const VariableOptionsQuery = Type.Object(
  {
    /** The saved dashboard that has the variable. */
    dashboard: Type.Optional(DashboardAt),
    /** Its key. */
    variable: Type.Optional(Type.String({ maxLength: 129 })),
    /** Instead of a saved one, one that is being edited: needs `query:adhoc`. */
    draft: Type.Optional(Variable),
    /** By key, what was chosen of those that it depends on. */
    variables: Type.Optional(Type.Record(Type.String({ maxLength: 129 }), VariableValueSchema)),
    /** By name, what the variables hold that a draft depends on. */
    scope: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), DetailedValueSchema)),
    range: Range,
    timeZone: Type.String({ maxLength: 64, format: 'time-zone' }),
  },
  closed,
)

/** The answer to it, in order; at most 10,000. */
export const VariableOptionList = Type.Object({ options: Type.Array(VariableOption) })

/** Media type of the answer to a query batch. */
export const FRAMES_MEDIA_TYPE = 'application/vnd.orrery.frames'
