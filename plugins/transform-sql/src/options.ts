import { Type, ui, type Static } from '@orrery/sdk'

export const Options = Type.Object(
  {
    sql: Type.String({
      title: 'SQL',
      description: 'One SELECT of DuckDB. Each query is a table that is called like it: A, B, and so on.',
      maxLength: 65_536,
      default: 'SELECT * FROM A',
      ...ui({ widget: 'code' }),
    }),
    maxRows: Type.Integer({
      title: 'Most rows of the result',
      minimum: 1,
      maximum: 1_000_000,
      default: 100_000,
    }),
  },
  { additionalProperties: false },
)
export type Options = Static<typeof Options>
