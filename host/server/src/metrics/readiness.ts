import { sql, type Kysely } from 'kysely'
import { ServerError } from '../errors.ts'
import type { Tables } from '../store/tables.ts'

/** A store that takes longer to answer does not. */
const STORE_MS = 2000

/** Passes when the host takes requests: NOT_READY with all reasons why not. It listens only once its plugins have started. */
export const createReadiness = (db: Kysely<Tables>, draining: AbortSignal) => async (): Promise<void> => {
  const reasons = [
    ...(draining.aborted ? ['it is about to stop'] : []),
    ...((await answers(db)) ? [] : ['its store does not answer']),
  ]
  if (reasons.length > 0) throw new ServerError('NOT_READY', { reasons })
}

async function answers(db: Kysely<Tables>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), STORE_MS)
  })
  const asked = sql`select 1 from users limit 1`.execute(db).then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
