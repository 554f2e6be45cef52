import { Type, type Static } from '@orrery/schema'

/** The grid is 24 columns wide; a row is 32 pixels high, with a gap of 8. */
export const GRID_COLUMNS = 24

export const GridItem = Type.Object(
  {
    /** Id of a panel. */
    panel: Type.String({ minLength: 1, maxLength: 64 }),
    x: Type.Integer({ minimum: 0, maximum: GRID_COLUMNS - 1 }),
    y: Type.Integer({ minimum: 0, maximum: 10_000 }),
    w: Type.Integer({ minimum: 1, maximum: GRID_COLUMNS }),
    h: Type.Integer({ minimum: 1, maximum: 200 }),
  },
  { additionalProperties: false },
)
export type GridItem = Static<typeof GridItem>

export const GridLayout = Type.Object({ type: Type.Literal('grid'), items: Type.Array(GridItem, { maxItems: 500 }) }, { additionalProperties: false })
export type GridLayout = Static<typeof GridLayout>
