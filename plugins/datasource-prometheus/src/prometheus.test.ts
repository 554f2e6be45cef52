import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { validate } from '@orrery/sdk'
import { collect, createTestContext, testDatasource, testRequest } from '@orrery/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prometheus } from './index.ts'
import { Options as OptionsSchema, type Options, type Query } from './options.ts'
import connect from './server/connect.ts'

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

type Reply = (request: IncomingMessage, response: ServerResponse, form: URLSearchParams) => void
const json =
  (body: unknown, status = 200): Reply =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const normal: Reply = (request, response, form) => {
  const path = new URL(request.url!, 'http://x').pathname
  const answer = form.get('query')?.endsWith('[')
    ? json(badData, 400)
    : json(
        path.endsWith('/query_range')
          ? matrix
          : path.endsWith('/query')
            ? vector
            : path.endsWith('buildinfo')
              ? { status: 'success', data: { version: '2.42.0' } }
              : names,
      )
  answer(request, response, form)
}

let server: Server
let url = ''
let reply = normal
const seen: { method: string; path: string; form: URLSearchParams; headers: IncomingMessage['headers'] }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url!, 'http://x')
      const form = request.method === 'POST' ? new URLSearchParams(body) : searchParams
      seen.push({ method: request.method!, path: pathname, form, headers: request.headers })
      reply(request, response, form)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  reply = normal
  seen.length = 0
})

testDatasource(prometheus, {
  options: () => ({ url }),
  queries: [
    { query: { type: 'range', expr: 'up' }, kind: 'series' },
    { query: { type: 'instant', expr: 'up' }, kind: 'numeric' },
    { query: { type: 'labels' }, kind: 'table' },
    { query: { type: 'labelValues', label: 'job' }, kind: 'table' },
  ],
  badQuery: { type: 'range', expr: 'rate(foo[' },
  unreachable: { url: 'http://127.0.0.1:1' },
})

const ask = async (query: Query, patch: Parameters<typeof testRequest>[1] = {}, options: Partial<Options> = {}) => {
  const client = await connect({ url, ...options }, createTestContext())
  return collect(client.query(testRequest(query, patch as Partial<ReturnType<typeof testRequest<Query>>>)))
}
const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'no error',
    (error: { code?: string }) => error.code,
  )

describe('what Prometheus is asked', () => {
  it('sends an aligned range with the step, and variables in their place', async () => {
    await ask(
      { type: 'range', expr: 'rate(up{job="$job"}[$__rate_interval])' },
      { range: { from: 100_500, to: 400_500 }, intervalMs: 10_000, variables: { job: 'a"b' } },
    )
    expect(Object.fromEntries(seen[0]!.form)).toEqual({
      query: 'rate(up{job="a\\"b"}[60s])',
      start: '90',
      end: '390',
      step: '15',
    })
  })

  it('signs in, and sends the headers, by the method of the settings', async () => {
    await ask(
      { type: 'instant', expr: 'up' },
      {},
      {
        method: 'GET',
        auth: { type: 'basic', user: 'ada', password: 'pä$$' },
        headers: [{ name: 'X-Scope-OrgID', value: 'team' }],
      },
    )
    expect(seen[0]).toMatchObject({
      method: 'GET',
      headers: { 'x-scope-orgid': 'team', authorization: `Basic ${Buffer.from('ada:pä$$').toString('base64')}` },
    })
    await ask({ type: 'instant', expr: 'up' }, {}, { auth: { type: 'bearer', token: 't0ken' } })
    expect(seen[1]).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer t0ken' } })
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
    reply = json({ status: 'success', data: { resultType: 'scalar', result: [1700000000.5, '+Inf'] } })
    const [scalar] = await ask({ type: 'instant', expr: '1/0' })
    if (scalar?.kind !== 'numeric') throw new Error('no row')
    expect(scalar.rowAt(0)).toEqual({ time: 1_700_000_000_500, value: Infinity })
    reply = json({ status: 'success', data: { resultType: 'string', result: [1700000000.5, 'ü'] } })
    const [string] = await ask({ type: 'instant', expr: '"ü"' })
    if (string?.kind !== 'table') throw new Error('no table')
    expect(string.rowAt(0)).toEqual({ value: 'ü' })
  })

  it('is cut off at the budget, in rows and names, too', async () => {
    const budget = { maxPoints: 10, maxSeries: 1, maxRows: 1, maxBytes: 1000 }
    const cut = 'The result was cut off: only the first 1'
    const queries: [Query, string][] = [
      [{ type: 'range', expr: 'up' }, `${cut} series of the query are shown.`],
      [{ type: 'labels' }, `${cut} rows of the query are shown.`],
    ]
    for (const [query, text] of queries) {
      const [frame] = await ask(query, { budget })
      expect([frame!.length, frame!.meta.notices]).toEqual([1, [{ severity: 'warning', text }]])
    }
    reply = json({ ...vector, data: { ...vector.data, result: [...vector.data.result, ...vector.data.result] } })
    const [rows] = await ask({ type: 'instant', expr: 'up' }, { budget })
    expect([rows!.length, rows!.meta.notices?.length]).toEqual([1, 1])
  })

  it('has no error for no data', async () => {
    reply = json({ status: 'success', data: { resultType: 'matrix', result: [] } })
    const [frame] = await ask({ type: 'range', expr: 'nothing' })
    expect(frame).toMatchObject({ kind: 'series', length: 0 })
  })

  it('passes on warnings, and says what it leaves out', async () => {
    reply = json({
      status: 'success',
      warnings: ['partial answer'],
      infos: ['PromQL info: not a counter'],
      data: { resultType: 'matrix', result: [{ metric: {}, histograms: [] }] },
    })
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
    ['a parse error', json(badData, 400), 'PROMETHEUS_QUERY_INVALID'],
    [
      'an execution error',
      json({ status: 'error', errorType: 'execution', error: 'many-to-many' }, 422),
      'PROMETHEUS_EXECUTION_FAILED',
    ],
    [
      'its own timeout',
      json({ status: 'error', errorType: 'timeout', error: 'query timed out' }, 503),
      'PROMETHEUS_TIMEOUT',
    ],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"status":')
        response.socket?.end()
      },
      'HTTP_CUT_OFF',
    ],
  ])('gives a coded error for %s', async (_, misbehave, code) => {
    reply = misbehave
    expect(await codeOf(ask({ type: 'range', expr: 'up' }))).toBe(code)
  })

  it('has no outage when it stops one query', async () => {
    reply = json({ status: 'error', errorType: 'timeout', error: 'query timed out' }, 503)
    await expect(ask({ type: 'range', expr: 'up' })).rejects.toMatchObject({ code: 'PROMETHEUS_TIMEOUT', status: 422 })
  })

  it('never names a secret in an error', async () => {
    reply = (_, response) => response.writeHead(403).end()
    const error: unknown = await ask(
      { type: 'instant', expr: 'up' },
      {},
      { auth: { type: 'bearer', token: 's3cret' } },
    ).catch((failure: unknown) => failure)
    expect(JSON.stringify(error) + String(error)).not.toContain('s3cret')
  })

  it('names of an address only origin and path', async () => {
    for (const misbehave of [json({ hello: 1 }), json({ status: 'success', data: 7 })]) {
      reply = misbehave
      const address = `${url}/prefix?key=s3cret`
      const error: unknown = await ask({ type: 'labels' }, {}, { url: address }).catch((failure: unknown) => failure)
      expect(error).toMatchObject({ code: 'PROMETHEUS_ANSWER_INVALID', params: { url: `${url}/prefix` } })
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
