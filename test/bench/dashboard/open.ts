import type { Browser } from 'playwright-core'
import { interleave, PAIRS, type Figures } from '../measure.ts'
import { newLargePage, nextFrame, seenAreDrawn } from './large-page.ts'

/** Opening the dashboard, beside a page of the same host on which nothing is drawn. */
export async function measureOpen(browser: Browser, host: string): Promise<Figures[]> {
  const first: number[] = []
  const requests: number[] = []
  const asked: number[] = []
  const script: number[] = []
  const task: number[] = []
  const open = async () => {
    const { page, batches, metrics, close } = await newLargePage(browser)
    await page.goto(`${host}/d/large`, { waitUntil: 'commit' })
    await page.waitForFunction(() => document.querySelector('[data-panel] canvas'))
    first.push(await nextFrame(page))
    await seenAreDrawn(page)
    const all = await nextFrame(page)
    const { scriptMs, taskMs } = await metrics()
    requests.push(batches.length)
    asked.push(batches.reduce((sum, count) => sum + count, 0))
    script.push(scriptMs)
    task.push(taskMs)
    await close()
    return all
  }
  const blank = async () => {
    const page = await browser.newPage()
    await page.goto(`${host}/orrery.svg`, { waitUntil: 'commit' })
    const taken = await nextFrame(page)
    await page.close()
    return taken
  }
  const all = await interleave(PAIRS, open, blank)
  const other = { name: 'a picture painted', values: all.other }
  return [
    { name: 'requests for data on opening', unit: 'requests', ours: requests, goal: { type: 'limit', atMost: 1 } },
    { name: 'panels of 50 asked for on opening', unit: 'panels', ours: asked, goal: { type: 'limit', atMost: 18 } },
    { name: 'first panel painted', unit: 'ms', ours: first, other },
    { name: 'all panels on the screen painted', unit: 'ms', ours: all.ours, other },
    { name: 'main thread until then: script', unit: 'ms', ours: script },
    { name: 'main thread until then: all', unit: 'ms', ours: task },
  ]
}
