import { HostStats, Scheduler, type Token } from '@orrery/sdk'
import { collect, createTestContext, createTestSetup, testDatasource, testRequest } from '@orrery/testing'
import { beforeAll, expect, it, vi } from 'vitest'
import { host } from './index.ts'
import { metrics, type Query } from './options.ts'
import connect from './server/connect.ts'
import setup from './server/setup.ts'

// Two ticks of a fast clock stand for two seconds: what is read is this machine.
let requests = 0
const stats: HostStats = {
  read: () => ({
    requests: (requests += 5),
    requestErrors: 0,
    queries: 3,
    queryErrors: 0,
    queriesRunning: 1,
    eventLoopDelaySeconds: 0.001,
    residentBytes: process.memoryUsage().rss,
  }),
}
const services = new Map<Token<unknown>, unknown>()
let tick: (() => void | Promise<void>) | undefined
let isStopped = false
let stop: Awaited<ReturnType<typeof setup>>

/** Goes on until the readings are of a second that none was of before. */
const second = async () => {
  const before = Math.floor(Date.now() / 1000)
  await vi.waitFor(() => expect(Math.floor(Date.now() / 1000)).toBeGreaterThan(before), { timeout: 2000 })
  await tick!()
}

beforeAll(async () => {
  const scheduler: Scheduler = {
    every(_, task) {
      tick = task
      return () => {
        isStopped = true
      }
    },
  }
  services.set(HostStats, stats).set(Scheduler, scheduler)
  stop = await setup(createTestSetup(services))
  const before = Date.now()
  while (Date.now() === before) await tick!()
  await tick!()
})

testDatasource(host, {
  options: () => ({}),
  context: () => createTestContext(services),
  queries: [
    { query: { type: 'range', metric: 'cpu' }, kind: 'series', live: true },
    { query: { type: 'latest', metric: 'memory' }, kind: 'numeric', live: true },
    { query: { type: 'filesystems' }, kind: 'table' },
    { query: { type: 'processes', limit: 5 }, kind: 'table' },
  ],
  happen: second,
})

const ask = async (query: Query) => {
  const client = await connect({}, createTestContext(services))
  const [frame] = await collect(
    client.query(testRequest(query, { range: { from: Date.now() - 60_000, to: Date.now() } })),
  )
  return frame!
}

it('gives each metric with its unit', async () => {
  for (const [metric, { unit }] of Object.entries(metrics)) {
    // Keys of `metrics` are its metrics.
    const frame = await ask({ type: 'range', metric: metric as keyof typeof metrics })
    expect(frame.fields.get('value')?.meta.unit).toBe(unit)
  }
})

it('stops sampling with the plugin', async () => {
  if (typeof stop === 'function') await stop()
  expect(isStopped).toBe(true)
})

it('reads shares between 0 and 1, and bytes that add up', async () => {
  const busy = await ask({ type: 'range', metric: 'memory_used' })
  if (busy.kind !== 'series') throw new Error('no series')
  const share = busy.at(0).values.at(-1)!
  expect(share).toBeGreaterThan(0)
  expect(share).toBeLessThan(1)
})

it('turns the counters of the host into rates', async () => {
  const frame = await ask({ type: 'range', metric: 'requests' })
  if (frame.kind !== 'series') throw new Error('no series')
  const ok = [...frame].find(({ labels }) => labels['result'] === 'ok')
  expect(ok!.values.at(-1)).toBeGreaterThan(0)
})
