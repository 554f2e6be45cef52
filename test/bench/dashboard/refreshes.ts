import type { Browser } from 'playwright-core'
import { slopeOf } from '../../support/slope.ts'
import type { Figures } from '../measure.ts'
import { newLargePage, refresh, seenAreDrawn } from './large-page.ts'

/** Of the page, in pixels: nine panels are asked for. */
const HEIGHT = 450
const REFRESHES = 1000
const EVERY = 50
/** Refreshes after which the page has done everything, and the browser has compiled most of it. */
const WARM_UP = 200

/** What a thousand refreshes ask for, cost and leave behind. */
export async function measureRefreshes(browser: Browser, host: string): Promise<Figures[]> {
  const { page, batches, metrics, heapBytes, close } = await newLargePage(browser, HEIGHT)
  await page.goto(`${host}/d/large`)
  await seenAreDrawn(page)
  // The browser's own list of requests would grow until it has 250.
  await page.evaluate(() => performance.setResourceTimingBufferSize(0))
  await refresh(page, WARM_UP)
  const heap = [await heapBytes()]
  const nodes: number[] = []
  const listeners: number[] = []
  const requests: number[] = []
  const script: number[] = []
  const task: number[] = []
  for (let done = 0; done < REFRESHES; done += EVERY) {
    const count = batches.length
    const before = await metrics()
    await refresh(page, EVERY)
    const after = await metrics()
    requests.push((batches.length - count) / EVERY)
    script.push((after.scriptMs - before.scriptMs) / EVERY)
    task.push((after.taskMs - before.taskMs) / EVERY)
    heap.push(await heapBytes())
    const { nodes: held, listeners: heard } = await metrics()
    nodes.push(held)
    listeners.push(heard)
  }
  await close()
  const aRefresh = (values: readonly number[]) => [slopeOf(values) / EVERY]
  return [
    { name: 'requests a refresh', unit: 'requests', ours: requests, goal: { type: 'limit', atMost: 1 } },
    { name: 'main thread a refresh: script', unit: 'ms', ours: script },
    { name: 'main thread a refresh: all', unit: 'ms', ours: task },
    { name: 'heap held after 1,000 refreshes', unit: 'MB', ours: [heap.at(-1)! / 1e6] },
    {
      name: '1,000 refreshes: heap, slope',
      unit: 'bytes',
      ours: aRefresh(heap),
      goal: { type: 'limit', atMost: 1000 },
    },
    {
      name: '1,000 refreshes: elements, slope',
      unit: 'elements',
      ours: aRefresh(nodes),
      goal: { type: 'limit', atMost: 0.01 },
    },
    {
      name: '1,000 refreshes: listeners, slope',
      unit: 'listeners',
      ours: aRefresh(listeners),
      goal: { type: 'limit', atMost: 0.01 },
    },
  ]
}
