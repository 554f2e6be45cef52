import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { create, dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

const seen: string[] = []
const target = createServer(async (request, response) => {
  seen.push(`${request.method} ${request.url} ${await text(request)}`)
  response.writeHead(202, { 'content-type': 'text/plain' }).end('queued')
})
let origin: string
let server: TestServer
let editor: Person
let viewer: Person
let revision: string
let restart: Readonly<Record<string, unknown>>
const away = { title: 'Away', method: 'GET', url: 'https://elsewhere.example/' }
beforeAll(async () => {
  target.listen(0, '127.0.0.1')
  await once(target, 'listening')
  origin = `http://127.0.0.1:${(target.address() as AddressInfo).port}`
  server = await startTestServer({ actionOrigins: [origin] })
  const admin = await server.setUp()
  restart = {
    title: 'Restart ${__value.text}',
    method: 'POST',
    url: `${origin}/pods/\${__value.raw}`,
    body: '{"replicas": ${replicas}, "zone": "${__data.fields.zone}", "job": "${job}"}',
    variables: [{ name: 'replicas', type: 'number' }],
  }
  const made = dashboard('main', [{ expr: 'up' }])
  const panel = {
    ...made.spec.panels.p,
    fieldConfig: {
      defaults: {},
      overrides: [{ matcher: { type: 'byName', name: 'pod' }, properties: { actions: [away, restart] } }],
    },
  }
  await create(admin, {
    ...made,
    kind: 'datasource',
    id: 'd',
    spec: { type: 'fake', options: { url: 'http://b' } },
  } as never)
  const saved = await create(admin, { ...made, spec: { ...made.spec, panels: { p: panel } } } as never)
  revision = (saved.body as { revision: string }).revision
  editor = await server.join(admin, 'ed', 'editor')
  viewer = await server.join(admin, 'vi', 'viewer')
})
afterAll(async () => {
  await server.close()
  target.close()
})

const values = {
  value: { raw: 'api/1"', text: 'api' },
  cells: { zone: 'e"u' },
  variables: { job: { value: 'x' }, replicas: { value: '9' } },
}
const place = (patch: object = {}) => ({ dashboard: 'main', revision, panel: 'p', ...patch })
const run = (
  person: Person,
  action: object,
  { saved = place(), inputs = { replicas: '2' } }: { saved?: object | undefined; inputs?: object } = {},
) =>
  person.send('/api/v1/ns/default/actions/run', {
    method: 'POST',
    body: { action, values, inputs, ...('dashboard' in saved && { saved }) },
  })
const codeOf = async (answer: ReturnType<typeof run>) => ((await answer).body as { code: string }).code

it('sends the request that is saved, with the values that are given, and logs who ran it', async () => {
  const { status, body } = await run(editor, restart)
  expect([status, body]).toEqual([200, { status: 202, text: 'queued', isCutOff: false }])
  expect(seen.splice(0)).toEqual(['POST /pods/api%2F1%22 {"replicas": 2, "zone": "e\\"u", "job": "x"}'])
  const line = server.lines.find((each) => each.includes('An action was run'))
  expect(JSON.parse(line!)).toMatchObject({ title: 'Restart api', status: 202, dashboard: 'main', panel: 'p' })
})

it('runs nothing for viewers and nobody', async () => {
  expect(await codeOf(run(viewer, restart))).toBe('ACCESS_DENIED')
  expect(await codeOf(run(server.nobody, restart))).toBe('SIGN_IN_NEEDED')
  expect(seen).toEqual([])
})

it('runs drafts for those who may save them', async () => {
  const draft = { title: 'Draft', method: 'DELETE', url: `${origin}/draft` }
  expect((await run(editor, draft, { saved: {}, inputs: {} })).status).toBe(200)
  expect((await run(editor, draft, { inputs: {} })).status).toBe(200)
  expect(seen.splice(0)).toEqual(['DELETE /draft ', 'DELETE /draft '])
  expect(await codeOf(run(viewer, draft, { saved: {}, inputs: {} }))).toBe('ACCESS_DENIED')
})

it.each([
  [{ revision: 'never' }, 'REVISION_NOT_FOUND'],
  [{ dashboard: 'none' }, 'RESOURCE_NOT_FOUND'],
])('runs nothing of a dashboard that is not there: %o', async (patch, code) => {
  expect(await codeOf(run(editor, restart, { saved: place(patch) }))).toBe(code)
})

it('asks for the inputs of the action, and no others', async () => {
  for (const inputs of [{}, { replicas: 'many' }, { replicas: '1', other: 'x' }])
    expect(await codeOf(run(editor, restart, { inputs }))).toBe('ACTION_INPUT_INVALID')
  expect(seen).toEqual([])
})

it('says which setting permits an origin', async () => {
  const { status, body } = await run(editor, away, { inputs: {} })
  expect([status, (body as { code: string }).code]).toEqual([403, 'ACTION_ORIGIN_FORBIDDEN'])
  expect((body as { detail: string }).detail).toContain('ORRERY_ACTION_ORIGINS')
})
