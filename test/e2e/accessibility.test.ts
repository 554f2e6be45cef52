import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'

interface Axe {
  readonly run: () => Promise<{ violations: { id: string; impact: string | null; nodes: { target: unknown }[] }[] }>
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = [
  ['home', '/', 'This machine'],
  ['dashboard', '/d/machine', 'Processes by memory'],
  ['data sources', '/datasources', 'This machine'],
  ['new data source', '/datasources/new?type=prometheus', 'Server URL'],
  ['plugins', '/plugins', '@orrery/panel-stat'],
  ['access tokens', '/tokens', 'No access tokens yet'],
  ['welcome', '/app/welcome', 'What is running'],
] as const

describe.skipIf(!programs.chromium)('every page', () => {
  let host: TestHost
  let browser: Browser
  beforeAll(async () => {
    host = await startHost(['--demo'])
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  const cases = (['dark', 'light'] as const).flatMap((theme) =>
    pages.map(([name, path, text]) => ({ theme, name, path, text })),
  )
  it.each(cases)('is accessible and quiet: $name, $theme', async ({ theme, name, path, text }) => {
    const { page, errors } = await openPage(browser)
    await page.addInitScript((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
    await page.goto(host.url + path)
    await page.getByText(text).first().waitFor()
    await picture(page, `${name}-${theme}`)
    // Evaluated by the driver, which the policy of the page does not bind.
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run())
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`)).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })

  it('fits a narrow screen without scrolling sideways', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } })
    for (const [name, path, text] of pages) {
      await page.goto(host.url + path)
      await page.getByText(text).first().waitFor()
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth: content, clientWidth: room } = document.documentElement
        return { scrollWidth: content, clientWidth: room }
      })
      expect(scrollWidth, name).toBeLessThanOrEqual(clientWidth)
      await picture(page, `${name}-narrow`)
    }
    await page.close()
  })

  it('works by keyboard: palette, time picker, chart', async () => {
    const { page, errors } = await openPage(browser)
    await page.goto(`${host.url}/`)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('this mach')
    await page
      .getByRole('option', { name: /This machine/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/d/machine')
    const chart = page.getByRole('region', { name: 'CPU by mode' }).getByRole('application')
    await chart.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page
      .getByRole('region', { name: 'CPU by mode' })
      .locator('[aria-live]')
      .filter({ hasText: 'user' })
      .waitFor({ state: 'attached' })
    expect(errors).toEqual([])
    await page.close()
  })
})
