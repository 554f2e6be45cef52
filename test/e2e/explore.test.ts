import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { openPage, picture } from '../support/browser.ts'
import type { TestHost } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

const range = (expr: string) => ({ type: 'range', expr })
const panel = (title: string, expr: string, more: object = {}) => ({
  type: 'timeseries',
  title,
  queries: [{ refId: 'A', datasource: 'prometheus', query: { ...range(expr), legend: '{{job}}' } }],
  options: {},
  ...more,
})
const dashboard = resource('dashboard', 'jobs', 'Jobs', {
  time: { from: 'now-5m', to: 'now' },
  variables: [
    { type: 'choice', name: 'job', options: [{ value: 'node' }, { value: 'prometheus' }] },
    { type: 'filters', name: 'where', label: 'Where', datasource: 'prometheus' },
  ],
  annotations: [
    {
      type: 'query',
      name: 'Rising',
      datasource: 'prometheus',
      color: 'purple',
      query: { type: 'annotations', expr: 'up == 1' },
    },
    {
      type: 'query',
      name: 'Broken',
      datasource: 'prometheus',
      hidden: true,
      query: { type: 'annotations', expr: 'up ==' },
    },
  ],
  panels: {
    up: panel('Up', 'up{job="$job"}'),
    all: panel('All', 'up', { timeCompare: '1m' }),
  },
  layout: {
    type: 'grid',
    items: [
      { panel: 'up', x: 0, y: 0, w: 12, h: 8 },
      { panel: 'all', x: 12, y: 0, w: 12, h: 8 },
    ],
  },
})

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
  'a person who explores',
  () => {
    let site: Site
    let host: TestHost
    let browser: Browser
    let page: Page
    let errors: string[]

    beforeAll(async () => {
      site = await openSite({ documents: [dashboard], prometheus: 'prometheus', user: 'ada', path: '/' })
      ;({ host, browser, page, errors } = site)
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
    })
    afterAll(() => site?.close())

    const row = (name: string) => page.getByRole('region', { name: `Query ${name}`, exact: true })
    const chartText = async (name = 'Time series') =>
      (await page
        .getByRole('region', { name, exact: true })
        .getByRole('application')
        .getAttribute('aria-label', { timeout: 500 })
        .catch(() => '')) ?? ''
    const linkTo = (...queries: readonly (readonly [refId: string, expr: string])[]) =>
      `${host.url}/explore?${new URLSearchParams({
        from: 'now-5m',
        to: 'now',
        queries: JSON.stringify(
          queries.map(([refId, expr]) => ({ refId, datasource: 'prometheus', query: range(expr) })),
        ),
      })}`
    const typeInto = async (name: string, text: string) => {
      await row(name).locator('.cm-content').click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
      await page.keyboard.press('Escape')
    }

    it('opens Explore by keys, writes a query and runs it from the editor', async () => {
      await page.keyboard.press('g')
      await page.keyboard.press('e')
      await page.waitForURL('**/explore')
      await row('A').getByRole('button', { name: 'Code', exact: true }).click()
      await typeInto('A', 'up')
      await page.keyboard.press('Control+Enter')
      await until('the series', async () => /node/.test(await chartText()))
      expect(new URL(page.url()).searchParams.get('queries')).toContain('"expr":"up"')
      await picture(page, 'explore')
    })

    it('adds a second query, hides the first and sees the result of the other', async () => {
      await page.goto(linkTo(['A', 'up'], ['B', 'count(up)']))
      await until('the series of both', async () => /3 series|count/.test(await chartText()))
      await row('A').getByRole('button', { name: 'Menu of query A' }).click()
      await page.getByRole('menuitem', { name: 'Duplicate' }).click()
      await row('C').waitFor()
      await row('C').getByRole('button', { name: 'Menu of query C' }).click()
      await page.getByRole('menuitem', { name: 'Remove' }).click()
      await row('C').waitFor({ state: 'detached' })
      await row('A').getByRole('button', { name: 'Hide query A' }).click()
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await until('the address', () => page.url().includes('hidden'))
      await until('one series', async () => !/node/.test(await chartText()))
    })

    it('opens a link again, and finds what was not run when it comes back', async () => {
      await page.goto(linkTo(['A', 'up']))
      await until('the series', async () => /node/.test(await chartText()))
      await typeInto('A', 'process_open_fds')
      await page.getByRole('link', { name: 'Dashboards', exact: true }).click()
      await page.getByRole('link', { name: 'Explore', exact: true }).click()
      await row('A').getByText('process_open_fds').first().waitFor()
      await page.goBack()
      await page.goBack()
    })

    it('sees what Prometheus says of a bad query, beside it and without losing the other', async () => {
      await page.goto(linkTo(['A', 'up'], ['B', 'rate(up)']))
      await row('B')
        .getByText(/expected type range vector/)
        .first()
        .waitFor()
      expect(await row('A').getByRole('alert').count()).toBe(0)
      await until('the series of the good one', async () => /node/.test(await chartText()))
      // The answer of Prometheus is no error of the page.
      expect(errors).toEqual([])
    })

    it('looks at the same as a table, and at how it was answered', async () => {
      await page.goto(linkTo(['A', 'up']))
      await until('the series', async () => /node/.test(await chartText()))
      await page.getByRole('tab', { name: 'Table' }).click()
      await page.getByText('2 series').waitFor()
      await page.getByRole('tab', { name: 'Statistics' }).click()
      await page.getByText('Answered by').first().waitFor()
      await page.getByRole('tab', { name: 'Result' }).click()
    })

    it.each(['dark', 'light'])('has no barriers: %s', async (theme) => {
      await page.evaluate((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
      await page.goto(linkTo(['A', 'up'], ['B', 'rate(up)']))
      await until('the series', async () => /node/.test(await chartText()))
      expect(await barriers(page)).toEqual([])
    })

    it('takes a panel to Explore, with the variables that it had', async () => {
      await page.goto(`${host.url}/d/jobs?var-job=prometheus`)
      await until('the panel', async () => /prometheus/.test(await chartText('Up')))
      await page.getByRole('button', { name: 'Menu of panel Up' }).click()
      await page.getByRole('menuitem', { name: 'Explore' }).click()
      await page.getByText('job = prometheus').waitFor()
      await until('the same series', async () => /prometheus/.test(await chartText()))
      expect(await chartText()).not.toMatch(/node/)
    })

    it('narrows a dashboard down by a filter, whose key and value are offered, and takes it away again', async () => {
      await page.goto(`${host.url}/d/jobs`)
      await until('both jobs', async () => /node/.test(await chartText('All')))
      await page.getByRole('button', { name: 'Add a filter to Where' }).click()
      await page.getByLabel('Key').fill('jo')
      await page.getByRole('option', { name: 'job', exact: true }).click()
      await page.getByLabel('Value').fill('prom')
      await page.getByRole('option', { name: 'prometheus', exact: true }).waitFor()
      expect(await barriers(page)).toEqual([])
      await page.keyboard.press('ArrowDown')
      // The first takes the value, the second sends the form.
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'job = prometheus', exact: true }).waitFor()
      await until('only one job', async () => {
        const text = await chartText('All')
        return /prometheus/.test(text) && !/node/.test(text)
      })
      expect(page.url()).toContain('filters-where')
      await page.getByRole('button', { name: 'Remove filter job = prometheus' }).click()
      await until('both jobs again', async () => /node/.test(await chartText('All')))
    })

    it('switches annotations, and is told which of them fail', async () => {
      await page
        .getByText('with 1 min earlier')
        .or(page.getByText(/with .* earlier/))
        .first()
        .waitFor()
      await page.getByRole('checkbox', { name: 'Broken' }).check()
      await page.getByRole('button', { name: /Broken failed/ }).waitFor()
      expect(await page.getByRole('button', { name: /Rising failed/ }).count()).toBe(0)
      expect(page.url()).toContain('annotations-Broken=on')
      expect(await barriers(page)).toEqual([])
      await picture(page, 'dashboard-filters')
    })

    it('is for those who may send queries of their own; others are told so', async () => {
      const made = await page.request.post(`${host.url}/api/v1/users`, {
        data: { name: 'vi', password: 'correct horse', role: 'viewer' },
        headers: { 'orrery-request': '1' },
      })
      expect(made.status()).toBe(201)
      const { page: other, errors: quiet } = await openPage(browser)
      await other.goto(`${host.url}/sign-in?to=/d/jobs`)
      await other.getByLabel('Name').fill('vi')
      await other.getByLabel('Password').fill('correct horse')
      await other.getByRole('button', { name: 'Sign in' }).click()
      await other.getByRole('button', { name: 'Menu of panel Up' }).click()
      await other.getByRole('menuitem', { name: 'Inspect' }).waitFor()
      expect(await other.getByRole('menuitem', { name: 'Explore' }).count()).toBe(0)
      // A viewer narrows down what the dashboard admits.
      await other.keyboard.press('Escape')
      await other.getByRole('button', { name: 'Add a filter to Where' }).click()
      await other.getByLabel('Key').fill('jo')
      await other.getByRole('option', { name: 'job', exact: true }).waitFor()
      await other.goto(linkTo(['A', 'up']))
      await other.getByText('You may not send queries of your own').waitFor()
      expect(await barriers(other)).toEqual([])
      expect(quiet).toEqual([])
      await other.close()
    })

    it('has a quiet console', () => {
      expect(errors).toEqual([])
    })
  },
)
