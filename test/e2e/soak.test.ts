import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { takeHeap, type HeldHeap } from '../support/heap.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { datasource, provisioningFolder, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { slopeOf } from '../support/slope.ts'

const walk = { type: 'randomWalk', series: 3 }
const csv = { type: 'csv', text: 'host,load\na,20\nb,80\n' }
const panels: Readonly<Record<string, { type: string; query?: object; options?: object }>> = {
  lines: { type: 'timeseries', query: walk },
  stat: { type: 'stat', query: walk, options: { graphMode: 'area' } },
  gauge: { type: 'gauge', query: csv },
  meters: { type: 'bargauge', query: csv },
  bars: { type: 'barchart', query: csv },
  heat: { type: 'heatmap', query: { type: 'heatmap', buckets: 10 } },
  table: { type: 'table', query: { type: 'table', rows: 100 } },
  text: { type: 'text', options: { mode: 'markdown', content: '# On call\n\nSee the *runbook*.' } },
}
const ids = Object.keys(panels)
const dashboard = resource('dashboard', 'wall', 'Wall', {
  time: { from: 'now-15m', to: 'now' },
  variables: [{ name: 'host', type: 'choice', options: [{ value: 'a' }, { value: 'b' }], multi: true }],
  annotations: [{ type: 'query', name: 'Deployments', datasource: 'made', query: { type: 'annotations', perHour: 6 } }],
  panels: Object.fromEntries(
    ids.map((id) => {
      const { type, query, options = {} } = panels[id]!
      return [id, { type, title: id, queries: query ? [{ refId: 'A', datasource: 'made', query }] : [], options }]
    }),
  ),
  layout: {
    type: 'grid',
    items: ids.map((panel, i) => ({ panel, x: (i % 4) * 6, y: Math.floor(i / 4) * 9, w: 6, h: 9 })),
  },
})

/** Of two dones each: four hours. */
const REFRESHES = 120
/** Until the browser has compiled most of the page, and every cache has what it holds. */
const WARM_UP = 40
const EVERY = 20

describe.skipIf(!programs.chromium)('a kiosk', () => {
  let host: TestHost
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = provisioningFolder(datasource('made', 'testdata', {}), dashboard)
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    if (folder) removeFolder(folder)
  })

  it('refreshes for four hours, and holds no more at their end', { timeout: 240_000 }, async () => {
    const { page, errors } = await openPage(browser)
    const devtools = await page.context().newCDPSession(page)
    let answered = 0
    page.on('response', (response) => {
      if (response.url().endsWith('/query')) answered++
    })
    await page.clock.install()
    await page.goto(`${host.url}/d/wall?kiosk&refresh=2m`)
    const allDrawn = () =>
      page.waitForFunction(
        (count) => document.querySelectorAll('[data-panel][data-state=ready]').length === count,
        ids.length,
      )
    await allDrawn()
    // The browser's own list of requests would grow until it has 250.
    await page.evaluate(() => performance.setResourceTimingBufferSize(0))

    const held: HeldHeap[] = []
    for (let done = 1; done <= REFRESHES; done++) {
      const before = answered
      await page.clock.fastForward('02:00')
      await until('an answer', () => answered > before)
      await allDrawn()
      if (done >= WARM_UP && (done - WARM_UP) % EVERY === 0) held.push(await takeHeap(devtools))
    }

    expect(answered).toBeGreaterThanOrEqual(REFRESHES)
    const aRefresh = (values: readonly number[]) => slopeOf(values) / EVERY
    const kinds = new Set(held.flatMap(({ counts }) => [...counts.keys()]))
    const growing = [...kinds].flatMap((kind) => {
      const counts = held.map(({ counts }) => counts.get(kind) ?? 0)
      const grows = counts.every((count, i) => i === 0 || count > counts[i - 1]!)
      return grows && aRefresh(counts) > 0.5 ? [`${kind}: ${counts.join(', ')}`] : []
    })
    expect(growing).toEqual([])
    expect(aRefresh(held.map(({ bytes }) => bytes))).toBeLessThan(300)
    expect(errors).toEqual([])
    await page.close()
  })
})
