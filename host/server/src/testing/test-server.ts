import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@orrery/access'
import { startServer } from '../server.ts'
import type { ServerOptions } from '../options.ts'
import { createFakePlugin } from './fake-plugin.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The parsed JSON, else the text. */
  readonly body: unknown
}

export interface Init {
  readonly method?: string
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Whoever sends requests, with the cookie of their session. */
export interface Person {
  readonly cookie: string
  readonly fetch: (path: string, init?: Init & { signal?: AbortSignal }) => Promise<Response>
  readonly send: (path: string, init?: Init) => Promise<Answer>
}

const PASSWORD = 'correct horse'

const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  return /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text
}

export const createPerson = (url: string, cookie = ''): Person => {
  const send = async (path: string, { method = 'GET', body, headers, signal }: Init & { signal?: AbortSignal } = {}) =>
    fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        'orrery-request': '1',
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  return {
    cookie,
    fetch: send,
    send: async (path, init) => {
      const response = await send(path, init)
      return { status: response.status, headers: response.headers, body: await readBody(response) }
    },
  }
}

const cookieOf = ({ headers }: Answer) => headers.getSetCookie()[0]?.split(';')[0] ?? ''

const PAGE = `<!doctype html><html><head><!--importmap--><link rel="icon" href="/orrery.svg" /><title>Orrery</title></head></html>`

/** A host on a free port with the fake plugin, in memory unless told otherwise. Call `close` at the end. */
export async function startTestServer(options: Partial<ServerOptions> = {}) {
  const webRoot = mkdtempSync(join(tmpdir(), 'orrery-web-'))
  writeFileSync(join(webRoot, 'index.html'), PAGE)
  writeFileSync(join(webRoot, 'importmap.json'), JSON.stringify({ imports: { vue: '/assets/vue.js' }, integrity: {} }))
  const { fake, source } = createFakePlugin()
  const lines: string[] = []
  const log = { level: 'debug' as const, write: (line: string) => void lines.push(line) }
  const server = await startServer({ port: 0, webRoot, plugins: source, log, rateLimits: false, ...options })
  const nobody = createPerson(server.url)

  /** The first admin, through the link of the first run. */
  const setUp = async (): Promise<Person> => {
    const token = new URL(server.setupUrl!).hash.replace('#token=', '')
    const answer = await nobody.send('/api/v1/setup', {
      method: 'POST',
      body: { token, name: 'ada', password: PASSWORD },
    })
    return createPerson(server.url, cookieOf(answer))
  }
  const signIn = async (name: string, password = PASSWORD): Promise<Person> =>
    createPerson(
      server.url,
      cookieOf(await nobody.send('/api/v1/session', { method: 'POST', body: { name, password } })),
    )

  return {
    ...server,
    fake,
    lines,
    webRoot,
    nobody,
    setUp,
    signIn,
    /** A new person with this role, signed in. */
    join: async (admin: Person, name: string, role: Role) => {
      await admin.send('/api/v1/users', { method: 'POST', body: { name, password: PASSWORD, role } })
      return signIn(name)
    },
    close: async () => {
      await server.close()
      rmSync(webRoot, { recursive: true })
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

export const datasource = (id: string, options: object = { url: 'http://backend' }) => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'datasource',
  namespace: 'default',
  id,
  metadata: { title: id },
  spec: { type: 'fake', options },
})

/** A dashboard of one panel, `p`, with these queries, named A, B, ... */
export const dashboard = (id: string, queries: readonly object[], spec: object = {}) => ({
  apiVersion: 'orrery.dev/v1',
  kind: 'dashboard',
  namespace: 'default',
  id,
  metadata: { title: id },
  spec: {
    time: { from: 'now-1h', to: 'now' },
    panels: {
      p: {
        type: 'timeseries',
        title: 'P',
        options: {},
        queries: queries.map((query, i) => ({ refId: String.fromCharCode(65 + i), datasource: 'd', query })),
      },
    },
    layout: { type: 'grid', items: [{ panel: 'p', x: 0, y: 0, w: 12, h: 8 }] },
    ...spec,
  },
})

export const CREATE = { 'if-none-match': '*' }

/** Puts a resource that is not there yet. */
export const create = (person: Person, resource: { kind: string; id: string }) =>
  person.send(`/api/v1/ns/default/${resource.kind}s/${resource.id}`, { method: 'PUT', body: resource, headers: CREATE })
