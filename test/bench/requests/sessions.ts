import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Figures } from '../measure.ts'
import type { ServerProcess } from '../server/child.ts'
import { openClient, toRequest } from '../server/client.ts'

const SESSIONS = 1000
const EVENTS = '/api/v1/ns/default/events'

/** Sessions as a sign-in makes them. A sign-in itself hashes a password, which would take minutes for so many. */
function addSessions(folder: string): string[] {
  const database = new DatabaseSync(join(folder, 'orrery.db'), { timeout: 5000 })
  const user = database.prepare('select id from users').get()!['id']!
  const insert = database.prepare('insert into sessions (hash, "userId", "createdAt", "seenAt") values (?, ?, ?, ?)')
  const now = new Date().toISOString()
  const tokens = Array.from({ length: SESSIONS }, () => randomUUID())
  for (const token of tokens) insert.run(createHash('sha256').update(token).digest('hex'), user, now, now)
  database.close()
  return tokens
}

/** What the host holds for 1,000 sessions that are in use, and for 1,000 pages that listen for changes. */
export async function measureSessions(host: ServerProcess, folder: string): Promise<Figures[]> {
  const name = host.cookie.split('=')[0]!
  const cookies = addSessions(folder).map((token) => `${name}=${token}`)
  const client = await openClient(host.url)
  const useAll = async () => {
    for (const cookie of cookies) await client.ask(toRequest(host.url, '/api/v1/session', undefined, { cookie }, 'GET'))
  }
  const held = async () => (await host.usage(true)).bytes
  const nobody = await held()
  await useAll()
  const used = await held()
  client.close()

  const leave = new AbortController()
  for (const cookie of cookies) {
    const { ok, status } = await fetch(host.url + EVENTS, { headers: { cookie }, signal: leave.signal })
    if (!ok) throw new Error(`The events are answered with ${status}.`)
  }
  const listening = await held()
  leave.abort()
  const kib = (bytes: number) => [bytes / 1024]
  return [
    { name: '1,000 sessions in use', unit: 'KiB', ours: kib(used - nobody), goal: { type: 'limit', atMost: 1024 } },
    {
      name: '1,000 sessions whose pages listen for changes',
      unit: 'KiB',
      ours: kib(listening - used),
      goal: { type: 'limit', atMost: 64 * 1024 },
    },
  ]
}
