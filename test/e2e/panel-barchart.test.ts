import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { datasource, provisioningFolder, resource } from '../support/node-dashboard.ts'

const text = 'shop,sold,lost\nBern,40,10\nBasel,80,20\nGenf,20,\n'
const chart = (title: string, options: object) => ({
  type: 'barchart',
  title,
  queries: [{ refId: 'A', datasource: 'made', query: { type: 'csv', text } }],
  options,
  fieldConfig: {
    defaults: { links: [{ title: 'To the shop', url: 'https://example.org/${__field.labels.shop}' }] },
    overrides: [],
  },
})
const dashboard = resource('dashboard', 'bars', 'Bars', {
  time: { from: 'now-1h', to: 'now' },
  panels: {
    upright: chart('Upright', { orientation: 'vertical' }),
    lying: chart('Lying', { orientation: 'horizontal', stacking: 'percent', barRadius: 0.2 }),
  },
  layout: {
    type: 'grid',
    items: ['upright', 'lying'].map((panel, i) => ({ panel, x: 12 * i, y: 0, w: 12, h: 10 })),
  },
})

describe.skipIf(!programs.chromium)('bar charts', () => {
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let folder: string
  const plot = (id: string) => page.locator(`[data-panel=${id}]`).getByRole('application')
  const card = () => page.locator('.o-chart-tooltip:visible')
  /** How many pixels of a panel's canvas are of a colour, more or less. */
  const inked = (id: string, color: readonly [number, number, number]) =>
    page.evaluate(
      ([name, red, green, blue]) => {
        const canvas = document.querySelector<HTMLCanvasElement>(`[data-panel=${name}] canvas`)!
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        let count = 0
        for (let i = 0; i < data.length; i += 4)
          if (
            Math.abs(data[i]! - red) < 6 &&
            Math.abs(data[i + 1]! - green) < 6 &&
            Math.abs(data[i + 2]! - blue) < 6 &&
            data[i + 3]! > 150
          )
            count++
        return count
      },
      [id, ...color] as const,
    )

  beforeAll(async () => {
    folder = provisioningFolder(datasource('made', 'testdata', {}), dashboard)
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser, { viewport: { width: 1200, height: 700 } }))
    await page.goto(`${host.url}/d/bars?refresh=off`)
    for (const id of ['upright', 'lying'])
      await page.locator(`[data-panel=${id}] canvas`).first().waitFor({ timeout: 30_000 })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  it('draws bars in proportion, each group in its colour', async () => {
    const [sold, lost] = [await inked('upright', [122, 162, 255]), await inked('upright', [254, 125, 39])]
    // 40 + 80 + 20 to 10 + 20.
    expect(sold / lost).toBeGreaterThan(3.8)
    expect(sold / lost).toBeLessThan(5.5)
    expect(await inked('lying', [122, 162, 255])).toBeGreaterThan(1000)
  })

  it('tells of the group under the pointer', async () => {
    const box = (await plot('upright').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6)
    await card().waitFor()
    expect((await card().innerText()).split(/\s+/)).toEqual(['Basel', 'sold', '80', 'lost', '20'])
  })

  it('keeps the card open for its links, by click and by key', async () => {
    const box = (await plot('upright').boundingBox())!
    await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.6)
    const link = card().getByRole('link', { name: 'To the shop' })
    expect(await link.getAttribute('href')).toBe('https://example.org/Basel')
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    await page.mouse.move(0, 0)
    await plot('lying').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await link.getAttribute('href')).toBe('https://example.org/Bern')
    await page.keyboard.press('Escape')
  })

  it('is accessible, dark and light', async () => {
    for (const theme of ['dark', 'light']) {
      await page.evaluate((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
      await page.reload()
      await plot('upright').locator('canvas').waitFor()
      await picture(page, `barchart-${theme}`)
      expect(await barriers(page)).toEqual([])
    }
    expect(errors).toEqual([])
  })
})
