import type { AdhocFilter, Frame } from '@orrery/sdk'
import { testRequest } from '@orrery/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failure, matrix, startFake, success, type Fake } from './fake-prometheus.fixture.ts'
import type { Query } from './options.ts'

let fake: Fake
beforeAll(async () => {
  fake = await startFake()
})
afterAll(() => fake.stop())
beforeEach(() => {
  fake.asked.length = 0
})

const ask = async (query: Query, patch = {}) => (await fake.open()).ask(query, patch)
const rowsOf = ([frame]: readonly Frame[]) => {
  if (!frame || frame.kind === 'series') throw new Error('no table')
  return Array.from({ length: frame.length }, (_, i) => frame.rowAt(i))
}

describe('rules and alerts', () => {
  const alert = {
    labels: { alertname: 'Down', severity: 'critical' },
    annotations: { summary: 'api is down' },
    state: 'firing',
    activeAt: '2026-11-22T10:41:42.999768178Z',
    value: '1e+00',
  }
  const activeSince = Date.parse('2026-11-22T10:41:42.999Z')

  it('are rows with state, health, labels and since when', async () => {
    const rules = [
      { name: 'job:up', query: 'sum(up)', health: 'err', lastError: 'boom', type: 'recording', evaluationTime: 0.25 },
      {
        name: 'Down',
        query: 'up == 0',
        duration: 4,
        labels: { a: 'b' },
        alerts: [alert],
        state: 'firing',
        health: 'ok',
        type: 'alerting',
      },
    ]
    fake.set('rules', success({ groups: [{ name: 'shop', file: 'rules.yml', rules }] }))
    const none = {
      activeSince: null,
      value: null,
      alerts: null,
      for: null,
      labels: null,
      annotations: null,
      evaluated: null,
    }
    expect(rowsOf(await ask({ type: 'rules' }))).toEqual([
      {
        ...none,
        group: 'shop',
        rule: 'job:up',
        type: 'recording',
        state: null,
        health: 'err',
        lastError: 'boom',
        query: 'sum(up)',
        evaluation: 0.25,
      },
      {
        ...none,
        group: 'shop',
        rule: 'Down',
        type: 'alerting',
        state: 'firing',
        health: 'ok',
        lastError: null,
        query: 'up == 0',
        evaluation: null,
        for: 4,
        alerts: 1,
        activeSince,
        value: 1,
        labels: { a: 'b' },
      },
    ])
  })

  it('that are active are rows', async () => {
    fake.set('alerts', success({ alerts: [alert] }))
    const { labels, annotations } = alert
    expect(rowsOf(await ask({ type: 'alerts' }))).toEqual([
      { alert: 'Down', state: 'firing', activeSince, value: 1, labels, annotations, summary: 'api is down' },
    ])
  })

  it('that have another form are an error', async () => {
    fake.set('rules', success({ groups: 'none' }))
    await expect(ask({ type: 'rules' })).rejects.toMatchObject({ code: 'SCHEMA_INVALID' })
  })
})

describe('metrics', () => {
  const metadata = {
    http_request_seconds: [{ type: 'histogram', help: 'How long requests took.', unit: 'seconds' }],
    up: [{ type: 'gauge', help: '', unit: '' }],
  }
  const names = ['http_request_seconds_bucket', 'http_request_seconds_count', 'other', 'up']

  it('have type, help and unit of their family, and are found by all words in any case', async () => {
    fake.set('label/__name__/values', success(names))
    fake.set('metadata', success(metadata))
    const { ask: askAgain } = await fake.open()
    const range = { from: 0, to: 3_600_000 }
    expect(rowsOf(await askAgain({ type: 'metrics', search: 'HTTP buck' }, { range }))).toEqual([
      { name: 'http_request_seconds_bucket', type: 'histogram', help: 'How long requests took.', unit: 'seconds' },
    ])
    expect(rowsOf(await askAgain({ type: 'metrics' }, { range })).map(({ type }) => type)).toEqual([
      'histogram',
      'histogram',
      null,
      'gauge',
    ])
    // Both lists are kept for the next key that is typed.
    expect(fake.asked.map(({ path }) => path).sort()).toEqual(['label/__name__/values', 'metadata'])
  })

  it('are times where they say when a counter was made', async () => {
    fake.set('label/__name__/values', success(['jobs_created', 'jobs_total']))
    fake.set('metadata', success({ jobs: [{ type: 'counter', help: 'Jobs.', unit: '' }] }))
    expect(rowsOf(await ask({ type: 'metrics' }))).toEqual([
      { name: 'jobs_created', type: 'gauge', help: 'Jobs.', unit: 'seconds' },
      { name: 'jobs_total', type: 'counter', help: 'Jobs.', unit: null },
    ])
  })

  it('are there without metadata, and no more than asked for', async () => {
    fake.set('label/__name__/values', success(names))
    fake.set('metadata', failure('not_found', 'no metadata here', 404))
    const frames = await ask({ type: 'metrics', limit: 1 })
    expect(rowsOf(frames)).toEqual([{ name: names[0], type: null, help: null, unit: null }])
    expect(frames[0]!.meta.notices?.[0]?.text).toContain('only the first 1 rows')
  })
})

