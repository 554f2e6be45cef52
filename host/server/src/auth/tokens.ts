import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { TokenInfo } from '@orrery/api'
import type { Role, Subject } from '@orrery/access'
import type { Kysely, Selectable } from 'kysely'
import { ServerError } from '../errors.ts'
import type { Tables, TokenTable } from '../store/tables.ts'

const DAY_MS = 86_400_000
const USED_EVERY_MS = 60_000
/** Begins every token, so that scanners of repositories know one when they see it. */
const PREFIX = 'orrery_'

export interface NewToken {
  readonly name: string
  readonly role: Role
  /** Days until it ends. */
  readonly days: number
  /** Who makes it. */
  readonly author: string
}

/** Tokens of programs. They are shown once: the store has their hashes. */
export interface Tokens {
  readonly create: (token: NewToken) => Promise<{ readonly token: string; readonly info: TokenInfo }>
  /** By name; also those that have ended, until they are removed. */
  readonly list: () => Promise<readonly TokenInfo[]>
  /** TOKEN_NOT_FOUND. */
  readonly remove: (id: string) => Promise<void>
  /** Whose token it is; TOKEN_INVALID for one that never was, has ended or was removed. */
  readonly subjectOf: (token: string) => Promise<Subject>
}

// A token is 256 random bits, so a fast hash without salt is enough: there is nothing to guess.
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

const toInfo = ({ id, name, role, createdBy, createdAt, expiresAt, usedAt }: Selectable<TokenTable>): TokenInfo => ({
  id,
  name,
  role,
  createdBy,
  createdAt,
  expiresAt,
  ...(usedAt === null ? {} : { usedAt }),
})

export function createTokens(db: Kysely<Tables>, clock = () => new Date()): Tokens {
  return {
    create: async ({ name, role, days, author }) => {
      const token = PREFIX + randomBytes(32).toString('base64url')
      const now = clock()
      const row = {
        id: randomUUID(),
        hash: hashOf(token),
        name,
        role,
        createdBy: author,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
        usedAt: null,
      }
      await db.insertInto('tokens').values(row).execute()
      return { token, info: toInfo(row) }
    },
    list: async () => (await db.selectFrom('tokens').selectAll().orderBy('name').orderBy('id').execute()).map(toInfo),
    remove: async (id) => {
      const { numDeletedRows } = await db.deleteFrom('tokens').where('id', '=', id).executeTakeFirstOrThrow()
      if (!numDeletedRows) throw new ServerError('TOKEN_NOT_FOUND', { id })
    },
    subjectOf: async (token) => {
      const now = clock()
      const row = await db.selectFrom('tokens').selectAll().where('hash', '=', hashOf(token)).executeTakeFirst()
      if (!row || row.expiresAt <= now.toISOString()) throw new ServerError('TOKEN_INVALID', undefined)
      // Not at every request: each write is a wait for the disk.
      if (row.usedAt === null || Date.parse(row.usedAt) < now.getTime() - USED_EVERY_MS)
        await db.updateTable('tokens').set({ usedAt: now.toISOString() }).where('id', '=', row.id).execute()
      return { id: `service:${row.name}`, name: row.name, role: row.role }
    },
  }
}

/** The token of a request: `Authorization: Bearer ...` (RFC 6750). */
export const bearerOf = (authorization: string | undefined): string | undefined =>
  authorization === undefined ? undefined : (/^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '')

/** Whether it looks like a token of this host: a proxy may send one of its own in the same header. */
export const isAccessToken = (bearer: string | undefined): bearer is string => bearer?.startsWith(PREFIX) === true
