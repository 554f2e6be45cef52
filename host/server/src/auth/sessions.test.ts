import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../store/database.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { createSessions, SESSION_AGE_MS, SESSION_IDLE_MS, type Sessions } from './sessions.ts'

const MINUTE = 60_000
let database: Database
let now: number
let sessions: Sessions
let token: string
beforeEach(async () => {
  database = await openDatabase()
  now = Date.UTC(2026, 0, 1)
  sessions = createSessions(database.db, () => new Date(now))
  await database.db
    .insertInto('users')
    .values({ id: 'user:ada', name: 'ada', role: 'editor', password: 'x', createdAt: '' })
    .execute()
  token = await sessions.start('user:ada')
})
afterEach(() => database.close())

it('knows who holds a token, and keeps its hash only', async () => {
  expect(await sessions.subjectOf(token)).toEqual({ id: 'user:ada', name: 'ada', role: 'editor' })
  expect(await sessions.subjectOf('other')).toBeUndefined()
  expect(JSON.stringify(await database.db.selectFrom('sessions').selectAll().execute())).not.toContain(token)
})

it('ends when it is not used for long', async () => {
  now += SESSION_IDLE_MS - MINUTE
  expect(await sessions.subjectOf(token)).toBeDefined()
  now += SESSION_IDLE_MS - MINUTE
  expect(await sessions.subjectOf(token)).toBeDefined()
  now += SESSION_IDLE_MS
  expect(await sessions.subjectOf(token)).toBeUndefined()
})

it('ends at its age, however much it is used', async () => {
  for (const end = now + SESSION_AGE_MS - MINUTE; now < end; now += SESSION_IDLE_MS / 2) await sessions.subjectOf(token)
  now = Date.UTC(2026, 0, 1) + SESSION_AGE_MS
  expect(await sessions.subjectOf(token)).toBeUndefined()
})

it('forgets what has ended', async () => {
  now += SESSION_IDLE_MS
  const other = await sessions.start('user:ada')
  await sessions.purge()
  expect(await database.db.selectFrom('sessions').selectAll().execute()).toHaveLength(1)
  await sessions.end(other)
  expect(await sessions.subjectOf(other)).toBeUndefined()
})

it('hashes passwords with argon2id and a salt of their own', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one).not.toBe(two)
  expect(
    await Promise.all([
      verifyPassword('correct horse', one),
      verifyPassword('wrong', one),
      verifyPassword('correct horse', undefined),
    ]),
  ).toEqual([true, false, false])
})
