import { definePlugin, defineTransform, server, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const sql = defineTransform({
  id: 'sql',
  title: 'SQL',
  group: 'combine',
  description: 'Makes one table of all frames by a SELECT in SQL.',
  keywords: ['duckdb', 'select', 'join', 'query', 'database'],
  notes: `
Runs on the server, in a database of its own that lives in memory for this one statement and sees nothing but the frames:
no files, no network, no extensions, no settings.

- **Tables** are called like the queries: \`A\`, \`B\`. Where a query gave several frames, those after the first are \`A_2\`,
  \`A_3\`, and so on. A frame of no query is \`frame\`. Names do not tell capital letters from small ones.
- **Series** are rows: a column for each label, then \`time\` and the values.
- **Kinds** that come in: times are \`TIMESTAMP\` in UTC, exact ones \`TIMESTAMP_NS\`, numbers \`DOUBLE\`, whole numbers
  \`BIGINT\`, then \`VARCHAR\`, \`BOOLEAN\` and \`JSON\`. NaN stays NaN, which DuckDB sorts above all numbers.
- **Kinds** that come out: decimals are numbers; whole numbers beyond 2^53 are text; lists, structs, maps and unions are
  JSON; dates are times; times of a day, intervals and identifiers are text.
- **Equal names** of columns get a number: \`value_2\`. A column keeps the unit of the column of its name and kind.
- **Empty frames** are empty tables with their columns, so joins over them go on to work.
- **Limits**: the first 1,000,000 rows of all frames together, 10 seconds and 512 MB. What is cut off is said.
- A statement that fails leaves the frames as they are, and says why and where.
`,
  options: Options,
  apply: server(() => import('./server/apply.ts')),
})

export default definePlugin({
  title: 'SQL',
  description: 'Shapes frames with SQL, by DuckDB in memory.',
  contributes: [sql],
  locales: { de: web(() => import('./locales/de.ts')) },
})
