import { Agent, request as ask } from 'node:http'
import { connect } from 'node:net'
import { AccessError } from '@orrery/access'
import { addresses, isMedia, Problem, PROBLEM_MEDIA_TYPE } from '@orrery/api'
import { DashboardError } from '@orrery/dashboard'
import { QueryError } from '@orrery/query'
import { ResourceError } from '@orrery/resource'
import { SchemaError, validate } from '@orrery/schema'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ServerError } from './errors.ts'
import { PluginFileError } from './plugins/errors.ts'
import { createRandom } from './testing/fuzz/random.ts'
import { fuzzRequest, type FuzzRequest } from './testing/fuzz/requests.ts'
import { create, dashboard, datasource, startTestServer, type TestServer } from './testing/test-server.ts'

const SEED = 20_261
const REQUESTS = 10_000
const AT_ONCE = 8

// Each hashes a password, slowly by design.
const costly = new Set(['signIn', 'setUp', 'addUser'])
const known = new Set(
  [ServerError, ResourceError, AccessError, QueryError, SchemaError, DashboardError, PluginFileError].flatMap(
    ({ table }) => Object.keys(table),
  ),
)
const resourceOf = (kind: string, id: string, spec: object) => ({
  apiVersion: 'orrery.dev/v1',
  kind,
  namespace: 'default',
  id,
  metadata: { title: id },
  spec,
})
const resources = {
  folder: resourceOf('folder', 'ops', {}),
  datasource: datasource('d'),
  'library-panel': resourceOf('library-panel', 'load', { type: 'stat', title: 'Load', queries: [], options: {} }),
  dashboard: dashboard('home', [{ expr: 'up' }]),
  playlist: resourceOf('playlist', 'tour', { items: [{ type: 'tag', tag: 'linux' }] }),
}

let server: TestServer
let tokens: string[]
const lines: string[] = []
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
beforeAll(async () => {
  const log = { level: 'warn' as const, write: (line: string) => void lines.push(line) }
  server = await startTestServer({ liveCheckMs: 1000, graceMs: 100, log })
  const admin = await server.setUp()
  for (const resource of Object.values(resources)) await create(admin, resource)
  const tokenOf = async (role: string) => {
    const { body } = await admin.send('/api/v1/tokens', { method: 'POST', body: { name: role, role } })
    return `Bearer ${(body as { token: string }).token}`
  }
  const [writer, reader] = [await tokenOf('admin'), await tokenOf('viewer')]
  tokens = [writer, writer, writer, writer, reader, 'Bearer none', 'Basic x']
})
afterAll(async () => {
  agent.destroy()
  await server.close()
})

interface Answer {
  readonly status: number
  readonly type: string
  /** Undefined for a stream, which is left after its head. */
  readonly text: string | undefined
}

const broken = (text: string): Answer => ({ status: 599, type: 'none', text })

const send = (fuzzed: FuzzRequest): Promise<Answer> =>
  new Promise<Answer>((resolve) => {
    const { method, path, headers, body } = fuzzed
    const { hostname, port } = new URL(server.url)
    const request = ask({ hostname, port, method, path, headers, agent, timeout: 5000 }, (response) => {
      const status = response.statusCode!
      const type = (response.headers['content-type'] ?? '').split(';')[0]!
      if (status === 200 && /event-stream|orrery\.frames/.test(type)) {
        response.on('error', () => {}).destroy()
        return resolve({ status, type, text: undefined })
      }
      let text = ''
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => void (text += chunk))
        .on('end', () => resolve({ status, type, text }))
        .on('error', (error) => resolve(broken(String(error))))
    })
    request.on('timeout', () => resolve(broken('It was not answered.')))
    // A connection that was kept may just have ended.
    request.on('error', (error) => resolve(request.reusedSocket ? send(fuzzed) : broken(String(error)))).end(body)
  })

/** What is wrong with an answer; undefined when nothing is. */
function fault({ method }: FuzzRequest, { status, type, text }: Answer): string | undefined {
  if (status >= 500) return 'is a failure of the host'
  if (text === undefined || method === 'HEAD' || status === 304) return undefined
  if (/node_modules|\n\s+at |\.(ts|js|mjs):\d+|node:internal/.test(text) || text.includes(import.meta.dirname))
    return 'tells where the code is'
  if (status < 400) return undefined
  if (type !== PROBLEM_MEDIA_TYPE) return 'is no problem+json'
  const problem = validate(Problem, JSON.parse(text))
  if (!problem.ok) return `is no problem: ${problem.problems[0]!.path}`
  return known.has(problem.value.code) ? undefined : 'has a code that is in no table'
}

it('answers ten thousand requests of every sort as it says it does', { timeout: 240_000 }, async () => {
  const all = addresses()
  const random = createRandom(SEED)
  const statuses = new Map<string, Set<number>>()
  const wrong: string[] = []
  let left = REQUESTS
  const work = async () => {
    while (left-- > 0 && wrong.length < 10) {
      const address = all[left % all.length]!
      if (costly.has(address.name) && random.chance(0.8)) continue
      const request = fuzzRequest(address, { resources, tokens }, random)
      const answer = await send(request)
      const name = `${address.route.method} ${address.path}`
      statuses.set(name, (statuses.get(name) ?? new Set()).add(answer.status))
      const expected = request.method === address.route.method ? address.route.answers[answer.status] : undefined
      const unlike =
        answer.type === 'application/json' &&
        typeof expected === 'object' &&
        !isMedia(expected) &&
        request.path.startsWith(address.path.split('{')[0]!)
          ? validate(expected, JSON.parse(answer.text!))
          : undefined
      const why =
        fault(request, answer) ??
        (unlike?.ok === false ? `is of another shape: ${unlike.problems[0]!.path}` : undefined)
      if (why !== undefined)
        wrong.push(
          `${answer.status} ${why}: ${JSON.stringify({ request, answer }).slice(0, 3000)} ${answer.status >= 500 ? lines.findLast((line) => line.includes('"error"')) : ''}`,
        )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  expect(wrong).toEqual([])
  const reached = [...statuses.values()].filter((seen) => [...seen].some((status) => status < 300))
  expect(reached.length / all.length).toBeGreaterThan(0.6)
  expect(await server.nobody.send('/healthz')).toMatchObject({ status: 200 })
  expect(lines.filter((line) => /"level":"?(error|50)/.test(line))).toEqual([])
})

it.each([
  ['no HTTP', 'hello\r\n\r\n'],
  ['a header that is none', 'GET /healthz HTTP/1.1\r\nhost: a\r\nbad header\r\n\r\n'],
  ['headers without end', `GET /healthz HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`],
  [
    'two lengths',
    'POST /api/v1/session HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n',
  ],
])('answers %s with a problem', async (_, text) => {
  const { hostname, port } = new URL(server.url)
  const answer = await new Promise<string>((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket
      .on('data', (chunk) => void (received += String(chunk)))
      .on('close', () => resolve(received))
      .on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(answer.toLowerCase()).toContain(`content-type: ${PROBLEM_MEDIA_TYPE}`)
  const problem = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')) || '{}') as unknown
  expect(validate(Problem, problem)).toMatchObject({ ok: true })
})
