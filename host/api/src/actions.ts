import { FieldAction } from '@orrery/format'
import { Type, type Static } from '@orrery/schema'
import { VariableValueSchema } from './query.ts'

const closed = { additionalProperties: false } as const
const Text = Type.String({ maxLength: 65_536 })

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
    variables: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), VariableValueSchema, { maxProperties: 1000 })),
  },
  closed,
)

/** Which action is run: one of a saved dashboard at the revision that the viewer sees, or one that is edited now. */
export const ActionRun = Type.Object(
  {
    action: Type.Union([
      Type.Object(
        {
          dashboard: Type.String({ maxLength: 128 }),
          revision: Type.String({ maxLength: 128 }),
          panel: Type.String({ maxLength: 64 }),
          /** The override of the panel's field config that it is in; the defaults when absent. */
          override: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
          /** Its place among the actions there. */
          index: Type.Integer({ minimum: 0, maximum: 50 }),
        },
        closed,
      ),
      /** Needs the action `write` on dashboards. */
      Type.Object({ draft: FieldAction }, closed),
    ]),
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
