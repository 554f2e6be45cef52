import { Annotations, number, SeriesBuilder } from '@orrery/frames'
import { type AdhocFilter, type WireMessage } from '@orrery/query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { allWireMessages } from '../testing/wire-messages.ts'

const HOUR = 3_600_000
const range = { from: 10 * HOUR, to: 11 * HOUR }
const job: AdhocFilter = { key: 'job', operator: '=', values: ['api'] }
const panel = { type: 'timeseries', title: '', options: {} }
const query = (refId: string, id: string) => ({ refId, datasource: id, query: { expr: refId } })
const spec = {
  variables: [
    { type: 'filters', name: 'where', datasource: 'd', default: [job] },
    { type: 'filters', name: 'else', datasource: 'flat' },
  ],
  annotations: [
    { type: 'query', name: 'deploys', datasource: 'd', query: { expr: 'deployed' }, color: 'purple' },
    { type: 'query', name: 'flat', datasource: 'flat', query: { expr: 'deployed' } },
    { type: 'own', name: 'own' },
  ],
  panels: {
    p: { ...panel, queries: [query('A', 'd'), query('B', 'flat')] },
    day: { ...panel, timeCompare: '1d', queries: [query('A', 'd')] },
  },
}

let server: TestServer
let admin: Person
let viewer: Person
let revision: string
beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  viewer = await server.join(admin, 'vi', 'viewer')
  await create(admin, datasource('d'))
  const flat = datasource('flat')
  await create(admin, { ...flat, spec: { ...flat.spec, type: 'plain' } } as typeof flat)
  const saved = await create(admin, dashboard('home', [], spec))
  ;({ revision } = saved.body as { revision: string })
})
afterEach(() => server.close())

const item = (id: string) => ({ type: 'panel', id, panel: id, width: 600 })
const marks = (name: string, extra: object = {}) => ({ type: 'annotations', id: name, name, width: 600, ...extra })

async function ask(person: Person, items: readonly object[], extra: object = {}) {
  const body = { dashboard: { id: 'home', revision }, range, timeZone: 'UTC', items, ...extra }
  const response = await person.fetch('/api/v1/ns/default/query', { method: 'POST', body })
  if (response.status !== 200) return { problem: (await response.json()) as { code: string }, messages: [] }
  return { problem: undefined, messages: await allWireMessages(response) }
}
const framesOf = ({ messages }: { messages: readonly WireMessage[] }) => messages.flatMap(({ frame }) => frame ?? [])

describe('filters of a dashboard', () => {
  it('narrow down all queries of their datasource, by default and as a viewer sets them', async () => {
    await ask(viewer, [item('p'), marks('deploys')])
    await ask(viewer, [item('p')], { filters: { where: [] } })
    const zone: AdhocFilter = { key: 'zone', operator: 'oneOf', values: ['a', 'b'] }
    await ask(viewer, [item('p')], { filters: { where: [zone] } })
    const asked = server.fake.asked.map(({ query, filters }) => [query.expr, filters])
    expect(asked.filter(([expr]) => expr === 'A')).toEqual([
      ['A', [job]],
      ['A', []],
      ['A', [zone]],
    ])
    expect(asked).toContainEqual(['deployed', [job]])
  })

  it('say where they do not apply', async () => {
    const frames = framesOf(await ask(viewer, [item('p')], { filters: { else: [job] } }))
    const notices = Object.fromEntries(frames.map(({ meta }) => [meta.refId, meta.notices]))
    expect(notices).toEqual({
      A: undefined,
      B: [{ severity: 'info', text: 'The filters of this dashboard do not apply here: the datasource takes none.' }],
    })
    expect(server.fake.asked.find(({ refId }) => refId === 'B')!.filters).toEqual([])
  })

  it.each([
    ['a name that no variable has', { other: [job] }, 'QUERY_VARIABLE_UNKNOWN'],
    ['an operator that there is not', { where: [{ ...job, operator: 'or' }] }, 'REQUEST_INVALID'],
    ['text', { where: 'job="api"' }, 'REQUEST_INVALID'],
  ])('are refused with %s', async (_, filters, code) => {
    expect((await ask(viewer, [item('p')], { filters })).problem).toMatchObject({ code })
    expect(server.fake.asked).toEqual([])
  })
})

