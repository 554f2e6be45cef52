import { createByteCache } from '@orrery/query'
import type { VariableOption } from '@orrery/dashboard'

/** Options of a variable as they were found. */
export interface FoundOptions {
  readonly options: readonly VariableOption[]
  /** Milliseconds of the machine's clock. */
  readonly at: number
}

/**
 * Keeps what variables offered, so that checking a value asks no datasource. What is used stays, also when the datasource
 * offers it no longer: a dashboard that is open all day goes on.
 */
export interface OptionsCache {
  readonly get: (key: string) => FoundOptions | undefined
  readonly set: (key: string, options: readonly VariableOption[]) => FoundOptions
}

const MAX_BYTES = 32 * 1024 * 1024
const IDLE_MS = 30 * 60_000

export function createOptionsCache(): OptionsCache {
  const cache = createByteCache<FoundOptions>({ maxBytes: MAX_BYTES })
  const keep = (key: string, found: FoundOptions) => {
    const bytes = found.options.reduce((sum, { value, text = '' }) => sum + 64 + 2 * (value.length + text.length), 128)
    cache.set(key, found, bytes + 2 * key.length, IDLE_MS)
    return found
  }
  return {
    get: (key) => {
      const found = cache.get(key)
      return found && keep(key, found)
    },
    set: (key, options) => keep(key, { options, at: performance.now() }),
  }
}
