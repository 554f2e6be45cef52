import { Client } from 'pg'
import { ServerError } from '../errors.ts'
import { reasonOf } from './migrate.ts'

const CONNECT_MS = 10_000

/** Connects to a PostgreSQL database and asks something; changes nothing. STORE_UNREADABLE says why it cannot. */
export async function reachPostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, application_name: 'orrery' })
  try {
    await client.connect()
    await client.query('select 1')
  } catch (cause) {
    throw new ServerError('STORE_UNREADABLE', { place: placeOf(url), reason: reasonOf(cause) }, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

/** The address without what may be secret in it. */
export const placeOf = (url: string): string => {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : 'the address of the database'
}
