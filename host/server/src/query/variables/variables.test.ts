import { defineTable, text } from '@orrery/frames'
import { interpolate } from '@orrery/query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberFrame } from '../../testing/fake-plugin.ts'
import {
  create,
  dashboard,
  datasource,
  startTestServer,
  type Person,
  type TestServer,
} from '../../testing/test-server.ts'
import { allWireMessages } from '../../testing/wire-messages.ts'

const range = { from: 0, to: 3_600_000 }
const Options = defineTable({ value: text(), text: text(), zone: text() })
const toOptions = (values: readonly string[]) =>
  Options.fromRows(values.map((value) => ({ value, text: value.toUpperCase(), zone: 'eu' })))
const query = (name: string, expr: string, extra: object = {}) => ({
  type: 'query',
  name,
  datasource: 'd',
  query: { expr },
  ...extra,
})

let server: TestServer
let admin: Person
let viewer: Person
/** What the datasource was asked for options. */
const asked: string[] = []
/** What it offers, by the query as it was sent. */
let offers: Record<string, readonly string[]>
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
  await create(admin, datasource('other'))
  asked.length = 0
  offers = { jobs: ['api', 'web'], 'of api': ['a1', 'a2'], 'of web': ['w1'] }
  server.fake.answer = async ({ query: { expr }, purpose, variables }) => {
    const sent = interpolate(expr, variables, (value) => [value].flat().join('+'))
    sentOf.set(expr, sent)
    if (purpose !== 'options') return [numberFrame(1)]
    asked.push(sent)
    return [toOptions(offers[sent] ?? [])]
  }
})
afterEach(() => server.close())
/** What was sent for a query, by its text. */
const sentOf = new Map<string, string>()

async function save(spec: { variables: readonly object[]; exprs?: readonly string[] } & Record<string, unknown>) {
  const { exprs = ['up'], ...rest } = spec
  const saved = await create(
    admin,
    dashboard(
      'home',
      exprs.map((expr) => ({ expr })),
      rest,
    ),
  )
  expect(saved.status).toBe(201)
  return (saved.body as { revision: string }).revision
}

async function ask(person: Person, revision: string, variables: object, item: object = {}) {
  const items = [{ type: 'panel', id: 'p', panel: 'p', width: 600, ...item }]
  const body = { dashboard: { id: 'home', revision }, range, timeZone: 'UTC', variables, items }
  const response = await person.fetch('/api/v1/ns/default/query', { method: 'POST', body })
  if (response.status !== 200) return [((await response.json()) as { code: string }).code]
  const messages = await allWireMessages(response)
  return messages.flatMap(({ header }) => header.problem?.code ?? [])
}
const options = (person: Person, body: object) =>
  person.send('/api/v1/ns/default/variable-options', { method: 'POST', body: { range, timeZone: 'UTC', ...body } })

const chain = [query('job', 'jobs'), query('instance', 'of $job', { multi: true, includeAll: true })]
const expr = 'up $job $instance'

describe('the options of a variable', () => {
  it('are asked by reference, with what it depends on', async () => {
    const at = { id: 'home', revision: await save({ variables: chain }) }
    const answer = await options(viewer, { dashboard: at, variable: 'instance', variables: { job: 'web' } })
    expect(answer.body).toEqual({ options: [{ value: 'w1', text: 'W1', properties: { zone: 'eu' } }] })
    expect(asked).toEqual(['jobs', 'of web'])
  })

  it('are of values that are admitted, and of variables that there are', async () => {
    const at = { id: 'home', revision: await save({ variables: chain }) }
    const wrong = { dashboard: at, variable: 'instance', variables: { job: 'secret' } }
    expect((await options(viewer, wrong)).body).toMatchObject({ code: 'QUERY_VARIABLE_FORBIDDEN' })
    expect((await options(viewer, { dashboard: at, variable: 'none' })).body).toMatchObject({
      code: 'VARIABLE_NOT_FOUND',
    })
    expect((await options(viewer, { variable: 'job' })).body).toMatchObject({ code: 'DASHBOARD_NEEDED' })
  })

  it('of one that is edited are for those who may ask what they like', async () => {
    const draft = query('x', 'of $job', { regex: 'a(?<value>\\d)' })
    const body = { draft, scope: { job: { value: 'api', isListed: true } } }
    expect((await options(viewer, body)).body).toMatchObject({ code: 'ACCESS_DENIED' })
    expect((await options(admin, body)).body).toMatchObject({ options: [{ value: '1' }, { value: '2' }] })
  })

  it('are data sources of a type, by title', async () => {
    const revision = await save({ variables: [{ type: 'datasource', name: 'source', plugin: 'fake', regex: '^o' }] })
    const answer = await options(viewer, { dashboard: { id: 'home', revision }, variable: 'source' })
    expect(answer.body).toEqual({ options: [{ value: 'other', text: 'other' }] })
  })

  it('are not waited for where a pattern takes too long', async () => {
    offers['jobs'] = [`${'a'.repeat(40)}!`]
    const revision = await save({ variables: [query('job', 'jobs', { regex: '^(?=(a+)+$)' })] })
    const began = performance.now()
    const answer = await options(viewer, { dashboard: { id: 'home', revision }, variable: 'job' })
    expect(answer.body).toMatchObject({ code: 'PATTERN_INVALID' })
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('stop being asked for when nobody waits any more', async () => {
    const at = { id: 'home', revision: await save({ variables: chain }) }
    let aborted = () => {}
    const isAborted = new Promise<void>((resolve) => (aborted = resolve))
    let began = () => {}
    const hasBegun = new Promise<void>((resolve) => (began = resolve))
    server.fake.answer = ({ signal }) => {
      began()
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted()
          reject(signal.reason as Error)
        }),
      )
    }
    const abort = new AbortController()
    const body = { dashboard: at, variable: 'job', range, timeZone: 'UTC' }
    const path = '/api/v1/ns/default/variable-options'
    const left = viewer.fetch(path, { method: 'POST', body, signal: abort.signal }).catch(() => 'left')
    await hasBegun
    abort.abort()
    await isAborted
    expect(await left).toBe('left')
  })
})

