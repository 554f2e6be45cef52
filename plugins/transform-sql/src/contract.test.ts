import { defineTable, number, text } from '@orrery/sdk'
import { testTransform } from '@orrery/testing'
import { sql } from './index.ts'

const table = defineTable({ host: text(), value: number() })

testTransform(sql, {
  options: { sql: 'SELECT * FROM A', maxRows: 100 },
  cases: {
    'groups and orders': {
      frames: [
        table.fromRows(
          [
            { host: 'web', value: 1 },
            { host: 'db', value: 5 },
            { host: 'web', value: 3 },
          ],
          { refId: 'A' },
        ),
      ],
      options: { sql: 'SELECT host, avg(value) AS mean FROM A GROUP BY host ORDER BY host', maxRows: 100 },
      makes: [
        [
          { host: 'db', mean: 5 },
          { host: 'web', mean: 2 },
        ],
      ],
    },
    'no tables': { frames: [], options: { sql: 'SELECT x FROM A', maxRows: 100 }, notes: /does not exist/ },
  },
})
