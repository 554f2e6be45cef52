import { openClient } from '../server/client.ts'

/** Requests of one kind; `next` gives the bytes of each, so that writes can differ. */
export interface Load {
  readonly url: string
  readonly next: () => Buffer
}

export interface Pace {
  readonly perSecond: number
  /** Milliseconds from a request to the end of its answer, for 99 of 100. */
  readonly p99: number
}

/** The pace at which so many connections are answered that each ask anew as soon as they have their answer. */
export async function paceOf({ url, next }: Load, connections: number, ms: number): Promise<Pace> {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(url)))
  await Promise.all(clients.map((client) => client.ask(next())))
  const taken: number[] = []
  const start = performance.now()
  const askOn = async (client: (typeof clients)[number]) => {
    for (let at = start; at - start < ms;) {
      await client.ask(next())
      const now = performance.now()
      taken.push(now - at)
      at = now
    }
  }
  await Promise.all(clients.map(askOn))
  const seconds = (performance.now() - start) / 1000
  for (const client of clients) client.close()
  const sorted = taken.sort((a, b) => a - b)
  return { perSecond: sorted.length / seconds, p99: sorted[Math.ceil(sorted.length * 0.99) - 1]! }
}
