import type { AdhocFilter } from '@orrery/sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failure, matrix, problemOf, startFake, success, type Fake, type Reply } from './fake-prometheus.fixture.ts'

let fake: Fake
beforeAll(async () => {
  fake = await startFake()
})
afterAll(() => fake.stop())
beforeEach(() => {
  fake.asked.length = 0
})

describe('what Prometheus refuses', () => {
  const problem = async (reply: Reply) => {
    fake.set('query_range', reply)
    return problemOf((await fake.open()).ask({ type: 'range', expr: 'sum(rate(\n  foo_total))' }))
  }

  it.each<[string, Reply, string, object]>([
    // As Prometheus 2.42 answers.
    [
      'a parse error, with its place',
      failure('bad_data', 'invalid parameter "query": 1:10: parse error: missing unit character in duration', 400),
      'PROMETHEUS_QUERY_INVALID',
      { reason: 'missing unit character in duration', line: 1, column: 10 },
    ],
    [
      'a type error, on another line',
      failure(
        'bad_data',
        '2:3: parse error: expected type range vector in call to function "rate", got instant vector',
        400,
      ),
      'PROMETHEUS_QUERY_INVALID',
      { reason: 'expected type range vector in call to function "rate", got instant vector', line: 2, column: 3 },
    ],
    [
      'a wrong parameter, without a place',
      failure(
        'bad_data',
        'invalid parameter "step": zero or negative query resolution step widths are not accepted',
        400,
      ),
      'PROMETHEUS_QUERY_INVALID',
      { reason: 'invalid parameter "step": zero or negative query resolution step widths are not accepted' },
    ],
    [
      'series that match several',
      failure(
        'execution',
        'found duplicate series for the match group {job="shop"} on the right hand-side of the operation: [...];many-to-many matching not allowed: matching labels must be unique on one side',
        422,
      ),
      'PROMETHEUS_MATCH_AMBIGUOUS',
      {},
    ],
    [
      'too many points',
      failure(
        'bad_data',
        'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
        400,
      ),
      'PROMETHEUS_POINTS_EXCEEDED',
      {},
    ],
    [
      'too many samples',
      failure('execution', 'query processing would load too many samples into memory in query execution', 422),
      'PROMETHEUS_SAMPLES_EXCEEDED',
      {},
    ],
    ['a timeout', failure('timeout', 'query timed out in expression evaluation', 503), 'PROMETHEUS_TIMEOUT', {}],
    ['another fault', failure('execution', 'expanding series: disk on fire', 422), 'PROMETHEUS_EXECUTION_FAILED', {}],
    ['a fault of its own', failure('internal', 'storage is down', 500), 'PROMETHEUS_STATUS', {}],
    // https://docs.victoriametrics.com/victoriametrics/metricsql/, as version 1.79 answers.
    [
      'a parse error of VictoriaMetrics',
      failure(
        '422',
        'error when executing query="rate(foo[" for (time=1795344365341, step=300000): duration: unexpected token ""; want "duration"; unparsed data: ""',
        422,
      ),
      'PROMETHEUS_QUERY_INVALID',
      {},
    ],
    // https://grafana.com/docs/mimir/latest/manage/mimir-runbooks/#err-mimir-max-query-length
    [
      'a limit of Mimir',
      failure(
        'bad_data',
        'the query time range exceeds the limit (query length: 800h, limit: 700h) (err-mimir-max-query-length)',
        422,
      ),
      'PROMETHEUS_QUERY_INVALID',
      {},
    ],
  ])('is %s', async (_, reply, code, params) => {
    expect(await problem(reply)).toMatchObject({ code, params })
  })
})

describe('the place of what is wrong', () => {
  const placeOf = async (expr: string, at: string, patch = {}) => {
    fake.set('query_range', failure('bad_data', `invalid parameter "query": ${at}: parse error: no`, 400))
    const variables = { job: 'somewhat longer', n: '5' }
    const answer = (await fake.open()).ask({ type: 'range', expr }, { variables, ...patch })
    const problem = await problemOf(answer)
    const { line, column } = (typeof problem === 'string' ? {} : problem.params) as { line?: number; column?: number }
    return [line, column]
  }

  it.each([
    // Sent as: sum(rate(x{job="somewhat longer"}[60s])) by
    ['sum(rate(x{job="$job"}[$__rate_interval])) by', '1:45', [1, 46]],
    ['sum(rate(x{job="$job"}[$__rate_interval])) by', '1:37', [1, 24]],
    ['up +\n  ${n} + )', '2:7', [2, 10]],
    ['a{b="ü$job"} )', '1:26', [1, 14]],
  ])('is that of the query as it was written: %j', async (expr, at, place) => {
    expect(await placeOf(expr, at)).toEqual(place)
  })

  it('is not told where filters have moved it', async () => {
    const filters: readonly AdhocFilter[] = [{ key: 'job', operator: '=', values: ['a'] }]
    expect(await placeOf('rate(x)', '1:6', { filters })).toEqual([undefined, undefined])
  })
})

