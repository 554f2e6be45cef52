import { inspect } from 'node:util'
import { validate, type QueryRequest } from '@orrery/sdk'
import { testDatasource } from '@orrery/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failure, json, problemOf, startFake, success, type Fake, type Reply } from './fake-prometheus.fixture.ts'
import { prometheus } from './index.ts'
import { Options as OptionsSchema, type Options, type Query } from './options.ts'

// Bodies as Prometheus 2.42 answers them, shortened.
const matrix = {
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [
      {
        metric: { __name__: 'up', job: 'api' },
        values: [
          [1700000000, '1'],
          [1700000015, 'NaN'],
          [1700000030.5, '+Inf'],
        ],
      },
      { metric: { __name__: 'up', job: 'db' }, values: [[1700000000, '0.30000000000000004']] },
    ],
  },
}
const vector = {
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: { job: 'api', time: 'x' }, value: [1700000000.123, '2'] }] },
}
const names = { status: 'success', data: ['api', 'db'] }
const badData = { status: 'error', errorType: 'bad_data', error: '1:6: parse error: unclosed left bracket' }

const alerts = {
  resultType: 'matrix',
  result: [{ metric: { alertname: 'Down', job: 'api' }, values: [[1700000000, '1']] }],
}

const answerQuery =
  (data: unknown): Reply =>
  (request, response, form) =>
    (form.get('query')!.endsWith('[')
      ? json(badData, 400)
      : form.get('query')!.includes('no such value')
        ? success({ resultType: 'matrix', result: [] })
        : success(data))(request, response, form)

let fake: Fake
const ask = async (query: Query, patch: Partial<QueryRequest<Query>> = {}, options: Partial<Options> = {}) =>
  (await fake.open(options)).ask(query, patch)

beforeAll(async () => {
  fake = await startFake()
})
afterAll(() => fake.stop())
beforeEach(() => {
  fake.asked.length = 0
  fake.set('query_range', answerQuery(matrix.data))
  fake.set('query', answerQuery(vector.data))
  fake.set('labels', success(['__name__', 'job']))
  for (const path of ['label/job/values', 'label/__name__/values']) fake.set(path, json(names))
  fake.set('metadata', success({ api: [{ type: 'gauge', help: 'Up.', unit: '' }] }))
  fake.set('rules', success({ groups: [] }))
  fake.set('alerts', success({ alerts: [] }))
})

describe('the contract', () => {
  beforeEach(() =>
    fake.set('query_range', (request, response, form) =>
      answerQuery(form.get('query')!.startsWith('ALERTS') ? alerts : matrix.data)(request, response, form),
    ),
  )
  testDatasource(prometheus, {
    options: () => ({ url: fake.url }),
    queries: [
      { query: { type: 'range', expr: 'up' }, kind: 'series' },
      { query: { type: 'instant', expr: 'up' }, kind: 'numeric' },
      { query: { type: 'labels' }, kind: 'table' },
      { query: { type: 'labelValues', label: 'job' }, kind: 'table' },
      { query: { type: 'both', expr: 'up' }, kind: ['series', 'numeric'] },
      { query: { type: 'range', expr: 'up', format: 'table' }, kind: 'table' },
      { query: { type: 'range', expr: 'up', format: 'heatmap' }, kind: 'heatmap-cells' },
      { query: { type: 'metrics' }, kind: 'table' },
      { query: { type: 'rules' }, kind: 'table' },
      { query: { type: 'alerts' }, kind: 'table' },
    ],
    badQuery: { type: 'range', expr: 'rate(foo[' },
    unreachable: { url: 'http://127.0.0.1:1' },
    annotations: { type: 'annotations', expr: 'ALERTS' },
    filters: { query: { type: 'range', expr: 'up' }, filter: { key: 'job', operator: '=', values: ['api'] } },
  })
})

const codeOf = (answer: Promise<unknown>) =>
  problemOf(answer).then((problem) => (typeof problem === 'string' ? problem : problem.code))

