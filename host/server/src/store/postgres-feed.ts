import type { Change } from '@orrery/resource'
import type { Kysely } from 'kysely'
import type { Client } from 'pg'
import { CHANGE_COLUMNS, toChange } from './changes.ts'
import { CHANNEL, SIGNALS } from './dialect.ts'
import type { Tables } from './tables.ts'

export interface PostgresFeed {
  readonly onChange: (listener: (change: Change) => void) => () => void
  readonly onSignal: (listener: (text: string) => void) => () => void
  readonly close: () => Promise<void>
}

export interface PostgresFeedOptions {
  readonly connect: () => Client
  readonly db: Kysely<Tables>
  /** Whose own announcements are left out. */
  readonly host: string
}

const RETRY_MS = 1000

/**
 * Hears of the changes that other hosts commit, in their order. When its connection breaks it makes another, and tells
 * what came in between from the table of changes: nothing is missed, and own changes may then be told once more.
 */
export async function createPostgresFeed({ connect, db, host }: PostgresFeedOptions): Promise<PostgresFeed> {
  const listeners = new Set<(change: Change) => void>()
  const signalListeners = new Set<(text: string) => void>()
  let client: Client | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  /** The last change that was told, or that is this host's own. */
  let last = 0
  let telling = Promise.resolve()

  const tellUpTo = async (to: number) => {
    const rows = await db
      .selectFrom('changes')
      .select(CHANGE_COLUMNS)
      .where('change', '>', last)
      .where('change', '<=', to)
      .orderBy('change')
      .execute()
    for (const row of rows) {
      last = row.change
      for (const listener of listeners) listener(toChange(row))
    }
  }

  const open = async () => {
    const opened = connect()
    opened.on('error', () => {})
    opened.on('end', () => {
      client = undefined
      if (!isClosed) timer = setTimeout(() => void reopen(), RETRY_MS)
    })
    const hear = async (from: string, change: number) => {
      if (from !== host) await tellUpTo(change)
      else if (client === opened) last = Math.max(last, change)
    }
    opened.on('notification', ({ channel, payload = '' }) => {
      const [from = '', change] = payload.split(' ')
      if (channel === SIGNALS) {
        const text = payload.slice(from.length + 1)
        if (from !== host) for (const listener of signalListeners) listener(text)
        return
      }
      // What cannot be told now is told by the next connection.
      telling = telling.then(() => hear(from, Number(change))).catch(() => opened.end().catch(() => {}))
    })
    await opened.connect()
    await opened.query(`listen ${CHANNEL}; listen ${SIGNALS}`)
    client = opened
  }

  const reopen = async () => {
    try {
      await open()
      telling = telling.then(() => tellUpTo(Number.MAX_SAFE_INTEGER)).catch(() => client?.end().catch(() => {}))
    } catch {
      // A connection that was made and lost has set the timer at its end.
      clearTimeout(timer)
      if (!isClosed) timer = setTimeout(() => void reopen(), RETRY_MS)
    }
  }

  await open()
  const { newest } = await db
    .selectFrom('changes')
    .select(({ fn }) => fn.max('change').as('newest'))
    .executeTakeFirstOrThrow()
  last = Math.max(last, newest ?? 0)

  return {
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onSignal: (listener) => {
      signalListeners.add(listener)
      return () => void signalListeners.delete(listener)
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
