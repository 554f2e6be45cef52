import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AnnotationList, AnnotationRecord } from '@orrery/api'
import { hasPostgres, startPostgres, type PostgresServer } from '../testing/postgres.ts'
import { create, dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

const ALL = '/api/v1/ns/default/annotations'
let server: TestServer
let admin: Person
const start = async (options: Parameters<typeof startTestServer>[0] = {}) => {
  server = await startTestServer(options)
  admin = await server.setUp()
  await create(admin, dashboard('home', []))
  await create(admin, dashboard('other', []))
}
const add = async (body: object, person = admin): Promise<AnnotationRecord> => {
  const answer = await person.send(ALL, { method: 'POST', body })
  expect(answer).toMatchObject({ status: 201 })
  return answer.body as AnnotationRecord
}
const list = async (query = '', person = admin) => (await person.send(`${ALL}${query}`)).body as AnnotationList
const texts = async (query = '') => (await list(query)).items.map(({ text }) => text)

/** Follows the changes of a host; what it returns reads until a text has come. */
async function follow(person: Person): Promise<(wanted: string) => Promise<string>> {
  const left = new AbortController()
  onTestFinished(() => left.abort())
  const { body } = await person.fetch('/api/v1/ns/default/events', { signal: left.signal })
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  let told = ''
  const until = async (wanted: string) => {
    while (!told.includes(wanted) || !told.endsWith('\n\n')) told += (await reader.read()).value ?? ''
    return told
  }
  await until('changes of resources')
  return until
}
const toldOf = (id: string) => `event: annotation\ndata: {"id":"${id}","action":"create","dashboard":"home"}\n\n`

/** What annotations do on every database. */
function testAnnotations() {
  it('keeps a moment and a region, with who made them', async () => {
    const moment = await add({ dashboard: 'home', time: 1000, text: 'Deployed', tags: ['deploy', 'api', 'api'] })
    const region = await add({ dashboard: 'home', panel: 'p', time: 2000, timeEnd: 3000, text: 'Down' })
    expect(moment).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      dashboard: 'home',
      time: 1000,
      text: 'Deployed',
      tags: ['api', 'deploy'],
      createdBy: 'user:ada',
      createdAt: expect.any(String) as string,
      updatedBy: 'user:ada',
      updatedAt: moment.createdAt,
    })
    expect(await list()).toEqual({ items: [region, moment] })
    expect((await admin.send(`${ALL}/${region.id}`)).body).toEqual(region)
    expect(region).toMatchObject({ panel: 'p', timeEnd: 3000, tags: [] })
  })

  it('finds them by time, dashboard, panel and tags', async () => {
    await add({ dashboard: 'home', time: 1000, text: 'a', tags: ['x'] })
    await add({ dashboard: 'home', panel: 'p', time: 2000, timeEnd: 4000, text: 'b', tags: ['x', 'y'] })
    await add({ dashboard: 'other', time: 3000, text: 'c', tags: ['z'] })
    await add({ time: 9000, text: 'd' })
    expect(await texts()).toEqual(['d', 'c', 'b', 'a'])
    expect(await texts('?from=3500&to=5000')).toEqual(['b'])
    expect(await texts('?from=4001')).toEqual(['d'])
    expect(await texts('?to=2000')).toEqual(['b', 'a'])
    expect(await texts('?dashboard=home')).toEqual(['b', 'a'])
    expect(await texts('?dashboard=home&panel=other')).toEqual(['a'])
    expect(await texts('?tags=y,z')).toEqual(['c', 'b'])
    expect((await admin.send('/api/v1/ns/default/annotation-tags')).body).toEqual({
      items: [
        { tag: 'x', count: 2 },
        { tag: 'y', count: 1 },
        { tag: 'z', count: 1 },
      ],
    })
  })

  it('gives pages that miss none and double none, also of one moment', async () => {
    for (let i = 0; i < 5; i++) await add({ time: 1000 * Math.floor(i / 3), text: `${i}` })
    const seen: string[] = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: AnnotationList = await list(`?limit=2${next && `&after=${next}`}`)
      seen.push(...page.items.map(({ text }) => text))
      next = page.next
    }
    expect(seen.slice(0, 2).toSorted()).toEqual(['3', '4'])
    expect(seen.toSorted()).toEqual(['0', '1', '2', '3', '4'])
  })

  it('replaces all that is written of one, and deletes it', async () => {
    const bob = await server.join(admin, 'bob', 'editor')
    const { id, createdAt } = await add({ dashboard: 'home', time: 1000, timeEnd: 2000, text: 'a', tags: ['x'] })
    const body = { dashboard: 'home', time: 1500, text: 'b', tags: ['y'] }
    const changed = await bob.send(`${ALL}/${id}`, { method: 'PUT', body })
    expect(changed).toMatchObject({ status: 200, body: { ...body, id, createdBy: 'user:ada', createdAt } })
    expect(changed.body).toMatchObject({ updatedBy: 'user:bob' })
    expect(changed.body).not.toHaveProperty('timeEnd')
    expect(await list()).toEqual({ items: [changed.body] })
    expect((await bob.send(`${ALL}/${id}`, { method: 'DELETE' })).status).toBe(204)
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect(await bob.send(`${ALL}/${id}`, { method, ...(method === 'PUT' && { body }) })).toMatchObject({
        status: 404,
        body: { code: 'ANNOTATION_NOT_FOUND' },
      })
    expect((await bob.send('/api/v1/ns/default/annotation-tags')).body).toEqual({ items: [] })
  })

  it('refuses what cannot be: an end before the begin, a dashboard that is not there, a panel of none', async () => {
    const codeOf = async (body: object) =>
      ((await admin.send(ALL, { method: 'POST', body })).body as { code: string }).code
    expect(await codeOf({ time: 2, timeEnd: 1, text: 'a' })).toBe('ANNOTATION_REVERSED')
    expect(await codeOf({ time: 2, text: 'a', dashboard: 'gone' })).toBe('RESOURCE_NOT_FOUND')
    expect(await codeOf({ time: 2, text: 'a', panel: 'p' })).toBe('ANNOTATION_PANEL_ALONE')
    expect(await codeOf({ time: 2.5, text: 'a' })).toBe('REQUEST_INVALID')
    expect(await codeOf({ time: 2, text: '' })).toBe('REQUEST_INVALID')
    expect(await codeOf({ time: 2, text: 'a', tags: ['a,b'] })).toBe('REQUEST_INVALID')
    expect(await list()).toEqual({ items: [] })
  })
}

