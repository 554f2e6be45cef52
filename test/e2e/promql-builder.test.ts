import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { openPage, picture } from '../support/browser.ts'
import type { TestHost } from '../support/host.ts'
import { openSite, type Site } from '../support/site.ts'

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
  'a person who builds a query of Prometheus',
  () => {
    let site: Site
    let host: TestHost
    let browser: Browser
    let page: Page
    let errors: string[]

    beforeAll(async () => {
      site = await openSite({ prometheus: 'prometheus', user: 'ada', path: '/' })
      ;({ host, browser, page, errors } = site)
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
    })
    afterAll(() => site?.close())

    const explore = (expr: string) => {
      const queries = [{ refId: 'A', datasource: 'prometheus', query: { type: 'range', expr } }]
      return page.goto(`${host.url}/explore?from=now-1m&queries=${encodeURIComponent(JSON.stringify(queries))}`)
    }
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
    const query = () => page.locator('[data-query="A"]')
    const preview = () => query().locator('.preview')
    const steps = () => query().getByRole('listitem')
    /** Chooses from the list that is open: the first that is found. */
    async function pick(text: string) {
      const search = page.getByRole('combobox').filter({ visible: true }).and(page.locator('.picks input'))
      await search.fill(text)
      await page
        .getByRole('option', { name: new RegExp(text) })
        .first()
        .waitFor()
      await search.press('Enter')
      await search.waitFor({ state: 'detached' })
    }

    it('builds the rate of a counter, summed by a label', async () => {
      await explore('')
      await button('Metric: Choose a metric').click()
      await pick('node_cpu_seconds_total')
      await button('Filter').click()
      await button('Label: Label').click()
      await pick('mode')
      await button('Value: Value').click()
      await pick('idle')
      await button('Operation').click()
      await pick('rate')
      await button('Operation').click()
      await pick('sum')
      await page.getByLabel('Groups').click()
      await page.getByRole('option', { name: 'by' }).click()
      await button('Label').click()
      await pick('cpu')
      const expr = 'sum by (cpu) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))'
      await expect.poll(() => preview().textContent()).toBe(expr)
      await button('Run').click()
      await page.getByRole('application').first().waitFor()
      expect(await barriers(page)).toEqual([])
    })

    it('orders the operations by keyboard', async () => {
      await button('Operation').focus()
      await page.keyboard.press('Enter')
      await pick('topk')
      await button('Move topk up').focus()
      await page.keyboard.press('Alt+ArrowUp')
      const moved = 'sum by (cpu) (topk(5, rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval])))'
      await expect.poll(() => preview().textContent()).toBe(moved)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect.poll(() => preview().textContent()).not.toContain('topk')
    })

    it('changes to code and back', async () => {
      await button('Code').click()
      await page.locator('.cm-content').filter({ hasText: 'sum by (cpu)' }).waitFor()
      expect(await barriers(page)).toEqual([])
      await button('Builder').click()
      expect(await steps().count()).toBe(2)
    })

    it('explains the query in plain words', async () => {
      await page.getByRole('switch', { name: 'Explain' }).click()
      await page.getByText('Takes node_cpu_seconds_total where mode is idle.').waitFor()
      await page.getByText('There is one group for each cpu.').waitFor()
      await picture(page, 'promql-builder-dark')
      expect(await barriers(page)).toEqual([])
    })

    it('follows advice at a click', async () => {
      await explore('sum(node_cpu_seconds_total)')
      await page.getByText(/node_cpu_seconds_total is a counter/).waitFor()
      await button('Use rate()').click()
      await expect.poll(() => preview().textContent()).toBe('sum(rate(node_cpu_seconds_total[$__rate_interval]))')
      await page.getByText(/node_cpu_seconds_total is a counter/).waitFor({ state: 'detached' })
    })

    it('is told why a query is code only', async () => {
      await explore('-node_load1')
      await page.getByText('Code only. It has a sign before a series.').waitFor()
      expect(await button('Builder').isDisabled()).toBe(true)
    })

    it('is spoken to in German, on a light and narrow page too', async () => {
      const { cookies } = await page.context().storageState()
      const german = await openPage(browser, {
        locale: 'de-DE',
        viewport: { width: 390, height: 844 },
        storageState: { cookies, origins: [] },
      })
      const before = page
      page = german.page
      await page.addInitScript(() => localStorage.setItem('orrery-theme', 'light'))
      await explore('sum(rate(node_cpu_seconds_total[5m]))')
      await button('Schritte').waitFor()
      await page.getByRole('switch', { name: 'Erklären' }).click()
      await page.getByText('Nimmt alle Reihen von node_cpu_seconds_total.').waitFor()
      await button('Operation').click()
      await page.getByRole('option').first().waitFor()
      await picture(page, 'promql-builder-light-narrow')
      expect(await barriers(page)).toEqual([])
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      expect(isWide).toBe(false)
      expect(german.errors).toEqual([])
      await page.close()
      page = before
    })

    it('has a quiet console', () => {
      expect(errors).toEqual([])
    })
  },
)
