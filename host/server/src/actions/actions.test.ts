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
beforeAll(async () => {
  target.listen(0, '127.0.0.1')
  await once(target, 'listening')
  origin = `http://127.0.0.1:${(target.address() as AddressInfo).port}`
  server = await startTestServer({ actionOrigins: [origin] })
  const admin = await server.setUp()
  const restart = {
    title: 'Restart ${__value.text}',
    method: 'POST',
    url: `${origin}/pods/\${__value.raw}`,
    body: '{"replicas": ${replicas}, "zone": "${__data.fields.zone}", "job": "${job}"}',
    variables: [{ name: 'replicas', type: 'number' }],
  }
  const away = { title: 'Away', method: 'GET', url: 'https://elsewhere.example/' }
  const made = dashboard('main', [{ expr: 'up' }])
  const panel = {
    ...made.spec.panels.p,
    fieldConfig: {
      defaults: { actions: [away] },
      overrides: [{ matcher: { type: 'byName', name: 'pod' }, properties: { actions: [restart] } }],
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

const values = { value: { raw: 'api/1"', text: 'api' }, cells: { zone: 'e"u' }, variables: { job: 'x', replicas: '9' } }
const saved = (patch: object = {}) => ({ dashboard: 'main', revision, panel: 'p', override: 0, index: 0, ...patch })
const run = (person: Person, action: object, inputs: object = { replicas: '2' }) =>
  person.send('/api/v1/ns/default/actions/run', { method: 'POST', body: { action, values, inputs } })
const codeOf = async (answer: ReturnType<typeof run>) => ((await answer).body as { code: string }).code

it('sends the request that is saved, with the values that are given, and logs who ran it', async () => {
  const { status, body } = await run(editor, saved())
  expect([status, body]).toEqual([200, { status: 202, text: 'queued', isCutOff: false }])
  expect(seen.splice(0)).toEqual(['POST /pods/api%2F1%22 {"replicas": 2, "zone": "e\\"u", "job": "x"}'])
  const line = server.lines.find((each) => each.includes('An action was run'))
  expect(JSON.parse(line!)).toMatchObject({ title: 'Restart api', status: 202, dashboard: 'main', panel: 'p' })
})

it('runs nothing for viewers, and no draft for those who may not save it', async () => {
  expect(await codeOf(run(viewer, saved()))).toBe('ACCESS_DENIED')
  expect(await codeOf(run(server.nobody, saved()))).toBe('SIGN_IN_NEEDED')
  const draft = { title: 'Draft', method: 'DELETE', url: `${origin}/draft` }
  expect((await run(editor, { draft }, {})).status).toBe(200)
  expect(seen.splice(0)).toEqual(['DELETE /draft '])
  expect(await codeOf(run(viewer, { draft }, {}))).toBe('ACCESS_DENIED')
})

it.each([
  [{ index: 7 }, 'ACTION_NOT_FOUND'],
  [{ override: 3 }, 'ACTION_NOT_FOUND'],
  [{ panel: '__proto__' }, 'ACTION_NOT_FOUND'],
  [{ revision: 'never' }, 'REVISION_NOT_FOUND'],
  [{ dashboard: 'none' }, 'RESOURCE_NOT_FOUND'],
])('runs nothing that is not saved there: %o', async (patch, code) => {
  expect(await codeOf(run(editor, saved(patch)))).toBe(code)
})

it('asks for the inputs of the action, and no others', async () => {
  expect(await codeOf(run(editor, saved(), {}))).toBe('ACTION_INPUT_INVALID')
  expect(await codeOf(run(editor, saved(), { replicas: 'many' }))).toBe('ACTION_INPUT_INVALID')
  expect(await codeOf(run(editor, saved(), { replicas: '1', other: 'x' }))).toBe('ACTION_INPUT_INVALID')
  expect(seen).toEqual([])
})

it('says which setting permits an origin', async () => {
  const { status, body } = await run(editor, { dashboard: 'main', revision, panel: 'p', index: 0 }, {})
  expect([status, (body as { code: string }).code]).toEqual([403, 'ACTION_ORIGIN_FORBIDDEN'])
  expect((body as { detail: string }).detail).toContain('ORRERY_ACTION_ORIGINS')
})