describe('on SQLite', () => {
  beforeEach(() => start())
  afterEach(() => server.close())
  testAnnotations()

  it('are read by viewers, and written by editors', async () => {
    const viewer = await server.join(admin, 'vi', 'viewer')
    const { id } = await add({ dashboard: 'home', time: 1000, text: 'a' })
    expect(await list('', viewer)).toMatchObject({ items: [{ id }] })
    const body = { time: 1000, text: 'b' }
    for (const [path, method] of [
      [ALL, 'POST'],
      [`${ALL}/${id}`, 'PUT'],
      [`${ALL}/${id}`, 'DELETE'],
    ] as const)
      expect(await viewer.send(path, { method, ...(method !== 'DELETE' && { body }) })).toMatchObject({
        status: 403,
        body: { code: 'ACCESS_DENIED' },
      })
  })

  it('are told of to whoever follows the changes', async () => {
    const until = await follow(admin)
    const { id } = await add({ dashboard: 'home', time: 1000, text: 'a' })
    await admin.send(`${ALL}/${id}`, { method: 'DELETE' })
    expect(await until('"delete"')).toContain(toldOf(id))
  })
})

describe.skipIf(!hasPostgres)('on PostgreSQL', () => {
  let postgres: PostgresServer
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  let databaseUrl: string
  beforeEach(async () => {
    vi.stubEnv('ORRERY_SECRET_KEY', Buffer.alloc(32).toString('base64'))
    databaseUrl = await postgres.createDatabase()
    await start({ databaseUrl })
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await server.close()
  })
  testAnnotations()

  it('are told of to those who follow another host of the database', async () => {
    const other = await startTestServer({ databaseUrl })
    onTestFinished(() => other.close())
    const until = await follow(await other.signIn('ada'))
    const { id } = await add({ dashboard: 'home', time: 1000, text: 'a' })
    expect(await until('event: annotation')).toContain(toldOf(id).trimEnd())
  })
})
