import { once } from 'node:events'

/** Settles at the first SIGINT or SIGTERM; a second one ends the process at once. */
export async function untilSignal(): Promise<void> {
  const heard = new AbortController()
  const first = ['SIGINT', 'SIGTERM'].map((name) => once(process, name, { signal: heard.signal }))
  await Promise.race(first)
  // Without a listener of ours, the next signal does what it does to every process.
  heard.abort()
  await Promise.allSettled(first)
}
