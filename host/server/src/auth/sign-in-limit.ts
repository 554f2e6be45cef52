import { ServerError } from '../errors.ts'

const WINDOW_MS = 5 * 60_000
/** Failures within the window: for one name from one address, and for one address with any name. */
const MAX_BY_NAME = 10
const MAX_BY_ADDRESS = 50
const MAX_KEYS = 10_000

interface Count {
  failures: number
  readonly until: number
}

/** Slows down who guesses passwords. Kept in memory: a restart forgives. */
export function createSignInLimit(clock = Date.now) {
  const counts = new Map<string, Count>()
  const live = (key: string) => {
    const count = counts.get(key)
    if (count && count.until <= clock()) counts.delete(key)
    return counts.get(key)
  }
  const keysOf = (name: string, address: string) => [
    { key: `${address} ${name.toLowerCase()}`, max: MAX_BY_NAME },
    { key: address, max: MAX_BY_ADDRESS },
  ]

  return {
    /** Passes, or throws SIGN_IN_LIMITED. Each pass counts as a failure until `succeed`, so that guesses side by side count too. */
    begin: (name: string, address: string) => {
      for (const { key, max } of keysOf(name, address)) {
        const count = live(key)
        if (count && count.failures >= max)
          throw new ServerError('SIGN_IN_LIMITED', { seconds: Math.ceil((count.until - clock()) / 1000) })
      }
      for (const { key } of keysOf(name, address)) {
        const count = live(key)
        if (count) count.failures++
        else counts.set(key, { failures: 1, until: clock() + WINDOW_MS })
        if (counts.size > MAX_KEYS) counts.delete(counts.keys().next().value!)
      }
    },
    succeed: (name: string, address: string) => {
      for (const { key } of keysOf(name, address)) {
        const count = live(key)
        if (count) count.failures--
      }
    },
  }
}
