import {
  boolean,
  defineTable,
  integer,
  json,
  longText,
  nanos,
  number,
  SeriesBuilder,
  text,
  time,
  withNotice,
} from '@orrery/sdk'
import { describe, expect, it } from 'vitest'
import { runSql } from './testing.ts'

const seriesOf = (refId: string, values: Readonly<Record<string, readonly (number | null)[]>>) => {
  const builder = new SeriesBuilder({ refId, fields: { value: number({ unit: 'bytes' }) } })
  for (const [host, own] of Object.entries(values))
    builder.add(
      { host },
      own.map((_, i) => i * 60_000),
      own,
    )
  return builder.build()
}
const everything = defineTable({
  time: time(),
  exact: nanos(),
  host: text(),
  body: longText(),
  value: number(),
  count: integer(),
  up: boolean(),
  more: json(),
})

describe('SQL over frames', () => {
  it('joins the series of two queries as rows', async () => {
    const { rows, notices } = await runSql(
      'SELECT A.host, A.value / B.value AS share FROM A JOIN B USING (host, time) WHERE A.time >= epoch_ms(60000) ORDER BY 1',
      [seriesOf('A', { web: [1, 2], db: [3, 4] }), seriesOf('B', { web: [10, 10], db: [10, 10] })],
    )
    expect(notices).toEqual([])
    expect(rows).toEqual([
      { host: 'db', share: 0.4 },
      { host: 'web', share: 0.2 },
    ])
  })

  it('gives back every kind of column as it came, nulls too', async () => {
    const rows = [
      {
        time: -1_500,
        exact: 1_700_000_000_123_456_789n,
        host: 'ü"\'',
        body: '',
        value: NaN,
        count: -(2 ** 53) + 1,
        up: false,
        more: { a: [1, null] },
      },
      { time: null, exact: null, host: null, body: null, value: null, count: null, up: null, more: null },
      {
        time: 8_000_000_000_000_000,
        exact: -5n,
        host: 'b',
        body: 'x\ny',
        value: -Infinity,
        count: 7,
        up: true,
        more: [],
      },
    ]
    const made = await runSql('SELECT * FROM A', [everything.fromRows(rows, { refId: 'A' })])
    expect(made.notices).toEqual([])
    expect(made.rows).toEqual(rows)
    expect(made.frames[0]!.kind === 'table' && [...made.frames[0]!.fields.values()].map(({ kind }) => kind)).toEqual([
      'time',
      'nanos',
      'text',
      'text',
      'number',
      'integer',
      'boolean',
      'json',
    ])
  })

  it('keeps nulls in their rows beyond the first chunk', async () => {
    const n = 5000
    const table = defineTable({ value: number(), host: text(), up: boolean() }).fromRows(
      Array.from({ length: n }, (_, i) => ({
        value: i % 3 ? i : null,
        host: i % 7 ? `h${i % 50}` : null,
        up: i % 5 ? i % 2 === 0 : null,
      })),
      { refId: 'A' },
    )
    const made = await runSql('SELECT * FROM A', [table])
    expect(made.rows).toEqual(Array.from({ length: n }, (_, i) => table.rowAt(i)))
  })

  it('makes sensible kinds of what frames have no kind for', async () => {
    const { rows } = await runSql(
      `SELECT 1.5::DECIMAL(9, 2) AS price, 12345678901234567890 AS wide, sum(1) AS total, DATE '2020-01-02' AS day,
        TIMESTAMPTZ '2020-01-02 00:00:00+01' AS moment, INTERVAL 1 HOUR AS span, TIME '10:00' AS clock,
        [1, NULL] AS list, {a: 1.5, b: [DATE '2020-01-02']} AS struct, MAP {'k': 1::BIGINT} AS map,
        'infinity'::TIMESTAMP AS never, 'x'::BLOB AS blob, NULL AS nothing`,
      [],
    )
    expect(rows).toEqual([
      {
        price: 1.5,
        wide: '12345678901234567890',
        total: 1,
        day: Date.UTC(2020, 0, 2),
        moment: Date.UTC(2020, 0, 1, 23),
        span: '01:00:00',
        clock: '10:00:00',
        list: [1, null],
        struct: { a: 1.5, b: ['2020-01-02'] },
        map: { k: 1 },
        never: null,
        blob: 'x',
        nothing: null,
      },
    ])
  })

  it('joins over frames without rows', async () => {
    const empty = everything.fromRows([], { refId: 'B' })
    const { rows } = await runSql('SELECT A.host, B.count FROM A LEFT JOIN B USING (host, time)', [
      seriesOf('A', { web: [1] }),
      empty,
    ])
    expect(rows).toEqual([{ host: 'web', count: null }])
  })

  it('numbers frames and columns of one name', async () => {
    const odd = defineTable({ Value: number(), value: number() }).fromRows([{ Value: 1, value: 2 }], { refId: 'a' })
    const { rows } = await runSql('SELECT *, 3 AS value FROM a_2', [seriesOf('A', { web: [1] }), odd])
    expect(rows).toEqual([{ Value: 1, value_2: 2, value_3: 3 }])
  })

  it('keeps units and notices', async () => {
    const given = withNotice(seriesOf('A', { web: [1] }), { severity: 'info', text: 'Cached.' })
    const { frames } = await runSql('SELECT value, count(*) AS host FROM A GROUP BY ALL', [given])
    const [frame] = frames
    expect(frame!.meta.notices).toEqual([{ severity: 'info', text: 'Cached.' }])
    expect(frame!.fields.get('value')!.meta).toEqual({ unit: 'bytes' })
    expect(frame!.fields.get('host')!.meta).toEqual({})
  })

  it('pivots, which is two statements to DuckDB, and takes views that are made before', async () => {
    const given = [seriesOf('A', { web: [1, 2], db: [3] })]
    const { rows } = await runSql(
      'CREATE VIEW own AS SELECT host, value FROM A; PIVOT own ON host USING sum(value) -- by host',
      given,
    )
    expect(rows).toEqual([{ db: 3, web: 3 }])
  })

  it('cuts off a result that is too long, and says so', async () => {
    const { rows, notices } = await runSql('SELECT i FROM range(5000) t(i)', [], { maxRows: 2500 })
    expect([rows.length, rows.at(-1)]).toEqual([2500, { i: 2499 }])
    expect(notices).toEqual([
      { severity: 'warning', text: 'The result has more than 2,500 rows: the rest is left away.' },
    ])
  })

  it('lets in the first million rows, and says so', async () => {
    const long = (refId: string) =>
      defineTable({ n: number() }).fromColumns({ n: new Float64Array(600_000) }, { refId })
    const { rows, notices } = await runSql('SELECT (SELECT count(*) FROM A) AS a, count(*) AS b FROM B', [
      long('A'),
      long('B'),
    ])
    expect(rows).toEqual([{ a: 600_000, b: 400_000 }])
    expect(notices.map(({ text: said }) => said)).toEqual([expect.stringContaining('first 1,000,000 rows')])
  })
})
