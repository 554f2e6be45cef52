import { FieldAction } from '@orrery/format'
import { Type, type Static } from '@orrery/schema'
import { VariableValueSchema } from './query.ts'

const closed = { additionalProperties: false } as const
const Text = Type.String({ maxLength: 65_536 })

/** As in a dashboard: what it is, what people read, and what `${name.property}` writes. */
const VariableDetails = Type.Object(
  {
    value: VariableValueSchema,
    text: Type.Optional(VariableValueSchema),
    properties: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), VariableValueSchema, { maxProperties: 100 })),
  },
  closed,
)

/** What the texts of an action may tell of: what `LinkContext` of the SDK is, as JSON. */
export const ActionValues = Type.Object(
  {
    value: Type.Optional(Type.Object({ raw: Type.Unknown(), text: Text }, closed)),
    time: Type.Optional(Type.Number()),
    field: Type.Optional(Text),
    name: Type.Optional(Text),
    labels: Type.Optional(Type.Record(Type.String({ maxLength: 1024 }), Text, { maxProperties: 200 })),
    cells: Type.Optional(Type.Record(Type.String({ maxLength: 1024 }), Type.Unknown(), { maxProperties: 200 })),
    range: Type.Optional(Type.Object({ from: Type.Number(), to: Type.Number() }, closed)),
    /** Of the dashboard, by name. */
    variables: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), VariableDetails, { maxProperties: 1000 })),
  },
  closed,
)

/**
 * Runs an action. It has to be one that is saved in a panel, exactly as it is sent, so that nothing can be changed on the
 * way; whoever may write dashboards may run others too, as when one is edited.
 */
export const ActionRun = Type.Object(
  {
    action: FieldAction,
    /** Where it is saved, at the revision that the viewer sees. */
    saved: Type.Optional(
      Type.Object(
        {
          dashboard: Type.String({ maxLength: 128 }),
          revision: Type.String({ maxLength: 128 }),
          panel: Type.String({ maxLength: 64 }),
        },
        closed,
      ),
    ),
    values: ActionValues,
    /** What the viewer was asked for, by name. */
    inputs: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 4096 }), { maxProperties: 20 }),
  },
  closed,
)
export type ActionRun = Static<typeof ActionRun>

/** What the target answered. */
export const ActionAnswer = Type.Object({
  status: Type.Integer(),
  /** Its beginning; empty where it is no text. */
  text: Type.String(),
  /** There is more. */
  isCutOff: Type.Boolean(),
})
export type ActionAnswer = Static<typeof ActionAnswer>
