import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { openPage, picture } from '../support/browser.ts'
import type { TestHost } from '../support/host.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

interface Axe {
  readonly run: (options: {
    rules: Record<string, { enabled: boolean }>
  }) => Promise<{ violations: { id: string; impact: string | null; nodes: { target: unknown }[] }[] }>
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
  'a person who writes PromQL',
  () => {
    let site: Site
    let host: TestHost
    let browser: Browser
    let page: Page
    let errors: string[]

    beforeAll(async () => {
      site = await openSite({ prometheus: 'prometheus' })
      ;({ host, browser, page, errors } = site)
    })
    afterAll(() => site?.close())

    const editor = () => page.getByRole('textbox', { name: 'PromQL' })
    const offered = (name: string) => page.getByRole('option', { name }).first()
    const textOf = () => editor().evaluate((content) => (content as HTMLElement).innerText.trim())
    const becomes = (text: string) => until(`the text ${text}`, async () => (await textOf()) === text)

    /** Opens Explore with a query in the code editor. */
    async function open(expr: string, on = page) {
      const queries = JSON.stringify([{ refId: 'A', datasource: 'prometheus', query: { type: 'range', expr } }])
      await on.goto(`${host.url}/explore?from=now-1m&to=now&queries=${encodeURIComponent(queries)}`)
      await on.getByRole('button', { name: 'Code', exact: true }).click()
      await on.getByRole('textbox', { name: 'PromQL' }).click()
    }
    async function replace(text: string) {
      await editor().click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    }

    it('sees the editor in the styles that the policy of the page allows it', async () => {
      await open('up')
      const style = await page.locator('.cm-scroller').evaluate((element) => {
        const { fontFamily, display } = getComputedStyle(element)
        return { fontFamily, display }
      })
      expect(style.fontFamily).toContain('JetBrains Mono')
      expect(style.display).toContain('flex')
      expect(errors).toEqual([])
    })

    it('completes a metric, a label and its value, and runs it', async () => {
      await replace('node_lo')
      await offered('node_load1').waitFor()
      await until('the type beside the name', async () =>
        (await offered('node_load1').textContent())?.includes('gauge'),
      )
      // The list takes no key in its first moment, so that no Enter meant for the text gets into it.
      await offered('node_load1').click()
      await becomes('node_load1')
      await page.keyboard.type('{jo')
      await offered('job').click()
      await offered('node').click()
      await becomes('node_load1{job="node"}')
      await page.keyboard.press('Control+Enter')
      await until('the address to have the query', () => decodeURIComponent(page.url()).includes('node_load1{job='))
    })

    it('reads what a function does, and gets its arguments', async () => {
      await replace('irat')
      await offered('irate').waitFor()
      await page.getByText('between the last two samples').waitFor()
      await picture(page, 'promql-completion')
      await offered('irate').click()
      await becomes('irate([$__rate_interval])')
    })

    it('sees what Prometheus says where it says it', async () => {
      await replace('sum(up) by (job) / on(instance) group_left up{job="nothing"} + rate(up)')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Enter')
      const marked = page.locator('.cm-lintRange-error')
      await marked.first().waitFor()
      await until('the words of Prometheus', async () =>
        /expected type range vector in call to function "rate"/.test(
          (await page.locator('.promql [role=status]').textContent()) ?? '',
        ),
      )
      expect(await editor().getAttribute('aria-invalid')).toBe('true')
      await picture(page, 'promql-error')
      // The browser itself tells of the answer's status.
      errors.splice(0, errors.length, ...errors.filter((text) => !/status of 400/.test(text)))
    })

    it('leaves by Tab', async () => {
      await replace('up')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Tab')
      expect(await editor().evaluate((content) => content === document.activeElement)).toBe(false)
    })

    it('finds an earlier query again', async () => {
      await page.getByRole('button', { name: 'History' }).click()
      await page.getByRole('searchbox', { name: 'Search the history' }).fill('load1')
      await page.getByRole('button', { name: 'Star', exact: true }).click()
      await picture(page, 'promql-history')
      await page.getByRole('button', { name: /^node_load1\{job="node"\}/ }).click()
      await becomes('node_load1{job="node"}')
    })

    it('takes a counter from the browser of metrics, by its rate', async () => {
      await replace('')
      await page.keyboard.press('Delete')
      await page.getByRole('button', { name: 'Browse metrics' }).click()
      const search = page.getByRole('combobox', { name: 'Search metrics' })
      await search.fill('prometheus http requests total')
      await page.getByRole('option', { name: /^prometheus_http_requests_total/ }).waitFor()
      await page.getByRole('button', { name: 'code', exact: true }).click()
      await page.getByRole('button', { name: '200', exact: true }).click()
      await picture(page, 'promql-browser')
      await search.press('Enter')
      await becomes('rate(prometheus_http_requests_total{code="200"}[$__rate_interval])')
    })

    it.each(['dark', 'light'])('is accessible and quiet: %s', async (theme) => {
      const { page: other, errors } = await openPage(browser)
      await other.addInitScript((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
      const check = async (place: string) => {
        // Evaluated by the driver, which the policy of the page does not bind.
        await other.evaluate(axe)
        const { violations } = await other.evaluate(
          (rules) => (globalThis as unknown as { axe: Axe }).axe.run({ rules }),
          // Arrow keys scroll the list of completions, from the editor: axe takes that for true of comboboxes only.
          { 'scrollable-region-focusable': { enabled: place !== 'completion' } },
        )
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        const found = serious.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`)
        expect([place, found]).toEqual([place, []])
      }
      await open('sum(', other)
      await other.keyboard.press('Control+End')
      await other.keyboard.type('rat')
      await other.getByRole('option', { name: 'rate' }).first().waitFor()
      await check('completion')
      await other.keyboard.press('Escape')
      await other.getByRole('button', { name: 'History' }).click()
      await other.getByRole('searchbox', { name: 'Search the history' }).waitFor()
      await check('history')
      await other.keyboard.press('Escape')
      await other.getByRole('button', { name: 'Browse metrics' }).click()
      await other.getByRole('option').first().waitFor()
      await check('browser')
      expect(errors.filter((text) => !/status of 400/.test(text))).toEqual([])
      await other.close()
    })

    it('was quiet all along', () => {
      expect(errors).toEqual([])
    })
  },
)
