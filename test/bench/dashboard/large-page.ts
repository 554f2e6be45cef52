import type { Browser, Page } from 'playwright-core'

/** What the browser counts of a page; durations are of processor time of its main thread. */
export interface PageMetrics {
  readonly scriptMs: number
  readonly taskMs: number
  readonly nodes: number
  readonly listeners: number
}

export interface LargePage {
  readonly page: Page
  /** The number of panels of each batch that was asked for. */
  readonly batches: readonly number[]
  readonly metrics: () => Promise<PageMetrics>
  /** Bytes of script objects and buffers after all garbage is collected. */
  readonly heapBytes: () => Promise<number>
  readonly close: () => Promise<void>
}

/** A new page on which nothing is open yet. */
export async function newLargePage(browser: Browser, height = 900): Promise<LargePage> {
  const page = await browser.newPage({ viewport: { width: 1440, height } })
  page.setDefaultTimeout(60_000)
  const batches: number[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/query')) return
    batches.push((request.postDataJSON() as { items: unknown[] }).items.length)
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metrics = async () => {
    const sent = await devtools.send('Performance.getMetrics')
    const valueOf = (name: string) => sent.metrics.find((metric) => metric.name === name)!.value
    return {
      scriptMs: valueOf('ScriptDuration') * 1000,
      taskMs: valueOf('TaskDuration') * 1000,
      nodes: valueOf('Nodes'),
      listeners: valueOf('JSEventListeners'),
    }
  }
  const heapBytes = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    // Elements are counted by themselves: among them stands what the browser's tools keep of every request.
    const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage')
    return usedSize + backingStorageSize
  }
  return { page, batches, metrics, heapBytes, close: () => page.close() }
}

/** Milliseconds since the navigation at which the next frame is on the screen. */
export const nextFrame = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
      ),
  )

/** Resolves when every panel that is seen has drawn its answer. */
export const seenAreDrawn = (page: Page) =>
  page.waitForFunction(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('[data-panel]')].filter((panel) => {
      const { top, bottom } = panel.getBoundingClientRect()
      return top < innerHeight && bottom > 0
    })
    return seen.length > 0 && seen.every((panel) => panel.dataset['state'] === 'ready' && panel.querySelector('canvas'))
  })

/** Clicks what the selector finds, so many times, each when all panels have the answer to the one before. */
export const answered = (page: Page, selector: string, times = 1): Promise<void> =>
  page.evaluate(
    async ([found, count]) => {
      const control = document.querySelector<HTMLElement>(found)!
      const allAnswered = () =>
        new Promise<void>((resolve) => {
          let isAsked = false
          const observer = new MutationObserver(() => {
            const isLoading = document.querySelector('[data-state=loading]') !== null
            if (isAsked && !isLoading) {
              observer.disconnect()
              resolve()
            }
            isAsked ||= isLoading
          })
          observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-state'] })
        })
      for (let k = 0; k < count; k++) {
        const done = allAnswered()
        control.click()
        await done
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      }
    },
    [selector, times] as const,
  )

/** Presses the refresh button so many times. */
export const refresh = (page: Page, times: number): Promise<void> =>
  answered(page, 'button[aria-label="Refresh now"]', times)
