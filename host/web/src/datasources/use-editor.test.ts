import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PROBLEM_MEDIA_TYPE } from '@orrery/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { newDraft, toDraft } from './draft.ts'
import { prometheus, toStored } from './testing.ts'
import { useEditor, type Edited } from './use-editor.ts'

const spec = { type: 'prometheus', options: { url: 'http://prom:9090', token: { $secret: 's1' } } }
const open = async (stored: NonNullable<Edited['stored']>): Promise<Edited> => ({
  stored,
  draft: toDraft(stored, stored.resource.spec['options'] as Record<string, unknown>),
})

interface Asked {
  readonly line: string
  readonly match: string | undefined
  readonly body: unknown
}
type Answer = { readonly status: number; readonly body?: unknown } | 'never'

let answers: Answer[] = []
let asked: Asked[] = []
let scope = effectScope()
const server = createServer((request, response) => void reply(request, response))

async function reply(request: IncomingMessage, response: ServerResponse) {
  const text = (await request.toArray()).join('')
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers
  asked.push({
    line: `${request.method} ${request.url}`,
    match: ifMatch ?? ifNoneMatch,
    body: text ? JSON.parse(text) : undefined,
  })
  const answer = answers.shift()
  if (!answer || answer === 'never') return
  const { status, body } = answer
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : PROBLEM_MEDIA_TYPE })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
const problem = (status: number, code: string, detail: string, params = {}): Answer => ({
  status,
  body: { type: `https://orrery.dev/errors#${code}`, title: code, status, code, detail, params },
})

beforeEach(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(`http://127.0.0.1:${port}${path}`, init))
  asked = []
  scope = effectScope(true)
})
afterEach(async () => {
  scope.stop()
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const editNew = () =>
  scope.run(() => useEditor({ type: prometheus, open, stored: undefined, draft: newDraft(prometheus) }))!
async function editStored() {
  const edited = await open(toStored(spec))
  return scope.run(() => useEditor({ type: prometheus, open, ...edited }))!
}

describe('a new datasource', () => {
  it('has an id that follows its title until it gets its own', () => {
    const { draft, edit } = editNew()
    edit({ title: 'Production' })
    expect(draft.value.id).toBe('production')
    edit({ id: 'prod' })
    edit({ title: 'Production EU' })
    expect(draft.value.id).toBe('prod')
  })

  it('asks the host nothing while it is wrong, and says what is', async () => {
    const { save, runTest, problems, test } = editNew()
    expect(problems.value.options).toEqual([])
    expect(await save()).toBe(false)
    await runTest()
    expect(problems.value.options).toMatchObject([{ path: '/url', message: 'is missing' }])
    expect([asked, test.value]).toEqual([[], undefined])
  })

  it('is created where there is none, and then unchanged as the host answered it', async () => {
    const { edit, save, isDirty, draft, stored } = editNew()
    edit({ title: 'Metrics', id: 'prom', options: { url: 'http://prom:9090', token: 'secret' } })
    answers = [{ status: 201, body: toStored(spec) }]
    expect(await save()).toBe(true)
    expect(asked).toMatchObject([{ line: 'PUT /api/v1/ns/default/datasources/prom', match: '*' }])
    expect(asked[0]?.body).toMatchObject({ id: 'prom', spec: { options: { token: 'secret' } } })
    expect(draft.value.options['token']).toEqual({ $secret: 's1' })
    expect([isDirty.value, stored.value?.revision]).toEqual([false, 'r1'])
  })

  it('says at its id that there is one already', async () => {
    const { edit, save, problems, isConflict } = editNew()
    edit({ options: { url: 'http://prom:9090' } })
    answers = [problem(412, 'RESOURCE_EXISTS', 'There is already one.')]
    expect(await save()).toBe(false)
    expect([problems.value.id, isConflict.value]).toEqual(['There is already one.', false])
  })
})

describe('a stored datasource', () => {
  it('is written over the revision that was read', async () => {
    const { edit, save, isDirty } = await editStored()
    expect(isDirty.value).toBe(false)
    edit({ isDefault: true })
    expect(isDirty.value).toBe(true)
    answers = [{ status: 200, body: toStored({ ...spec, default: true }, 'r2') }]
    expect(await save()).toBe(true)
    expect(asked[0]).toMatchObject({ match: '"r1"', body: { metadata: { labels: { team: 'web' } } } })
    expect(isDirty.value).toBe(false)
  })

  it('keeps the draft when somebody else was first', async () => {
    const { edit, save, isConflict, failure, isDirty } = await editStored()
    edit({ title: 'Mine' })
    answers = [problem(412, 'RESOURCE_CONFLICT', 'Somebody else was first.')]
    expect(await save()).toBe(false)
    expect([isConflict.value, failure.value, isDirty.value]).toEqual([
      true,
      { code: 'RESOURCE_CONFLICT', message: 'Somebody else was first.' },
      true,
    ])
    edit({ title: 'Mine too' })
    expect([isConflict.value, failure.value]).toEqual([false, undefined])
  })

  it('shows what the host refuses at the field', async () => {
    const { edit, save, problems } = await editStored()
    edit({ title: 'Mine' })
    const refused = [{ path: '/spec/options/url', message: 'must not be private', keyword: 'format' }]
    answers = [problem(400, 'RESOURCE_INVALID', 'It is not valid.', { subject: 'It', problems: refused })]
    await save()
    expect(problems.value.options).toMatchObject([{ path: '/url', message: 'must not be private' }])
  })

  it('is deleted by its revision, and kept when it is referenced', async () => {
    const { edit, remove, isDirty } = await editStored()
    edit({ title: 'Mine' })
    answers = [problem(409, 'RESOURCE_REFERENCED', 'Dashboard cpu uses it.'), { status: 204 }]
    await expect(remove()).rejects.toMatchObject({ code: 'RESOURCE_REFERENCED' })
    expect(isDirty.value).toBe(true)
    await remove()
    expect(asked[1]).toMatchObject({ line: 'DELETE /api/v1/ns/default/datasources/prom', match: '"r1"' })
    expect(isDirty.value).toBe(false)
  })
})

describe('a test', () => {
  it('sends the draft and shows the answer until the next edit', async () => {
    const { edit, runTest, test } = await editStored()
    edit({ options: { url: 'http://other:9090' } })
    answers = [{ status: 200, body: { message: 'Prometheus 3.1' } }]
    await runTest()
    expect(asked[0]?.body).toMatchObject({ spec: { options: { url: 'http://other:9090' } } })
    expect(test.value).toEqual({ kind: 'ok', message: 'Prometheus 3.1' })
    edit({ options: { url: 'http://third:9090' } })
    expect(test.value).toBeUndefined()
  })

  it('shows why it failed, with the code', async () => {
    const { runTest, test } = await editStored()
    answers = [problem(502, 'HTTP_UNREACHABLE', 'It cannot be reached.')]
    await runTest()
    expect(test.value).toEqual({ kind: 'failed', code: 'HTTP_UNREACHABLE', message: 'It cannot be reached.' })
  })

  it('that is under way ends with an edit', async () => {
    const { edit, runTest, test } = await editStored()
    answers = ['never']
    const running = runTest()
    await expect.poll(() => asked.length).toBe(1)
    expect(test.value).toEqual({ kind: 'running' })
    edit({ title: 'Mine' })
    await running
    expect(test.value).toBeUndefined()
  })
})
