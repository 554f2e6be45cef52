import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { picture } from '../support/browser.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { openSite, type Site } from '../support/site.ts'

const text = 'shop,sold,lost\nBern,40,10\nBasel,80,20\nGenf,20,\n'
const link = { title: 'To the shop', url: 'https://example.org/${__field.labels.shop}' }
const chart = (title: string, options: object, custom: object = {}, overrides: readonly object[] = [], csv = text) => ({
  type: 'barchart',
  title,
  queries: [{ refId: 'A', datasource: 'made', query: { type: 'csv', text: csv } }],
  options,
  fieldConfig: { defaults: { links: [link], custom }, overrides },
})
const ofLost = (properties: object) => ({ matcher: { type: 'byName', name: 'lost' }, properties })
const dashboard = resource('dashboard', 'bars', 'Bars', {
  time: { from: 'now-1h', to: 'now' },
  panels: {
    upright: chart('Upright', { orientation: 'vertical' }),
    lying: chart('Lying', { orientation: 'horizontal', stacking: 'percent', barRadius: 0.2 }),
    axes: chart(
      'Two axes',
      { orientation: 'vertical', barWidth: 1 },
      { axisBorderShow: true, axisColorMode: 'series' },
      [ofLost({ unit: 'percent', max: 20, custom: { gradientMode: 'opacity', fillOpacity: 100 } })],
    ),
    symlog: chart(
      'Both sides of zero',
      { orientation: 'vertical', barWidth: 1, groupWidth: 1 },
      { scale: 'symlog', fillOpacity: 100, lineWidth: 0 },
      [],
      'name,value\nup,1000\ndown,-1000\nsmall,10\n',
    ),
  },
  layout: {
    type: 'grid',
    items: ['upright', 'lying', 'axes', 'symlog'].map((panel, i) => ({
      panel,
      x: 12 * (i % 2),
      y: 10 * Math.floor(i / 2),
      w: 12,
      h: 10,
    })),
  },
})

describe.skipIf(!programs.chromium)('bar charts', () => {
  let site: Site
  let page: Page
  let errors: string[]
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

  /** From the first to the last row of a canvas that has a colour, at a share of its width; undefined where none has. */
  const heightAt = (id: string, share: number, color: readonly [number, number, number]) =>
    page.evaluate(
      ([name, x, red, green, blue]) => {
        const canvas = document.querySelector<HTMLCanvasElement>(`[data-panel=${name}] canvas`)!
        const { data } = canvas.getContext('2d')!.getImageData(Math.round(canvas.width * x), 0, 1, canvas.height)
        const rows = Array.from({ length: canvas.height }, (_, y) => y).filter(
          (y) =>
            data[4 * y + 3]! > 20 &&
            Math.abs(data[4 * y]! - red) < 12 &&
            Math.abs(data[4 * y + 1]! - green) < 12 &&
            Math.abs(data[4 * y + 2]! - blue) < 12,
        )
        return rows.length > 0 ? { top: rows[0]!, bottom: rows.at(-1)! } : undefined
      },
      [id, share, ...color] as const,
    )

  beforeAll(async () => {
    site = await openSite({
      documents: [datasource('made', 'testdata', {}), dashboard],
      page: { viewport: { width: 1200, height: 1100 } },
      path: '/d/bars?refresh=off',
    })
    ;({ page, errors } = site)
    for (const id of ['upright', 'lying', 'axes', 'symlog'])
      await page.locator(`[data-panel=${id}] canvas`).first().waitFor({ timeout: 30_000 })
  })
  afterAll(() => site?.close())

  it('draws bars in proportion, each group in its colour', async () => {
    const [sold, lost] = [await inked('upright', [122, 162, 255]), await inked('upright', [254, 125, 39])]
    // 40 + 80 + 20 to 10 + 20.
    expect(sold / lost).toBeGreaterThan(3.8)
    expect(sold / lost).toBeLessThan(5.5)
    expect(await inked('lying', [122, 162, 255])).toBeGreaterThan(1000)
  })

  it('has an axis for each unit: a fifth of one is as high as all of the other', async () => {
    // Of Basel 80 of somewhat more than 80 were sold, and 20 % of at most 20 % were lost.
    const columns = await Promise.all(
      Array.from({ length: 100 }, async (_, k) => [
        await heightAt('axes', k / 100, [122, 162, 255]),
        await heightAt('axes', k / 100, [254, 125, 39]),
      ]),
    )
    const reach = (which: number) =>
      Math.max(...columns.map((both) => both[which]).map((found) => (found ? found.bottom - found.top : 0)))
    expect(reach(1) / reach(0)).toBeGreaterThan(0.95)
    expect(reach(1) / reach(0)).toBeLessThan(1.2)
  })

  it('draws the tenfold on both sides of zero as less than twice as high', async () => {
    const [up, down, small] = await Promise.all(
      [0.2, 0.5, 0.85].map((share) => heightAt('symlog', share, [122, 162, 255])),
    )
    const height = (found: typeof up) => found!.bottom - found!.top
    expect(Math.abs(height(up) - height(down))).toBeLessThan(3)
    expect(height(up) / height(small)).toBeGreaterThan(1.5)
    expect(height(up) / height(small)).toBeLessThan(4)
    expect(Math.abs(up!.bottom - down!.top)).toBeLessThan(3)
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
    const found = card().getByRole('link', { name: 'To the shop' })
    expect(await found.getAttribute('href')).toBe('https://example.org/Basel')
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    await page.mouse.move(0, 0)
    await plot('lying').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await found.getAttribute('href')).toBe('https://example.org/Bern')
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
