import { can, type Action, type Role } from '@orrery/access'
import { addresses, AnyResource, type Address } from '@orrery/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../testing/fuzz/random.ts'
import { valueOf } from '../testing/fuzz/values.ts'
import {
  create,
  createPerson,
  dashboard,
  datasource,
  startTestServer,
  type TestServer,
} from '../testing/test-server.ts'

const roles: readonly Role[] = ['none', 'viewer', 'editor', 'admin']
const resources = {
  folder: {
    apiVersion: 'orrery.dev/v1',
    kind: 'folder',
    namespace: 'default',
    id: 'ops',
    metadata: { title: 'Ops' },
    spec: {},
  },
  datasource: datasource('d'),
  'library-panel': {
    apiVersion: 'orrery.dev/v1',
    kind: 'library-panel',
    namespace: 'default',
    id: 'load',
    metadata: { title: 'Load' },
    spec: { type: 'stat', title: 'Load', queries: [], options: {} },
  },
  playlist: {
    apiVersion: 'orrery.dev/v1',
    kind: 'playlist',
    namespace: 'default',
    id: 'tour',
    metadata: { title: 'Tour' },
    spec: { items: [{ type: 'tag', tag: 'linux' }] },
  },
  dashboard: dashboard('home', [{ expr: 'up' }], {
    variables: [{ type: 'filters', name: 'where', datasource: 'd' }],
  }),
}
type KindName = keyof typeof resources

let server: TestServer
/** What a request is sent with, by who asks. */
const askers = new Map<
  string,
  { readonly role: Role | undefined; readonly headers: Readonly<Record<string, string>> }
>()
let revisions: Readonly<Record<KindName, string>>
beforeAll(async () => {
  server = await startTestServer()
  const admin = await server.setUp()
  const revisionOf = async (kind: KindName) =>
    ((await create(admin, resources[kind])).body as { revision: string }).revision
  revisions = {
    folder: await revisionOf('folder'),
    datasource: await revisionOf('datasource'),
    'library-panel': await revisionOf('library-panel'),
    playlist: await revisionOf('playlist'),
    dashboard: await revisionOf('dashboard'),
  }
  askers.set('nobody', { role: undefined, headers: {} })
  for (const role of roles) {
    const person = await server.join(admin, `p-${role}`, role)
    askers.set(`a person who is ${role}`, { role, headers: { cookie: person.cookie } })
    const made = await admin.send('/api/v1/tokens', { method: 'POST', body: { name: role, role } })
    const authorization = `Bearer ${(made.body as { token: string }).token}`
    askers.set(`a program that is ${role}`, { role, headers: { authorization } })
  }
})
afterAll(() => server.close())

/** What a handler asks for beyond its route, of the bodies that are sent here. */
const beyond: Readonly<Record<string, { readonly action: Action; readonly kind: string }>> = {
  applyResources: { action: 'write', kind: 'folder' },
}

const bodies: Readonly<Record<string, (kind: KindName) => unknown>> = {
  applyResources: () => ({ resources: [resources.folder] }),
  patchResource: () => ({}),
  restoreResource: (kind) => ({ revision: revisions[kind] }),
  addUser: () => ({ name: 'zed', password: 'correct horse', role: 'viewer' }),
  signIn: () => ({ name: 'p-viewer', password: 'correct horse' }),
  variableOptions: () => ({
    dashboard: { id: 'home', revision: revisions.dashboard },
    variable: 'none',
    range: { from: 0, to: 60_000 },
    timeZone: 'UTC',
  }),
  filterOptions: () => ({
    datasource: 'd',
    dashboard: { id: 'home', revision: revisions.dashboard },
    range: { from: 0, to: 60_000 },
  }),
  runAction: () => ({
    action: { title: 'Restart', method: 'POST', url: 'nowhere' },
    values: {},
    inputs: {},
  }),
  runQueries: () => ({
    dashboard: { id: 'home', revision: revisions.dashboard },
    range: { from: 0, to: 60_000 },
    timeZone: 'UTC',
    items: [{ type: 'panel', id: '1', panel: 'p', width: 100 }],
  }),
}

const random = createRandom(1)

/** A valid request that changes nothing that another needs. */
function requestOf({ name, path, route, kind }: Address) {
  const kindName = (kind?.kind ?? 'datasource') as KindName
  const values: Readonly<Record<string, string>> = {
    ns: 'default',
    id: resources[kindName].id,
    kind: 'folder',
    revision: revisions[kindName],
    change: '999',
  }
  const { body } = route
  return {
    path: path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => values[parameter] ?? 'a'),
    method: route.method,
    body: body && (bodies[name]?.(kindName) ?? (body === AnyResource ? resources[kindName] : valueOf(body, random))),
    // Deletes reach a revision that is not there any more.
    headers: { 'if-match': route.method === 'DELETE' ? '"gone"' : '*' },
  }
}

/** The refusal that is due: 401, 403, or none. */
function refusalOf({ name, route: { access }, kind }: Address, role: Role | undefined): 401 | 403 | undefined {
  if (access === 'open') return undefined
  if (role === undefined) return 401
  const target = access === 'session' ? undefined : (access.kind ?? kind?.kind)
  const needed = [
    ...(access === 'session' ? [] : [{ action: access.action, kind: target }]),
    ...(beyond[name] ? [beyond[name]] : []),
  ]
  const subject = { id: 'user:a', name: 'a', role }
  const may = needed.every(({ action, kind }) => can(subject, action, kind === undefined ? undefined : { kind }))
  return may ? undefined : 403
}

// Whoever signs out is nobody afterwards; the setup link is refused to all, as somebody is there.
const last = new Set(['signOut'])
const isOnItsOwn = new Set(['setUp'])
const all = addresses()
  .filter(({ name }) => !isOnItsOwn.has(name))
  .toSorted((a, b) => Number(last.has(a.name)) - Number(last.has(b.name)))

describe.each(all)('$route.method $path', (address) => {
  it('is refused to exactly those who may not', async () => {
    const { path, method, body, headers } = requestOf(address)
    const due: Record<string, unknown> = {}
    const seen: Record<string, unknown> = {}
    for (const [name, asker] of askers) {
      const response = await createPerson(server.url).fetch(path, {
        method,
        ...(body !== undefined && { body }),
        headers: { ...headers, ...asker.headers },
      })
      // Streams go on until they are left.
      await response.body?.cancel()
      due[name] = refusalOf(address, asker.role)
      seen[name] = [401, 403].includes(response.status) ? response.status : undefined
      expect(response.status, name).toBeLessThan(500)
    }
    expect(seen).toEqual(due)
  })
})