describe('names', () => {
  it('are asked with a limit, or searched here', async () => {
    fake.set('label/job/values', success(['api', 'db', 'API-2'], { warnings: ['results truncated due to limit'] }))
    expect(rowsOf(await ask({ type: 'labelValues', label: 'job', limit: 3 }))).toHaveLength(3)
    const found = await ask(
      { type: 'labelValues', label: 'job', search: 'api', match: 'up{env="$env"}' },
      { variables: { env: 'a' } },
    )
    expect(rowsOf(found).map(({ name }) => name)).toEqual(['api', 'API-2'])
    expect(found[0]!.meta.notices).toBeUndefined()
    expect(fake.formsOf('label/job/values')).toMatchObject([{ limit: '4' }, { 'match[]': 'up{env="a"}' }])
    expect(fake.asked[1]!.form.has('limit')).toBe(false)
  })
})

describe('filters', () => {
  const filters: readonly AdhocFilter[] = [
    { key: 'job', operator: 'oneOf', values: ['a.b', 'c'] },
    { key: 'env', operator: '!=', values: ['te"st'] },
  ]
  const added = String.raw`job=~"a\\.b|c", env!="te\"st"`

  it('go into each selector', async () => {
    fake.set('query_range', matrix([]))
    await ask({ type: 'range', expr: 'rate(x[1m]) / y{a="$v"}' }, { filters, variables: { v: 'b' } })
    expect(fake.formsOf('query_range')[0]!['query']).toBe(`rate(x{${added}}[1m]) / y{a="b", ${added}}`)
  })

  it('offer the labels that the others leave, without the name of the metric', async () => {
    fake.set('labels', success(['__name__', 'env', 'job']))
    const { client } = await fake.open()
    const { range, signal } = testRequest<Query>({ type: 'labels' })
    expect(await client.filterOptions!({ limit: 10, range, signal, filters })).toEqual({
      names: ['env', 'job'],
      isCutOff: false,
    })
    expect(fake.formsOf('labels')[0]!['match[]']).toBe(`{__name__!="", ${added}}`)
  })
})

describe('annotations', () => {
  const range = { from: 0, to: 120_000 }
  const series = (metric: object, ...points: (readonly [number, string])[]) => ({ metric, values: points })
  const query = { type: 'annotations', expr: 'ALERTS', minStep: '15s' } as const

  it('are the stretches of time in which a series is above zero', async () => {
    const down = series({ alertname: 'Down', job: 'api' }, [15, '1'], [30, '1'], [45, '0'], [60, '1'], [105, '1'])
    fake.set('query_range', matrix([down]))
    const frames = await ask(
      { ...query, text: '{{job}} is {{value}}', tags: ['{{job}}', '{{nothing}}', 'all'] },
      { range, purpose: 'annotations' },
    )
    const same = { title: 'Down', text: 'api is 1', tags: ['api', 'all'] }
    expect(frames[0]!.kind).toBe('annotations')
    expect(rowsOf(frames)).toEqual([
      { ...same, time: 15_000, timeEnd: 30_000 },
      { ...same, time: 60_000, timeEnd: null },
      { ...same, time: 105_000, timeEnd: null },
    ])
  })

  it('are the moments that the values name, once each and within the range', async () => {
    const started = series({ job: 'api' }, [15, '90000'], [30, '90000'], [45, '500000'])
    fake.set('query_range', matrix([started]))
    const rows = rowsOf(await ask({ ...query, title: 'start of {{job}}', valueAsTime: true }, { range }))
    expect(rows.map(({ time, title }) => [time, title])).toEqual([[90_000, 'start of api']])
  })
})