describe('annotations of a dashboard', () => {
  it('are answered by reference, with their name and colour', async () => {
    server.fake.answer = async () => [Annotations.fromRows([{ time: 1, title: 'Deployed' }])]
    const [frame] = framesOf(await ask(viewer, [marks('deploys')]))
    expect(server.fake.asked).toMatchObject([{ purpose: 'annotations', query: { expr: 'deployed' } }])
    expect(frame).toMatchObject({
      kind: 'annotations',
      meta: { name: 'deploys', meta: { color: 'purple' } },
    })
  })

  it('are a problem of their item where they are not there, or made by hand, or the datasource gives none', async () => {
    const { messages } = await ask(viewer, [marks('gone'), marks('own'), marks('flat')])
    const problems = messages.flatMap(({ header: { id, problem } }) => (problem ? [[id, problem.code]] : []))
    expect(Object.fromEntries(problems)).toEqual({
      gone: 'ANNOTATIONS_NOT_FOUND',
      own: 'ANNOTATIONS_NOT_FOUND',
      flat: 'ANNOTATIONS_UNSUPPORTED',
    })
  })

  it('are sealed', async () => {
    const { problem } = await ask(viewer, [marks('deploys', { query: { expr: 'secret' } })])
    expect(problem).toMatchObject({ code: 'QUERY_UNSEALED' })
  })

  it('are queries that only those may save who may send queries', async () => {
    const bad = dashboard('bad', [], { ...spec, annotations: [{ ...spec.annotations[0]!, query: { text: 1 } }] })
    expect((await create(admin, bad)).body).toMatchObject({
      code: 'RESOURCE_INVALID',
      detail: expect.stringContaining('/spec/annotations/0/query') as string,
    })
  })
})

it('compares with earlier: the same query, its answer moved forward', async () => {
  server.fake.answer = async ({ range: { from } }) => [
    new SeriesBuilder({ fields: { value: number() } }).add({}, [from, from + 1000], [1, 2]).build(),
  ]
  const result = await ask(viewer, [item('day')])
  const answers = framesOf(result).map((frame) => [
    frame.meta.refId,
    frame.meta.meta?.['timeShiftMs'] ?? 0,
    frame.kind === 'series' && [...frame.at(0).time],
  ])
  const times = [range.from, range.from + 1000]
  expect(answers.toSorted()).toEqual([
    ['A', 0, times],
    ['A', 24 * HOUR, times],
  ])
  expect(server.fake.asked.map((asked) => asked.range.from).toSorted((a, b) => a - b)).toEqual([-14 * HOUR, 10 * HOUR])
  const end = result.messages.find(({ header }) => header.end)!
  expect(end.header.stats!.map(({ timeShiftMs = 0 }) => timeShiftMs).toSorted()).toEqual([0, 24 * HOUR])
})

it('runs a draft for its purpose, with its own filters', async () => {
  const draft = { type: 'draft', id: 'x', refId: 'A', datasource: 'd', query: { expr: 'up' }, width: 600 }
  await ask(admin, [
    { ...draft, purpose: 'completion', filters: [job] },
    { ...draft, id: 'y' },
  ])
  expect(server.fake.asked.map(({ purpose, filters }) => [purpose, filters])).toEqual([
    ['completion', [job]],
    ['data', []],
  ])
})

describe('options of filters', () => {
  const options = async (person: Person, body: object) =>
    (await person.send('/api/v1/ns/default/filter-options', { method: 'POST', body: { range, ...body } })).body
  const home = () => ({ id: 'home', revision })

  it('are keys, or values of a key, no more than asked for', async () => {
    server.fake.filterOptions = async ({ key, search = '' }) => ({
      names: [`${key ?? 'keys'} ${search}`, 'second'],
      isCutOff: false,
    })
    expect(await options(viewer, { datasource: 'd', dashboard: home() })).toEqual({
      names: ['keys ', 'second'],
      isCutOff: false,
    })
    const one = { datasource: 'd', dashboard: home(), key: 'job', search: 'a', limit: 1 }
    expect(await options(viewer, one)).toEqual({ names: ['job a'], isCutOff: true })
  })

  it('are of datasources that a dashboard has filters for, or of any for those who may send queries', async () => {
    await create(admin, datasource('other'))
    const denied = { code: 'FILTERS_NOT_OFFERED', status: 403 }
    expect(await options(viewer, { datasource: 'd' })).toMatchObject(denied)
    expect(await options(viewer, { datasource: 'other', dashboard: home() })).toMatchObject(denied)
    expect(await options(admin, { datasource: 'other' })).toEqual({ names: [], isCutOff: false })
  })

  it('are refused where there are none', async () => {
    expect(await options(admin, { datasource: 'flat' })).toMatchObject({ code: 'FILTERS_UNSUPPORTED' })
    expect(await options(admin, { datasource: 'none' })).toMatchObject({ code: 'RESOURCE_NOT_FOUND' })
  })

  it('say what went wrong at the datasource', async () => {
    server.fake.filterOptions = () => Promise.reject(new Error('it broke'))
    expect(await options(admin, { datasource: 'd' })).toMatchObject({ status: 500 })
  })
})