describe('the kind of server', () => {
  const page: Reply = (_, response) => response.writeHead(404).end('404 page not found')
  it.each<[string, Reply, string]>([
    // https://prometheus.io/docs/prometheus/latest/querying/api/#build-information
    [
      'Prometheus',
      success({ version: '2.42.0', revision: 'abc', branch: 'HEAD', goVersion: 'go1.19' }),
      'Prometheus 2.42.0 answers.',
    ],
    // https://grafana.com/docs/mimir/latest/references/http-api/#build-information
    [
      'Mimir',
      success({ application: 'Grafana Mimir', version: '2.15.0', revision: 'abc', features: {} }),
      'Mimir 2.15.0 answers.',
    ],
    ['Cortex', success({ application: 'Cortex', version: '1.18.0', revision: 'abc' }), 'Mimir 1.18.0 answers.'],
    // As versions 1.79 and later answer: https://docs.victoriametrics.com/victoriametrics/#prometheus-querying-api-usage
    ['VictoriaMetrics', success({}), 'VictoriaMetrics answers.'],
    ['a later VictoriaMetrics', success({ version: '2.24.0' }), 'VictoriaMetrics answers.'],
    // https://thanos.io/tip/components/query.md/
    [
      'Thanos',
      success({ version: '0.37.2', revision: 'abc', branch: 'HEAD', goVersion: 'go1.23' }),
      'Thanos 0.37.2 answers.',
    ],
    ['one that does not say', page, 'The server answers as Prometheus does.'],
  ])('is found out and named: %s', async (_, info, sentence) => {
    const one = await startFake({
      'status/buildinfo': info,
      query: success({ resultType: 'scalar', result: [1, '1'] }),
    })
    const { client } = await one.open()
    expect(await client.check!(new AbortController().signal)).toBe(sentence)
    one.stop()
  })

  it('is asked for once, and not when the settings name it', async () => {
    fake.set('query_range', matrix([]))
    const { ask } = await fake.open()
    await Promise.all([ask({ type: 'range', expr: 'a' }), ask({ type: 'range', expr: 'b' })])
    await (await fake.open({ flavour: 'mimir' })).ask({ type: 'range', expr: 'a' })
    expect(fake.asked.map(({ path }) => path).sort()).toEqual([
      'query_range',
      'query_range',
      'query_range',
      'status/buildinfo',
    ])
  })

  it('that has downsampled data may use it for ranges, unless the settings say how', async () => {
    fake.set('query_range', matrix([]))
    await (await fake.open({ flavour: 'thanos' })).ask({ type: 'range', expr: 'a' })
    const parameters = [{ name: 'max_source_resolution', value: '5m' }]
    await (await fake.open({ flavour: 'thanos', parameters })).ask({ type: 'range', expr: 'a' })
    const given = fake.asked.map(({ form }) => form.getAll('max_source_resolution'))
    expect(given).toEqual([['auto'], ['5m']])
  })

  it('that knows a larger language takes filters by itself', async () => {
    fake.set('query_range', matrix([]))
    const filters: readonly AdhocFilter[] = [{ key: 'job', operator: '=', values: ['a'] }]
    const expr = 'rollup_rate(x[5m] keep_metric_names)'
    await (await fake.open({ flavour: 'victoriametrics' })).ask({ type: 'range', expr }, { filters })
    expect(fake.formsOf('query_range')[0]).toMatchObject({ query: expr, 'extra_filters[]': '{job="a"}' })
  })

  it('that answers in part says so, and its answer is not kept', async () => {
    fake.set('query_range', matrix([{ metric: {}, values: [[1, '1']] }], { warnings: ['No StoreAPIs matched'] }))
    const { ask } = await fake.open()
    const range = { from: 0, to: 3_600_000 }
    const [frame] = await ask({ type: 'range', expr: 'up' }, { range })
    expect(frame!.meta.notices).toEqual([{ severity: 'warning', text: 'No StoreAPIs matched' }])
    await ask({ type: 'range', expr: 'up' }, { range: { from: 15_000, to: 3_615_000 } })
    expect(fake.formsOf('query_range').map(({ start }) => start)).toEqual(['0', '15'])
  })
})
