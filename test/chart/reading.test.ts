import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleForPage } from '../support/page-script.ts'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'

describe.skipIf(!programs.chromium)('reading a chart whose series have times of their own', () => {
  let browser: Browser
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    const [launched, { script, styles }] = await Promise.all([
      launchBrowser(),
      bundleForPage(join(import.meta.dirname, 'reading-page.ts')),
    ])
    browser = launched
    ;({ page, errors } = await openPage(browser))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: styles })
    await page.addScriptTag({ content: script })
    await page.locator('.u-over').nth(1).waitFor()
  })
  afterAll(() => browser?.close())

  /** Puts the pointer into the first chart, so many minutes from its left. */
  async function pointAt(minutes: number) {
    const box = (await page.locator('.u-over').first().boundingBox())!
    await page.mouse.move(box.x + (box.width * minutes) / 60, box.y + box.height / 2)
  }
  const rows = () => page.locator('.o-chart-tooltip:not([hidden]) .o-tooltip-row').allTextContents()
  const marksOf = (chart: number) =>
    page.locator('.o-time-chart').nth(chart).locator('.u-cursor-pt:not(.u-off)').count()

  it('tells of each series the nearest point, and marks it', async () => {
    await pointAt(10.2)
    expect(await rows()).toEqual(['with a hole210', 'each quarter101', 'each minute10'])
    expect(await page.locator('.o-chart-tooltip:not([hidden]) .o-tooltip-title').textContent()).toContain('00:10')
    expect(await marksOf(0)).toBe(3)
  })

  it('leaves out what is missing there', async () => {
    await pointAt(30)
    expect(await rows()).toEqual(['each quarter102', 'each minute30'])
    expect(await marksOf(0)).toBe(2)
  })

  it('shows the time in the other chart, and nothing more', async () => {
    await pointAt(45)
    const cursors = await page
      .locator('.u-hz .u-cursor-x')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform))
    expect(new Set(cursors).size).toBe(1)
    expect(await marksOf(1)).toBe(0)
    expect(await page.locator('.o-chart-tooltip:not([hidden])').count()).toBe(1)
  })

  it('shows the same time in a chart that runs downwards', async () => {
    await pointAt(45)
    const upright = page.locator('.o-time-chart').nth(2)
    const plot = (await upright.locator('.u-over').boundingBox())!
    const line = (await upright.locator('.u-cursor-x').boundingBox())!
    expect(Math.abs(line.y - plot.y - plot.height * 0.75)).toBeLessThan(2)
    expect(Math.abs(line.width - plot.width)).toBeLessThan(1)
  })

  it('keeps the tooltip inside of the window, and takes it away with the pointer', async () => {
    await pointAt(59)
    const box = (await page.locator('.o-chart-tooltip:not([hidden])').boundingBox())!
    expect(box.x + box.width).toBeLessThan(1440)
    await page.mouse.move(1200, 800)
    expect(await rows()).toEqual([])
    expect(errors).toEqual([])
  })
})
