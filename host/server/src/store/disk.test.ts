import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { create, dashboard, startTestServer, type Person, type TestServer } from '../testing/test-server.ts'
import { backupStore } from './backup.ts'
import { openDatabase } from './database.ts'

let folder: string
let server: TestServer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-disk-'))
})
afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(folder, { recursive: true })
})

const HOME = '/api/v1/ns/default/dashboards'
const UNAVAILABLE = { status: 503, body: { code: 'STORE_UNAVAILABLE' } }
const start = async (dataFolder: string): Promise<Person> => {
  server = await startTestServer({ dataFolder })
  return server.setUp()
}
const large = (id: string) => dashboard(id, [], { description: 'x'.repeat(4000) })

const mount = (place: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place], { stdio: 'ignore' })
const unmount = (place: string) => execFileSync('umount', [place], { stdio: 'ignore' })

/** Containers may forbid it even to root. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const place = mkdtempSync(join(tmpdir(), 'orrery-mount-'))
  try {
    mount(place)
    unmount(place)
    return true
  } catch {
    return false
  } finally {
    rmSync(place, { recursive: true })
  }
}

describe.skipIf(!canMount())('on a disk of 4 MB, where the system allows it', () => {
  beforeEach(() => mount(folder))
  afterEach(() => {
    // The server closes first, so that nothing holds the disk.
    return (async () => {
      await server?.close()
      server = undefined
      unmount(folder)
    })()
  })

  it('refuses writes while it is full, goes on reading, and works again when there is room', async () => {
    const admin = await start(folder)
    writeFileSync(join(folder, 'ballast'), 'x'.repeat(2 * 1024 * 1024))
    const acknowledged: string[] = []
    let refused
    for (let i = 0; i < 2000 && !refused; i++) {
      const answer = await create(admin, large(`d${i}`))
      if (answer.status === 201) acknowledged.push(`d${i}`)
      else refused = answer
    }
    expect(refused).toMatchObject(UNAVAILABLE)
    expect(acknowledged.length).toBeGreaterThan(0)
    const idsOf = async () => {
      const { items } = (await admin.send(`${HOME}?limit=1000`)).body as { items: { resource: { id: string } }[] }
      return items.map(({ resource }) => resource.id).toSorted()
    }
    expect(await idsOf()).toEqual(acknowledged.toSorted())
    await expect(backupStore(folder, join(folder, 'copy.db'))).rejects.toMatchObject({ code: 'BACKUP_FAILED' })
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([])

    rmSync(join(folder, 'ballast'))
    expect(await create(admin, large('after'))).toMatchObject({ status: 201 })
    expect(await idsOf()).toEqual([...acknowledged, 'after'].toSorted())
    await server!.close()
    server = undefined
    const { db, close } = await openDatabase({ folder })
    expect(await db.selectFrom('resources').select('id').execute()).toHaveLength(acknowledged.length + 1)
    await close()
  })

  it('does not start on a full disk, and says why', async () => {
    writeFileSync(join(folder, 'ballast'), 'x'.repeat(4 * 1024 * 1024 - 16 * 1024))
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
    rmSync(join(folder, 'ballast'))
    await (await openDatabase({ folder })).close()
  })
})

describe('with a damaged file', () => {
  const damage = (file: string, from: number) => {
    const bytes = readFileSync(file)
    bytes.fill(0x5a, from)
    writeFileSync(file, bytes)
  }
  const fill = async (data: string) => {
    const admin = await start(data)
    for (let i = 0; i < 40; i++) await create(admin, large(`d${i}`))
    await server!.close()
    server = undefined
  }

  it('does not start when what it begins with is damaged or cut off', async () => {
    const [data, other] = [join(folder, 'data'), join(folder, 'other')]
    await fill(data)
    damage(join(data, 'orrery.db'), 0)
    await expect(startTestServer({ dataFolder: data })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
    await fill(other)
    truncateSync(join(other, 'orrery.db'), 6000)
    await expect(startTestServer({ dataFolder: other })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  })

  it('answers what it can while it runs, and says of the rest that the store is damaged', async () => {
    const data = join(folder, 'data')
    await fill(data)
    server = await startTestServer({ dataFolder: data })
    const admin = await server.signIn('ada')
    const file = join(data, 'orrery.db')
    expect(statSync(file).size).toBeGreaterThan(256 * 1024)
    damage(file, 128 * 1024)
    const statuses: number[] = []
    const codes = new Set<string>()
    for (let i = 0; i < 40; i++) {
      const { status, body } = await admin.send(`${HOME}/d${i}`)
      statuses.push(status)
      if (status !== 200) codes.add((body as { code: string }).code)
    }
    expect(statuses).toContain(503)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect([...codes].filter((code) => !['STORE_UNAVAILABLE', 'STORE_DAMAGED'].includes(code))).toEqual([])
    expect(await server.nobody.send('/healthz')).toMatchObject({ status: 200 })
  })
})
