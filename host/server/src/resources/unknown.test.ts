import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { backupStore, restoreStore } from '../store/backup.ts'
import { openDatabase, type DatabasePlace } from '../store/database.ts'
import { hasPostgres, startPostgres, type PostgresServer } from '../testing/postgres.ts'
import { create, dashboard, datasource, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

const NS = '/api/v1/ns/default'
const ANY = { 'if-match': '*' }

/** Texts that a newer host wrote, in its own way. */
const rows = {
  alert: `{"kind":"alert","apiVersion":"orrery.dev/v3", "n": 1.0, "big": 12345678901234567890}\n`,
  dashboard: `{"apiVersion":"orrery.dev/v2","kind":"dashboard","namespace":"default","id":"new","metadata":{"title":"New"},"spec":{"tabs":[]},"status":{}}`,
  datasource: `{"apiVersion":"orrery.dev/v1","kind":"datasource","namespace":"default","id":"new","metadata":{"title":"Other"},"spec":{"type":"other","options":{"a":1.50}}}`,
}
const kinds = Object.keys(rows) as (keyof typeof rows)[]

async function writeRows(place: DatabasePlace, managedBy: string | null = null): Promise<void> {
  const { db, close } = await openDatabase(place)
  for (const kind of kinds) {
    const text = rows[kind]
    const key = { namespace: 'default', kind, id: 'new', revision: 'r'.repeat(32), managedBy }
    const at = new Date().toISOString()
    const { change } = await db
      .insertInto('changes')
      .values({ ...key, action: 'create', text, author: 'user:later', at, createdAt: at })
      .returning('change')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('resources')
      .values({
        ...key,
        text,
        change,
        createdAt: at,
        updatedAt: at,
        updatedBy: 'user:later',
        folder: null,
        sort: 'n\nnew',
      })
      .execute()
  }
  await close()
}

async function readRows(place: DatabasePlace): Promise<Readonly<Record<string, string>>> {
  const { db, close } = await openDatabase(place)
  const found = await db.selectFrom('resources').select(['kind', 'text']).where('id', '=', 'new').execute()
  await close()
  return Object.fromEntries(found.map(({ kind, text }) => [kind, text]))
}

let folder: string
let server: TestServer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-unknown-'))
})
afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(folder, { recursive: true })
})

