import { definePlugin, defineTransform, server, web } from '@orrery/sdk'
import { Options } from './options.ts'

export const sql = defineTransform({
  id: 'sql',
  title: 'SQL',
  group: 'combine',
  description: 'Makes one table of all frames by a SELECT in SQL.',
  keywords: ['duckdb', 'select', 'join', 'query', 'database'],
  notes: `
Runs on the server, in a DuckDB of its own that lives in memory for this one step and sees nothing but the frames: no
files, no network, no extensions, no settings.

- **Tables** are called like the queries: \`A\`, \`B\`. Where a query gave several frames, those after the first are \`A_2\`,
  \`A_3\`, and so on. A frame of no query is \`frame\`. Names are not case-sensitive.
- **Series** are rows: a column for each label, then \`time\` and the values.
- **Kinds**: times are \`TIMESTAMP\` in UTC, exact ones \`TIMESTAMP_NS\`, numbers \`DOUBLE\`, whole numbers \`BIGINT\`, text
  \`VARCHAR\`, JSON \`JSON\`. NaN stays NaN, which DuckDB sorts above all numbers.
- **Results**: decimals are numbers; whole numbers beyond 2^53 are text; lists, structs, maps and unions are JSON; dates
  are times, and times of a day, intervals and identifiers are text. Columns of equal names get a number.
- **Empty** frames are empty tables with their columns, so joins over them go on to work.
- **Limits**: 1,000,000 rows come in of all frames together, 10 seconds, and 512 MB of memory. What is cut off is said.
- A statement that fails leaves the frames as they are, and says where it is wrong.
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
