import { PanelQuery, PanelSpec } from '@orrery/dashboard'
import { AdhocFilter } from '@orrery/query'
import { Type } from '@orrery/schema'

const { transformations, range, shift, timeCompare } = PanelSpec.properties

/** A panel that is being edited, with its queries as they are now: needs `query:adhoc`. Answered as a saved panel is. */
export const DraftPanel = Type.Object(
  {
    type: Type.Literal('draftPanel'),
    id: Type.String({ minLength: 1, maxLength: 128 }),
    width: Type.Integer({ minimum: 1, maximum: 20_000 }),
    queries: Type.Array(
      Type.Object(
        {
          ...PanelQuery.properties,
          /** Conditions that are added to it. */
          filters: Type.Optional(Type.Array(AdhocFilter, { maxItems: 50 })),
        },
        { additionalProperties: false },
      ),
      { maxItems: 26 },
    ),
    transformations,
    range,
    shift,
    timeCompare,
  },
  { additionalProperties: false },
)