describe('what Prometheus is asked', () => {
  it('sends an aligned range with the step, and variables in their place', async () => {
    await ask(
      { type: 'range', expr: 'rate(up{job="$job"}[$__rate_interval])' },
      { range: { from: 100_500, to: 400_500 }, intervalMs: 10_000, variables: { job: 'a"b' } },
    )
    expect(fake.formsOf('query_range')).toEqual([
      { query: 'rate(up{job="a\\"b"}[60s])', start: '90', end: '390', step: '15', stats: 'true' },
    ])
  })

  it('signs in, and sends the headers, by the method of the settings', async () => {
    const headers = [{ name: 'X-Scope-OrgID', value: 'team' }]
    const basic = { type: 'basic', user: 'ada', password: 'pä$$' } as const
    await ask({ type: 'instant', expr: 'up' }, {}, { method: 'GET', auth: basic, headers })
    const authorization = `Basic ${Buffer.from('ada:pä$$').toString('base64')}`
    const signed = { method: 'GET', headers: { 'x-scope-orgid': 'team', authorization } }
    expect(fake.asked).toMatchObject([signed, signed])
    await ask({ type: 'instant', expr: 'up' }, {}, { auth: { type: 'bearer', token: 't0ken' } })
    expect(fake.asked.at(-1)).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer t0ken' } })
  })

  it('sends the timeout and the custom parameters with each query, several of a name too', async () => {
    const parameters = [
      { name: 'extra_label', value: 'team=a' },
      { name: 'extra_label', value: 'env=b' },
    ]
    await ask({ type: 'both', expr: 'up' }, {}, { queryTimeout: '20s', parameters })
    for (const { form } of fake.asked.filter(({ path }) => path.startsWith('query')))
      expect([form.get('timeout'), form.getAll('extra_label')]).toEqual(['20', ['team=a', 'env=b']])
    expect(fake.asked).toHaveLength(3)
  })
})

describe('what becomes of the answer', () => {
  it('keeps times, labels, NaN and infinities exactly', async () => {
    const [frame] = await ask({ type: 'range', expr: 'up', legend: '{{job}}' })
    if (frame?.kind !== 'series') throw new Error('no series')
    expect(frame.fields.get('value')?.meta).toEqual({ displayName: '{{job}}' })
    const [api, db] = [frame.at(0), frame.at(1)]
    expect([api.labels, [...api.time], [...api.values]]).toEqual([
      { __name__: 'up', job: 'api' },
      [1700000000000, 1700000015000, 1700000030500],
      [1, NaN, Infinity],
    ])
    expect([...db.values]).toEqual([0.30000000000000004])
  })

  it('gives an instant result a row a series, with clashing labels renamed', async () => {
    const [frame] = await ask({ type: 'instant', expr: 'up' })
    expect([...frame!.fields.keys()]).toEqual(['job', 'label.time', 'time', 'value'])
  })

  it('is a row for a scalar, and a text for a string', async () => {
    fake.set('query', success({ resultType: 'scalar', result: [1700000000.5, '+Inf'] }))
    const [scalar] = await ask({ type: 'instant', expr: '1/0' })
    if (scalar?.kind !== 'numeric') throw new Error('no row')
    expect(scalar.rowAt(0)).toEqual({ time: 1_700_000_000_500, value: Infinity })
    fake.set('query', success({ resultType: 'string', result: [1700000000.5, 'ü'] }))
    const [string] = await ask({ type: 'instant', expr: '"ü"' })
    if (string?.kind !== 'table') throw new Error('no table')
    expect(string.rowAt(0)).toEqual({ value: 'ü' })
  })

  it('is cut off at the budget, in rows and names, too', async () => {
    const budget = { maxPoints: 10, maxSeries: 1, maxRows: 1, maxBytes: 1000 }
    const cut = 'The result was cut off: only the first 1'
    const queries: [Query, string][] = [
      [
        { type: 'range', expr: 'up' },
        `${cut} series of the query are shown. Show the highest series only (an option of the query), or ask for fewer by topk() or sum by ().`,
      ],
      [{ type: 'labels' }, `${cut} rows of the query are shown.`],
    ]
    for (const [query, text] of queries) {
      const [frame] = await ask(query, { budget })
      expect([frame!.length, frame!.meta.notices]).toEqual([1, [{ severity: 'warning', text }]])
    }
    fake.set(
      'query',
      json({ ...vector, data: { ...vector.data, result: [...vector.data.result, ...vector.data.result] } }),
    )
    const [rows] = await ask({ type: 'instant', expr: 'up' }, { budget })
    expect([rows!.length, rows!.meta.notices?.length]).toEqual([1, 1])
  })

  it('has no error for no data', async () => {
    fake.set('query_range', success({ resultType: 'matrix', result: [] }))
    const [frame] = await ask({ type: 'range', expr: 'nothing' })
    expect(frame).toMatchObject({ kind: 'series', length: 0 })
  })

  it('passes on warnings, and says what it leaves out', async () => {
    const remarks = { warnings: ['partial answer'], infos: ['PromQL info: not a counter'] }
    fake.set('query_range', success({ resultType: 'matrix', result: [{ metric: {}, histograms: [] }] }, remarks))
    const [frame] = await ask({ type: 'range', expr: 'h' })
    expect(frame!.meta.notices).toEqual([
      { severity: 'warning', text: expect.stringContaining('native histogram') as string },
      { severity: 'warning', text: 'partial answer' },
      { severity: 'info', text: 'PromQL info: not a counter' },
    ])
  })
})

