import { afterEach, expect, it } from 'vitest'
import { createHostStats } from './host-stats.ts'
import { createMetrics } from './metrics.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})
const make = () => {
  const metrics = createMetrics(
    () => 2,
    () => 0,
  )
  const stats = createHostStats(metrics, () => 2)
  closers.push(stats.close)
  return { metrics, stats }
}
const block = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end;);
}
const ticks = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setTimeout(resolve, 21))
}

it('reads what was counted', () => {
  const { metrics, stats } = make()
  metrics.onRequest({ route: '/a', method: 'GET', status: 200, seconds: 0.1 })
  metrics.onRequest({ route: '/a', method: 'GET', status: 503, seconds: 0.1 })
  const datasource = { id: 'd', type: 'fake' }
  metrics.onQuery({ datasource, outcome: 'ok', milliseconds: 1 })
  metrics.onQuery({ datasource, outcome: 'failed', code: 'QUERY_TIMEOUT', milliseconds: 1 })
  expect(stats.forPlugin().read()).toMatchObject({
    requests: 2,
    requestErrors: 1,
    queries: 2,
    queryErrors: 1,
    queriesRunning: 2,
    residentBytes: expect.any(Number),
  })
})

it('tells each reader the delay of the event loop since its own last read', async () => {
  const { stats } = make()
  const [quiet, late] = [stats.forPlugin(), stats.forPlugin()]
  await ticks(2)
  quiet.read()
  block(300)
  await ticks(2)
  const busy = quiet.read().eventLoopDelaySeconds
  expect(busy).toBeGreaterThan(0.02)
  await ticks(10)
  expect(quiet.read().eventLoopDelaySeconds).toBeLessThan(busy)
  expect(late.read().eventLoopDelaySeconds).toBeGreaterThan(quiet.read().eventLoopDelaySeconds)
})
