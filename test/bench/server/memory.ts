import { decodeMessages } from '@orrery/query'
import { until } from '../../support/process.ts'
import { slopeOf } from '../../support/slope.ts'
import type { Figures } from '../measure.ts'
import type { ServerProcess } from './child.ts'
import { openClient } from './client.ts'
import type { Query } from './host.ts'
import { sendBatch, toBatchRequest } from './load.ts'

const MIB = 2 ** 20

const SMALL = { series: 16, points: 1000, isFresh: true }
/** Their answers take more than the cache may hold, so that from then on one comes in as another goes out. */
const TO_FILL_CACHE = 1500
const QUERIES = 10_000
const SAMPLES = 20

/** Bytes that stay for each query, over 10,000 that all differ: a line through what is held after collections of garbage. */
export async function measureMemory(host: ServerProcess): Promise<Figures> {
  const clients = await Promise.all(Array.from({ length: 4 }, () => openClient(host.url)))
  let number = 0
  const askAll = async (count: number) => {
    const end = number + count
    const askOn = async (client: (typeof clients)[number]) => {
      while (number < end) await client.ask(toBatchRequest(host, [{ ...SMALL, number: number++ }]))
    }
    await Promise.all(clients.map(askOn))
  }
  await askAll(TO_FILL_CACHE)
  const held: number[] = []
  for (let i = 0; i < SAMPLES; i++) {
    await askAll(QUERIES / SAMPLES)
    held.push((await host.usage(true)).bytes)
  }
  for (const client of clients) client.close()
  return {
    name: `memory that stays for each of ${QUERIES.toLocaleString('en')} queries, all different`,
    unit: 'bytes',
    ours: [slopeOf(held) / (QUERIES / SAMPLES)],
    // A request alone, with its headers and closures, is some kilobytes.
    goal: { type: 'limit', atMost: 250 },
  }
}

const LARGE = { series: 1000, points: 1000, isFresh: true }
const LARGE_BYTES = LARGE.series * LARGE.points * 8
const RESULTS = 32

/**
 * What the host holds for somebody who asks for 32 results of 8 MB and reads nothing, beyond what it holds anyway: its
 * cache is full before. Afterwards everything is read, and must be there.
 */
export async function measureSlowReader(host: ServerProcess): Promise<Figures[]> {
  const queriesFrom = (first: number): Query[] =>
    Array.from({ length: RESULTS }, (_, i) => ({ ...LARGE, number: first + i }))
  const reader = await openClient(host.url)
  for (const query of queriesFrom(0)) await reader.ask(toBatchRequest(host, [query]))
  reader.close()

  const before = await host.usage(true)
  const response = await sendBatch(host, queriesFrom(RESULTS))
  await until('the results', async () => (await host.usage()).asked >= before.asked + RESULTS)
  const held: number[] = []
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    held.push(((await host.usage(true)).bytes - before.bytes) / MIB)
  }
  let frames = 0
  for await (const { frame } of decodeMessages(response)) if (frame) frames++
  if (frames !== RESULTS) throw new Error(`The slow reader has got ${frames} of ${RESULTS} results.`)
  return [
    {
      name: `memory held for a client that asks for ${Math.round((RESULTS * LARGE_BYTES) / MIB)} MiB and does not read`,
      unit: 'MiB',
      ours: held,
      goal: { type: 'limit', atMost: 48 },
    },
  ]
}
