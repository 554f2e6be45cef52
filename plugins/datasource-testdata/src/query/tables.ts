import { Choice, Type, ui, type Static } from '@orrery/sdk'
import { closed, count, seed, share } from './common.ts'

export const Csv = Type.Object(
  {
    type: Type.Literal('csv'),
    text: Type.String({
      title: 'CSV',
      description:
        'Names in the first line, commas between cells. A column is of times (2026-01-31, 2026-01-31T08:00:00Z, now-5m), numbers, true and false, or text; an empty cell is missing.',
      minLength: 1,
      maxLength: 1_000_000,
      default: 'time,host,load\nnow-10m,a,1\nnow-5m,a,2\nnow,a,1.5',
      ...ui({ widget: 'code' }),
    }),
    as: Type.Optional(
      Choice(
        { table: 'Table', series: 'Series' },
        {
          title: 'As',
          description: 'For series: a column of times called time, and numbers. Columns of text are labels.',
          default: 'table',
        },
      ),
    ),
  },
  { ...closed, title: 'CSV' },
)
export type Csv = Static<typeof Csv>

export const Table = Type.Object(
  {
    type: Type.Literal('table'),
    rows: count('Rows', 20, 1_000_000, 'One a minute, up to the end of the range.'),
    nulls: share('Nulls', 'Share of cells that are missing.', 0.1),
    seed,
  },
  { ...closed, title: 'Table of every kind of column' },
)
export type Table = Static<typeof Table>

export const Geo = Type.Object(
  { type: Type.Literal('geo'), rows: count('Cities', 20, 20), seed },
  { ...closed, title: 'Places on a map' },
)
export type Geo = Static<typeof Geo>
