import { Choice, NumberReducer, numberReducers, Type, ui, type NumberReducerId, type Static } from '@orrery/sdk'
import { Annotations } from './overlays.ts'

const closed = { additionalProperties: false } as const

/** Unlike what a reducer is by default, there is none. */
const SortBy = Choice(
  // Each id has its title.
  Object.fromEntries(Object.entries(numberReducers).map(([id, { title }]) => [id, title])) as Record<
    NumberReducerId,
    string
  >,
  { title: 'Sorted by', description: 'One of the values. Empty: in the order of the series.' },
)

const Legend = Type.Object(
  {
    mode: Choice({ list: 'List', table: 'Table', hidden: 'Hidden' }, { title: 'Legend', default: 'list' }),
    placement: Choice({ bottom: 'Below', right: 'Beside' }, { title: 'Place', default: 'bottom' }),
    values: Type.Array(NumberReducer, {
      title: 'Values',
      description: 'What is said of each series.',
      default: [],
      uniqueItems: true,
      maxItems: 30,
    }),
    sortBy: Type.Optional(SortBy),
    sortDescending: Type.Boolean({ title: 'Highest first', default: true, ...ui({ showIf: { mode: 'table' } }) }),
    width: Type.Optional(
      Type.Number({
        title: 'Width',
        description: 'In pixels. Empty: what the names need, at most a third.',
        minimum: 40,
        maximum: 2000,
        ...ui({ showIf: { placement: 'right' } }),
      }),
    ),
    limit: Type.Integer({
      title: 'Entries',
      description: 'How many are there at first; more come on demand.',
      minimum: 1,
      maximum: 1000,
      default: 200,
    }),
    facets: Type.Boolean({
      title: 'Filter by labels',
      description: 'Above the entries one can choose a value of a label: only its series are shown.',
      default: false,
    }),
    overflow: Choice({ ellipsis: 'Are cut', wrap: 'Take more lines' }, { title: 'Long names', default: 'ellipsis' }),
  },
  { ...closed, title: 'Legend' },
)

const Tooltip = Type.Object(
  {
    mode: Choice(
      { single: 'Nearest series', multi: 'All series', none: 'None' },
      { title: 'Tooltip', default: 'multi' },
    ),
    sort: Choice(
      { none: 'As drawn', descending: 'Highest first', ascending: 'Lowest first' },
      { title: 'Order', default: 'descending', ...ui({ showIf: { mode: 'multi' } }) },
    ),
    hideZeros: Type.Boolean({ title: 'Leave out zeros', default: false }),
    maxWidth: Type.Optional(
      Type.Number({ title: 'Greatest width', description: 'In pixels.', minimum: 100, maximum: 2000 }),
    ),
    maxHeight: Type.Optional(
      Type.Number({
        title: 'Greatest height',
        description: 'In pixels. A tooltip that a click keeps open is scrolled.',
        minimum: 50,
        maximum: 2000,
      }),
    ),
  },
  { ...closed, title: 'Tooltip' },
)

export const Options = Type.Object(
  {
    maxSeries: Type.Integer({
      title: 'Most series',
      description: 'Of more series those that reach highest are drawn.',
      minimum: 1,
      maximum: 30_000,
      default: 500,
    }),
    legend: Legend,
    tooltip: Tooltip,
    annotations: Annotations,
  },
  closed,
)
export type Options = Static<typeof Options>
