import { PanelQuery } from '@orrery/dashboard'
import { AdhocFilter } from '@orrery/query'
import { Type, type Static } from '@orrery/sdk'

/** A query as it is edited: as a dashboard saves it, with the filters that are applied to it alone. */
export const EditedQuery = Type.Object(
  { ...PanelQuery.properties, filters: Type.Optional(Type.Array(AdhocFilter, { maxItems: 50 })) },
  { additionalProperties: false },
)
export type EditedQuery = Static<typeof EditedQuery>

/** As many as the alphabet has letters to name them. */
export const MOST_QUERIES = 26