describe('a value', () => {
  it('is what the options of the variable hold, for the values that it depends on', async () => {
    const revision = await save({ variables: chain, exprs: [expr] })
    expect(await ask(viewer, revision, { job: 'api', instance: ['a1', 'a2'] })).toEqual([])
    expect(sentOf.get(expr)).toBe('up api a1+a2')
    expect(await ask(viewer, revision, { job: 'web', instance: ['a1'] })).toEqual(['QUERY_VARIABLE_FORBIDDEN'])
  })

  it('is asked for once, however often it is checked', async () => {
    const revision = await save({ variables: chain, exprs: [expr, `${expr} 2`, `${expr} 3`] })
    for (let i = 0; i < 3; i++) await ask(viewer, revision, { job: 'api', instance: ['a1'] })
    expect(asked).toEqual(['jobs', 'of api'])
  })

  it('is checked only where it is used', async () => {
    const revision = await save({ variables: chain })
    expect(await ask(viewer, revision, { job: 'api', instance: ['secret'] })).toEqual([])
    expect(asked).toEqual([])
  })

  it('is the default where none is chosen: All, or the first', async () => {
    const revision = await save({ variables: chain, exprs: [expr] })
    expect(await ask(viewer, revision, {})).toEqual([])
    expect(sentOf.get(expr)).toBe('up api a1+a2')
  })

  it('of All is as the author wrote it, and asks for nothing', async () => {
    const variables = [query('job', 'jobs', { includeAll: true, allValue: '.*' })]
    expect(await ask(viewer, await save({ variables, exprs: ['$job'] }), { job: '$__all' })).toEqual([])
    expect([sentOf.get('$job'), asked]).toEqual(['.*', []])
  })

  it('that somebody typed is taken where others are, and never raw', async () => {
    const variables = [query('job', 'jobs', { allowCustom: true })]
    const revision = await save({ variables, exprs: ['$job', '${job:raw}'] })
    expect(await ask(viewer, revision, { job: 'mine' })).toEqual(['QUERY_VARIABLE_RAW'])
    expect(sentOf.get('$job')).toBe('mine')
  })

  it('may be a property of the option, or its text', async () => {
    const revision = await save({ variables: chain, exprs: ['${job.zone} ${job:text}'] })
    await ask(viewer, revision, { job: 'web' })
    expect(sentOf.get('${job.zone} ${job:text}')).toBe('eu WEB')
  })

  it('names the datasource of a query', async () => {
    const variables = [{ type: 'datasource', name: 'source', plugin: 'fake' }]
    const queries = [{ refId: 'A', datasource: '$source', query: { expr: 'here' } }]
    const panels = { p: { type: 'timeseries', title: '', options: {}, queries } }
    const revision = await save({ variables, panels })
    expect(await ask(viewer, revision, { source: 'other' })).toEqual([])
    expect(await ask(viewer, revision, { source: 'none' })).toEqual(['QUERY_VARIABLE_FORBIDDEN'])
    expect(server.fake.opened).toHaveLength(1)
  })

  it('tells the address of who asks, where it is known', async () => {
    const template = '${__user.id} ${__user.email}!'
    const revision = await save({ variables: [], exprs: [template] })
    await ask(viewer, revision, {})
    expect(sentOf.get(template)).toBe('user:vi !')
    await ask(await server.join(admin, 'eva@example.org', 'viewer'), revision, {})
    expect(sentOf.get(template)).toBe('user:eva@example.org eva@example.org!')
  })

  it('tells who asks, and where', async () => {
    const template = '${__user.login} $__dashboard $__timezone'
    await ask(viewer, await save({ variables: [], exprs: [template] }), {})
    expect(sentOf.get(template)).toBe('vi home UTC')
  })
})

describe('an instance of a repeated panel', () => {
  it('has single values of its own, each admitted as its variable', async () => {
    const revision = await save({ variables: chain, exprs: [expr] })
    const given = { job: 'api', instance: '$__all' }
    expect(await ask(viewer, revision, given, { instance: { instance: 'a2' } })).toEqual([])
    expect(sentOf.get(expr)).toBe('up api a2')
    expect(await ask(viewer, revision, given, { instance: { instance: 'w1' } })).toEqual(['QUERY_VARIABLE_FORBIDDEN'])
  })
})

it('gives panels in a section the variables of the section', async () => {
  const inner = { type: 'choice', name: 'env', options: [{ value: 'test' }] }
  const outer = { type: 'choice', name: 'env', options: [{ value: 'prod' }] }
  const grid = { type: 'grid', items: [{ panel: 'p', x: 0, y: 0, w: 12, h: 8 }] }
  const layout = { type: 'rows', sections: [{ id: 'row', title: '', variables: [inner], layout: grid }] }
  const revision = await save({ variables: [outer], layout, exprs: ['$env'] })
  expect(await ask(viewer, revision, { env: 'prod', 'row/env': 'test' })).toEqual([])
  expect(sentOf.get('$env')).toBe('test')
  expect(await ask(viewer, revision, { 'row/env': 'prod' })).toEqual(['QUERY_VARIABLE_FORBIDDEN'])
})
