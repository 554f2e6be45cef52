import { randomBytes, timingSafeEqual } from 'node:crypto'
import { ServerError } from '../errors.ts'

/** The one-time token of the link by which the first admin comes in. It lives in memory, so a restart makes another. */
export function createFirstRun() {
  const token = randomBytes(32).toString('base64url')
  let used = false
  return {
    token,
    /** Runs `work` for whoever holds the token, once: SETUP_TOKEN_INVALID for others, again usable when it fails. */
    use: async <T>(given: string, work: () => Promise<T>): Promise<T> => {
      const bytes = Buffer.from(given)
      if (bytes.length !== token.length || !timingSafeEqual(bytes, Buffer.from(token)))
        throw new ServerError('SETUP_TOKEN_INVALID', undefined)
      if (used) throw new ServerError('SETUP_DONE', undefined)
      used = true
      try {
        return await work()
      } catch (error) {
        used = false
        throw error
      }
    },
  }
}
