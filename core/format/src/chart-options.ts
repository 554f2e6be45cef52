import { numberReducers, type NumberReducerId } from '@orrery/frames'
import { Choice, Type, ui, type Static } from '@orrery/schema'
import { NumberReducer } from './field-matcher.ts'

const closed = { additionalProperties: false } as const

/** Unlike what a reducer is by default, there is none. */
const SortBy = Choice(
  // Each id has its title.
  Object.fromEntries(Object.entries(numberReducers).map(([id, { title }]) => [id, title])) as Record<
    NumberReducerId,
    string
  >,
  { title: 'Sorted by', description: 'One of the values. Empty: in the order of the chart.' },
)

/** The legend of a chart: where its entries stand, and what is said of each. */
export const LegendOptions = Type.Object(
  {
    mode: Choice({ list: 'List', table: 'Table', hidden: 'Hidden' }, { title: 'Legend', default: 'list' }),
    placement: Choice({ bottom: 'Below', right: 'Beside' }, { title: 'Place', default: 'bottom' }),
    values: Type.Array(NumberReducer, {
      title: 'Values',
      description: 'What is said of each entry.',
      default: [],
      uniqueItems: true,
      maxItems: 30,
    }),
    sortBy: Type.Optional(SortBy),
    sortDescending: Type.Boolean({ title: 'Highest first', default: true }),
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
    overflow: Choice({ ellipsis: 'Are cut', wrap: 'Take more lines' }, { title: 'Long names', default: 'ellipsis' }),
  },
  { ...closed, title: 'Legend' },
)
export type LegendOptions = Static<typeof LegendOptions>

/** What a chart tells of the place under the pointer or the keys. */
export const TooltipOptions = Type.Object(
  {
    mode: Choice(
      { single: 'What is nearest', multi: 'All that is there', none: 'None' },
      { title: 'Tooltip', default: 'multi' },
    ),
    sort: Choice(
      { none: 'As drawn', descending: 'Highest first', ascending: 'Lowest first' },
      { title: 'Order', default: 'descending', ...ui({ showIf: { mode: 'multi' } }) },
    ),
    hideZeros: Type.Boolean({ title: 'Leave out zeros', default: false, ...ui({ showIf: { mode: 'multi' } }) }),
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
export type TooltipOptions = Static<typeof TooltipOptions>

/** How annotations are shown over a chart of times. */
export const AnnotationOptions = Type.Object(
  {
    multiLane: Type.Boolean({
      title: 'A row for each',
      description: 'The marks of each source of annotations stand in a row of their own.',
      default: false,
    }),
    clustering: Type.Boolean({
      title: 'Unite close marks',
      description: 'Moments that are close become one mark.',
      default: true,
    }),
    lineWidth: Type.Number({ title: 'Line width', description: 'In pixels.', minimum: 0, maximum: 10, default: 1 }),
    regionOpacity: Type.Number({
      title: 'Stretches',
      description: 'Percent of their colour.',
      minimum: 0,
      maximum: 100,
      default: 10,
    }),
  },
  { ...closed, title: 'Annotations' },
)
export type AnnotationOptions = Static<typeof AnnotationOptions>