/** What holds on every database; `make` gives an empty one and how a host is started on it. */
function testUnknown(make: () => Promise<{ place: DatabasePlace; options: object }>) {
  const start = async (managedBy?: string) => {
    const made = await make()
    await writeRows(made.place, managedBy)
    server = await startTestServer(made.options)
    return { ...made, admin: await server.setUp() }
  }
  const edits = (admin: Person, kind: string, body: object) => [
    admin.send(`${NS}/${kind}s/new`, { method: 'PUT', body, headers: ANY }),
    admin.send(`${NS}/${kind}s/new`, { method: 'PATCH', body: { metadata: { title: 'X' } }, headers: ANY }),
    admin.send(`${NS}/apply`, { method: 'POST', body: { resources: [body] } }),
    admin.send(`${NS}/${kind}s/new/validate`, { method: 'POST', body }),
    admin.send(`${NS}/${kind}s/new/restore`, { method: 'POST', body: { revision: 'r'.repeat(32) }, headers: ANY }),
  ]

  it('keeps, serves and finds what it does not know, and lets nobody edit it', async () => {
    const { place, admin } = await start()
    expect((await admin.send(`${NS}/kinds`)).body).toMatchObject({
      items: [
        { kind: 'folder', count: 0, plural: 'folders' },
        { kind: 'datasource', count: 1 },
        { kind: 'library-panel', count: 0, plural: 'library-panels' },
        { kind: 'dashboard', count: 1 },
        { kind: 'playlist', count: 0, plural: 'playlists' },
        { kind: 'alert', count: 1 },
      ],
    })
    for (const kind of kinds) {
      expect((await admin.send(`${NS}/stored/${kind}/new`)).body).toMatchObject({ text: rows[kind] })
      expect((await admin.send(`${NS}/stored/${kind}`)).body).toMatchObject({
        items: [{ id: 'new', text: rows[kind] }],
      })
    }
    expect((await admin.send(`${NS}/dashboards/new`)).body).toMatchObject({ resource: { status: {} } })
    expect((await admin.send(`${NS}/search?q=new`)).body).toMatchObject({ items: [{}, {}, {}] })
    for (const [kind, body] of [
      ['dashboard', dashboard('new', [])],
      ['datasource', datasource('new')],
    ] as const)
      for (const answer of await Promise.all(edits(admin, kind, body)))
        expect(answer).toMatchObject({ status: 409, body: { code: 'RESOURCE_READ_ONLY' } })
    const applied = (body: object) => admin.send(`${NS}/apply`, { method: 'POST', body: { resources: [body] } })
    expect(await applied({ kind: 'alert', id: 'new', namespace: 'default' })).toMatchObject({
      status: 400,
      body: { code: 'KIND_NOT_FOUND' },
    })
    for (const kind of ['dashboard', 'datasource'] as const)
      expect(await applied(JSON.parse(rows[kind]) as object)).toMatchObject({
        status: 200,
        body: { items: [{ kind, id: 'new', action: 'none' }] },
      })
    const query = {
      range: { from: 0, to: 1 },
      dashboard: { id: 'new', revision: 'r'.repeat(32) },
      items: [{ type: 'panel', id: 'a', panel: 'p', width: 100 }],
    }
    expect((await admin.send('/api/v1/query', { method: 'POST', body: query })).status).toBeLessThan(500)
    expect(await readRowsOnce(place)).toEqual(rows)
  })

  // An SQLite database has one host at a time.
  const readRowsOnce = async (place: DatabasePlace) => {
    await server!.close()
    server = undefined
    return readRows(place)
  }

  it('lets an admin delete it, and nobody else see or delete it', async () => {
    const { admin } = await start()
    const editor = await server!.join(admin, 'ed', 'editor')
    expect(((await editor.send(`${NS}/kinds`)).body as { items: object[] }).items).toHaveLength(5)
    for (const kind of kinds) {
      const path = `${NS}/stored/${kind}/new`
      expect(await editor.send(path)).toMatchObject({ status: 403 })
      expect(await editor.send(path, { method: 'DELETE' })).toMatchObject({ status: 403 })
      expect(await admin.send(path, { method: 'DELETE' })).toMatchObject({ status: 204 })
      expect(await admin.send(path)).toMatchObject({ status: 404 })
    }
    const deletes = (await admin.send(`${NS}/changes?action=delete`)).body as { items: { change: number }[] }
    expect(deletes.items).toHaveLength(3)
    for (const { change } of deletes.items)
      expect((await admin.send(`${NS}/changes/${change}/undo`, { method: 'POST' })).status).toBeLessThan(500)
  })

  it('leaves it when files come and go that it was provisioned from', async () => {
    const { place, options } = await make()
    await writeRows(place, 'provisioning')
    writeFileSync(join(folder, 'home.json'), JSON.stringify(dashboard('home', [])))
    writeFileSync(join(folder, 'new.json'), JSON.stringify(dashboard('new', [])))
    server = await startTestServer({ ...options, provisioning: [folder] })
    expect(server.lines.join()).toContain('RESOURCE_READ_ONLY')
    await server.close()
    rmSync(join(folder, 'new.json'))
    server = await startTestServer({ ...options, provisioning: [folder] })
    expect(server.lines.join()).not.toContain('was not taken')
    await server.close()
    server = await startTestServer(options)
    expect(await readRowsOnce(place)).toEqual(rows)
  })
}

describe('on SQLite', () => {
  const make = () => {
    const dataFolder = join(folder, 'data')
    return Promise.resolve({ place: { folder: dataFolder }, options: { dataFolder } })
  }
  testUnknown(make)

  it('takes it along in a backup', async () => {
    const { place } = await make()
    await writeRows(place)
    await backupStore(join(folder, 'data'), join(folder, 'copy.db'))
    restoreStore(join(folder, 'other'), join(folder, 'copy.db'))
    expect(await readRows({ folder: join(folder, 'other') })).toEqual(rows)
    expect(readFileSync(join(folder, 'copy.db'), 'utf8')).toContain(rows.alert)
  })
})

describe.skipIf(!hasPostgres)('on PostgreSQL', () => {
  let postgres: PostgresServer
  beforeAll(async () => {
    process.env['ORRERY_SECRET_KEY'] = Buffer.alloc(32, 1).toString('base64')
    postgres = await startPostgres()
  })
  afterAll(async () => {
    delete process.env['ORRERY_SECRET_KEY']
    await postgres.stop()
  })

  testUnknown(async () => {
    const databaseUrl = await postgres.createDatabase()
    return { place: { url: databaseUrl }, options: { databaseUrl } }
  })
})

it('edits resources of its own as ever', async () => {
  server = await startTestServer()
  const admin = await server.setUp()
  expect(await create(admin, dashboard('home', []))).toMatchObject({ status: 201 })
})
