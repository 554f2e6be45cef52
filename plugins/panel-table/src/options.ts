import { Choice, Type, ui, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const
const columnName = {
  title: 'Column',
  description: 'The name of the field, or what its header shows.',
  minLength: 1,
  maxLength: 256,
}

const ColumnOption = Type.Object(
  { name: Type.String(columnName), hidden: Type.Optional(Type.Boolean({ title: 'Hidden', default: false })) },
  closed,
)
export type ColumnOption = Static<typeof ColumnOption>

const Sort = Type.Object(
  {
    column: Type.String(columnName),
    direction: Choice(
      { ascending: 'Lowest first', descending: 'Highest first' },
      { title: 'Order', default: 'descending' },
    ),
  },
  closed,
)

export const Options = Type.Object(
  {
    series: Choice(
      { latest: 'A row for each series, with its last value', points: 'A row for each point' },
      { title: 'Series as', default: 'latest' },
    ),
    cellHeight: Choice({ small: 'Low', medium: 'Medium', large: 'High' }, { title: 'Rows', default: 'medium' }),
    maxRowHeight: Type.Optional(
      Type.Integer({
        title: 'Highest row',
        description: 'In pixels, where columns wrap their texts. Empty: 300.',
        minimum: 24,
        maximum: 2000,
      }),
    ),
    showHeader: Type.Boolean({ title: 'Header', default: true }),
    typeIcons: Type.Boolean({ title: 'Icons of types', description: 'In the header.', default: false }),
    rowNumbers: Type.Boolean({ title: 'Row numbers', default: false }),
    frozenColumns: Type.Integer({
      title: 'Frozen columns',
      description: 'How many at the start stay when the others scroll.',
      default: 0,
      minimum: 0,
      maximum: 20,
    }),
    pagination: Type.Boolean({ title: 'Pages', default: false }),
    pageSize: Type.Optional(
      Type.Integer({
        title: 'Rows of a page',
        description: 'Empty: as many as there is room for.',
        minimum: 1,
        maximum: 10_000,
        ...ui({ showIf: { pagination: true } }),
      }),
    ),
    columns: Type.Array(ColumnOption, {
      title: 'Columns',
      description: 'These come first, in this order, unless they are hidden; the others follow.',
      default: [],
      maxItems: 1000,
    }),
    groupBy: Type.Array(Type.String(columnName), {
      title: 'Grouped by',
      description: 'Rows with the same text in these columns stand together and are opened and closed.',
      default: [],
      maxItems: 3,
    }),
    sort: Type.Array(Sort, {
      title: 'Sorted by',
      description: 'By the first of these; where that is equal, by the next.',
      default: [],
      maxItems: 20,
    }),
  },
  closed,
)
export type Options = Static<typeof Options>
