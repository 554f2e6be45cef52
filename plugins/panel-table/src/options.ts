import { Choice, Type, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

const ColumnOption = Type.Object(
  {
    name: Type.String({
      title: 'Column',
      description: 'The name of the field, or what its header shows.',
      minLength: 1,
      maxLength: 256,
    }),
    hidden: Type.Optional(Type.Boolean({ title: 'Hidden', default: false })),
  },
  closed,
)
export type ColumnOption = Static<typeof ColumnOption>

const Sort = Type.Object(
  {
    column: Type.String({
      title: 'Column',
      description: 'The name of the field, or what its header shows.',
      minLength: 1,
      maxLength: 256,
    }),
    direction: Choice(
      { ascending: 'Lowest first', descending: 'Highest first' },
      { title: 'Order', default: 'descending' },
    ),
  },
  { ...closed, title: 'Sorted by' },
)

export const Options = Type.Object(
  {
    series: Choice(
      { latest: 'A row for each series, with its last value', points: 'A row for each point' },
      { title: 'Series as', default: 'latest' },
    ),
    cellHeight: Choice({ small: 'Low', medium: 'Medium', large: 'High' }, { title: 'Rows', default: 'medium' }),
    colorMode: Choice(
      { none: 'None', text: 'Text', background: 'Background' },
      {
        title: 'Colour',
        description: 'What gets the colour of a number: by thresholds, unless a colour is set.',
        default: 'none',
      },
    ),
    rowNumbers: Type.Boolean({ title: 'Row numbers', default: false }),
    columns: Type.Array(ColumnOption, {
      title: 'Columns',
      description: 'These come first, in this order, unless they are hidden; the others follow.',
      default: [],
      maxItems: 1000,
    }),
    sort: Type.Optional(Sort),
  },
  closed,
)
export type Options = Static<typeof Options>
