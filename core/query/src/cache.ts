/** Keeps values for a short time within a bound of bytes; what was used longest ago leaves first. */
export interface ByteCache<T> {
  readonly get: (key: string) => T | undefined
  /** Keeps the value for `ttlMs`; one larger than the whole cache is not kept. */
  readonly set: (key: string, value: T, bytes: number, ttlMs: number) => void
  readonly clear: () => void
  /** What the values weigh now. */
  readonly bytes: () => number
}

export interface ByteCacheOptions {
  readonly maxBytes: number
  /** Milliseconds that only grow; the clock of the machine when omitted. */
  readonly now?: () => number
}

interface Entry<T> {
  readonly value: T
  readonly bytes: number
  readonly expires: number
}

export function createByteCache<T>({ maxBytes, now = () => performance.now() }: ByteCacheOptions): ByteCache<T> {
  // A Map keeps the order of insertion: an entry that is used goes to the end, so the first is the oldest.
  const entries = new Map<string, Entry<T>>()
  let total = 0

  const remove = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    get: (key) => {
      const entry = entries.get(key)
      if (!entry) return undefined
      remove(key)
      if (entry.expires <= now()) return undefined
      entries.set(key, entry)
      total += entry.bytes
      return entry.value
    },
    set: (key, value, bytes, ttlMs) => {
      remove(key)
      if (bytes > maxBytes) return
      entries.set(key, { value, bytes, expires: now() + ttlMs })
      total += bytes
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break
        remove(oldest)
      }
    },
    clear: () => {
      entries.clear()
      total = 0
    },
    bytes: () => total,
  }
}