describe('a backend that misbehaves', () => {
  it.each<[string, Reply, string]>([
    [
      'a web page',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Login</title>'),
      'PROMETHEUS_ANSWER_INVALID',
    ],
    ['an empty body', (_, response) => response.end(), 'PROMETHEUS_ANSWER_INVALID'],
    ['another JSON', json({ hello: 1 }), 'PROMETHEUS_ANSWER_INVALID'],
    [
      'an unknown result type',
      json({ status: 'success', data: { resultType: 'streams', result: [] } }),
      'PROMETHEUS_ANSWER_INVALID',
    ],
    [
      'numbers where texts belong',
      json({ status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values: [[1, 2]] }] } }),
      'PROMETHEUS_ANSWER_INVALID',
    ],
    [
      'times that go back',
      json({
        status: 'success',
        data: {
          resultType: 'matrix',
          result: [
            {
              metric: {},
              values: [
                [2, '1'],
                [1, '1'],
              ],
            },
          ],
        },
      }),
      'PROMETHEUS_ANSWER_INVALID',
    ],
    ['a refusal', (_, response) => response.writeHead(401).end('no'), 'PROMETHEUS_DENIED'],
    ['a proxy error', (_, response) => response.writeHead(502).end('<html>'), 'PROMETHEUS_STATUS'],
    [
      'a server that starts or stops',
      (_, response) => response.writeHead(503).end('Service Unavailable'),
      'PROMETHEUS_NOT_READY',
    ],
    ['a parse error', json(badData, 400), 'PROMETHEUS_QUERY_INVALID'],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"status":')
        response.socket?.end()
      },
      'HTTP_CUT_OFF',
    ],
  ])('gives a coded error for %s', async (_, misbehave, code) => {
    fake.set('query_range', misbehave)
    expect(await codeOf(ask({ type: 'range', expr: 'up' }))).toBe(code)
  })

  it('has no outage when it stops one query', async () => {
    fake.set('query_range', failure('timeout', 'query timed out', 503))
    await expect(ask({ type: 'range', expr: 'up' })).rejects.toMatchObject({ code: 'PROMETHEUS_TIMEOUT', status: 422 })
  })

  it('never names a secret in an error', async () => {
    fake.set('query', (_, response) => response.writeHead(403).end())
    const error: unknown = await ask(
      { type: 'instant', expr: 'up' },
      {},
      { auth: { type: 'bearer', token: 's3cret' } },
    ).catch((failure: unknown) => failure)
    expect(JSON.stringify(error) + String(error)).not.toContain('s3cret')
  })

  it('names of an address only origin and path', async () => {
    for (const misbehave of [json({ hello: 1 }), json({ status: 'success', data: 7 })]) {
      fake.set('/prefix', misbehave)
      const address = `${fake.url}/prefix?key=s3cret`
      const error: unknown = await ask({ type: 'labels' }, {}, { url: address }).catch((failure: unknown) => failure)
      expect(error).toMatchObject({ code: 'PROMETHEUS_ANSWER_INVALID', params: { url: `${fake.url}/prefix` } })
      expect(inspect(error)).not.toContain('s3cret')
    }
  })

  it.each([
    ['http://localhost:9090', true],
    ['https://example.org/a@b', true],
    ['http://ada:s3cret@localhost:9090', false],
    ['http:////ada:s3cret@localhost', false],
    ['http:ada:s3cret@localhost', false],
  ])('takes no user and password in the URL: %s', (address, ok) => {
    expect(validate(OptionsSchema, { url: address }).ok).toBe(ok)
  })
})
