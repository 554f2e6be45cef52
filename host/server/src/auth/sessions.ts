import { createHash, randomBytes } from 'node:crypto'
import type { Subject } from '@orrery/access'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { toSubject } from './users.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A session ends this long after its last use, and at the latest this long after sign-in, in milliseconds. */
export const SESSION_IDLE_MS = 7 * DAY
export const SESSION_AGE_MS = 30 * DAY
const TOUCH_EVERY_MS = MINUTE

/** Sign-ins. The token is known to the browser only: the store has its hash. */
export interface Sessions {
  readonly start: (userId: string) => Promise<string>
  /** Who holds the token of a session that has not ended. */
  readonly subjectOf: (token: string) => Promise<Subject | undefined>
  readonly end: (token: string) => Promise<void>
  /** Forgets the sessions that have ended. */
  readonly purge: () => Promise<void>
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString()

export function createSessions(db: Kysely<Tables>, clock = () => new Date()): Sessions {
  return {
    start: async (userId) => {
      const token = randomBytes(32).toString('base64url')
      const now = clock().toISOString()
      await db
        .insertInto('sessions')
        .values({ hash: hashOf(token), userId, createdAt: now, seenAt: now })
        .execute()
      return token
    },
    subjectOf: async (token) => {
      const now = clock()
      const hash = hashOf(token)
      const found = await db
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.userId')
        .select(['users.id', 'users.name', 'users.role', 'users.email', 'sessions.seenAt'])
        .where('sessions.hash', '=', hash)
        .where('sessions.createdAt', '>', before(now, SESSION_AGE_MS))
        .where('sessions.seenAt', '>', before(now, SESSION_IDLE_MS))
        .executeTakeFirst()
      if (!found) return undefined
      // Not at every request: each write is a wait for the disk.
      if (found.seenAt < before(now, TOUCH_EVERY_MS))
        await db.updateTable('sessions').set({ seenAt: now.toISOString() }).where('hash', '=', hash).execute()
      return toSubject(found)
    },
    end: async (token) => {
      await db.deleteFrom('sessions').where('hash', '=', hashOf(token)).execute()
    },
    purge: async () => {
      const now = clock()
      await db
        .deleteFrom('sessions')
        .where(({ or, eb }) =>
          or([eb('createdAt', '<=', before(now, SESSION_AGE_MS)), eb('seenAt', '<=', before(now, SESSION_IDLE_MS))]),
        )
        .execute()
    },
  }
}
