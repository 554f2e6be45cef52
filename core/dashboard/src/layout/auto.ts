import { Type, type Static } from '@orrery/schema'
import { Condition } from '../condition.ts'

export const AutoItem = Type.Object(
  {
    /** Id of a panel. */
    panel: Type.String({ minLength: 1, maxLength: 64 }),
    /** Shows the panel once for each value of a variable. */
    repeat: Type.Optional(
      Type.Object(
        { variable: Type.String({ minLength: 1, maxLength: 64, title: 'Variable' }) },
        { additionalProperties: false, title: 'Repeat' },
      ),
    ),
    showIf: Type.Optional(Condition),
  },
  { additionalProperties: false },
)
export type AutoItem = Static<typeof AutoItem>

/** Panels of one size in their order, as many beside each other as there is room for. Sizes are CSS pixels. */
export const AutoLayout = Type.Object(
  {
    type: Type.Literal('auto'),
    /** A panel is at least so wide, unless the page is narrower. */
    minWidth: Type.Integer({ minimum: 100, maximum: 4000, title: 'Least width', default: 360 }),
    rowHeight: Type.Integer({ minimum: 50, maximum: 4000, title: 'Height of a row', default: 280 }),
    /** No more panels stand side by side, however wide the page is. */
    maxColumns: Type.Integer({ minimum: 1, maximum: 12, title: 'Most columns', default: 4 }),
    /** Rows grow to fill the height of the page when there is room left. */
    fillScreen: Type.Optional(Type.Boolean({ title: 'Fill the screen' })),
    items: Type.Array(AutoItem, { maxItems: 500 }),
  },
  { additionalProperties: false },
)
export type AutoLayout = Static<typeof AutoLayout>
