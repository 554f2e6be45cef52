import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { picture } from '../support/browser.ts'
import type { TestHost } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

const names = (name: string, label: string, match: string, more: object = {}) => ({
  type: 'query',
  name,
  datasource: 'metrics',
  query: { type: 'labelValues', label, match },
  sort: 'natural',
  ...more,
})
const grid = (panel: string, y: number) => ({ panel, x: 0, y, w: 24, h: 7 })
const dashboard = resource('dashboard', 'chosen', 'Chosen', {
  time: { from: 'now-5m', to: 'now' },
  variables: [
    { type: 'datasource', name: 'source', label: 'Source', plugin: 'prometheus' },
    names('job', 'job', 'up', { label: 'Job', description: 'What is scraped.' }),
    names('instance', 'instance', 'up{job="$job"}', { label: 'Instance', multi: true, includeAll: true }),
    { type: 'choice', name: 'env', label: 'Env', options: [{ value: 'prod', text: 'Production' }], allowCustom: true },
    { type: 'text', name: 'note', label: 'Note', default: 'none' },
    { type: 'interval', name: 'step', label: 'Step', options: ['1m', '5m'], auto: { count: 30, least: '10s' } },
    { type: 'switch', name: 'raw', label: 'Raw', on: 'yes', off: 'no', hide: 'menu' },
    { type: 'groupBy', name: 'by', label: 'By', datasource: 'metrics' },
  ],
  panels: {
    up: {
      type: 'timeseries',
      title: 'Up of $job',
      queries: [
        {
          refId: 'A',
          datasource: '$source',
          query: { type: 'range', expr: 'up{job="$job", instance=~"$instance"}', legend: '{{job}} {{instance}}' },
        },
      ],
      options: {},
    },
    said: {
      type: 'text',
      title: 'Said',
      queries: [],
      options: {
        mode: 'markdown',
        content:
          'job=$job instance=${instance:pipe} env=$env note=$note step=$step raw=$raw by=${by:csv} of $__dashboard',
      },
    },
  },
  layout: { type: 'grid', items: [grid('up', 0), grid('said', 7)] },
})

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
  'the variables of a dashboard',
  () => {
    let site: Site
    let host: TestHost
    let page: Page
    let errors: string[]

    const control = (key: string) => page.locator(`[data-variable="${key}"] [role="combobox"]`)
    const option = (name: string | RegExp) => page.getByRole('option', { name })
    const said = async () => (await page.locator('[data-panel="said"]').textContent()) ?? ''
    const says = (text: string) => until(text, async () => (await said()).includes(text))
    const upOf = async () =>
      (await page.locator('[data-panel="up"] [role="application"]').getAttribute('aria-label')) ?? ''

    beforeAll(async () => {
      site = await openSite({ documents: [dashboard], prometheus: 'metrics', path: '/d/chosen' })
      ;({ host, page, errors } = site)
    })
    afterAll(() => site?.close())

    it('begin as their sources and the dashboard have them', async () => {
      await says('job=node')
      await says('env=Production note=none')
      await until('the lines of the first job', async () => (await upOf()).includes('node'))
      expect(await page.getByRole('heading', { name: 'Up of node' }).count()).toBe(1)
      expect(await said()).toMatch(/instance=127\.0\.0\.1:\d+ .* step=10s raw=no by= of Chosen/)
      expect(await control('instance').textContent()).toContain('All')
      await picture(page, 'variables')
    })

    it('chain: another job offers its own instances', async () => {
      const before = await said()
      await control('job').click()
      await option('prometheus').click()
      await says('job=prometheus')
      await until('another instance', async () => !(await said()).includes(/instance=(\S+)/.exec(before)![1]!))
      await until('the lines of that job', async () => (await upOf()).includes('prometheus'))
      expect(new URL(page.url()).searchParams.get('var-job')).toBe('prometheus')
    })

    it('are chosen by keyboard, several at a time, and applied when the list is closed', async () => {
      await control('instance').focus()
      await page.keyboard.press('ArrowDown')
      await page.getByRole('combobox', { name: 'Instance', exact: true }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect(await option(/127/).getAttribute('aria-selected')).toBe('true')
      await page.keyboard.press('Escape')
      await until('the instance alone', async () => /127/.test((await control('instance').textContent()) ?? ''))
      expect(await control('instance').evaluate((button) => button === document.activeElement)).toBe(true)
      expect(new URL(page.url()).searchParams.get('var-instance')).toMatch(/127/)
    })

    it('take a value of one’s own where the author allows it', async () => {
      await control('env').click()
      await page.keyboard.type('staging')
      await page.keyboard.press('Enter')
      await says('env=staging')
    })

    it('take text, intervals, keys and switches', async () => {
      await page.getByRole('textbox', { name: 'Note' }).fill('hello')
      await page.keyboard.press('Enter')
      await says('note=hello')
      await control('step').click()
      await option('5m').click()
      await says('step=5m')
      await control('by').click()
      await page.keyboard.type('job')
      await option(/^job/).first().click()
      await page.getByRole('button', { name: 'Apply' }).click()
      await says('by=job')
      await page.getByRole('button', { name: 'More variables' }).click()
      await page.getByRole('switch', { name: 'Raw' }).click()
      await says('raw=yes')
      await page.keyboard.press('Escape')
    })

    it('come back with the link', async () => {
      await page.reload()
      await says('job=prometheus')
      await says('env=staging note=hello step=5m raw=yes by=job')
    })

    it('fall back where a link names what there is not', async () => {
      await page.goto(`${host.url}/d/chosen?var-job=gone&var-instance=gone`)
      await says('job=node')
      await until('the lines of the first job', async () => (await upOf()).includes('node'))
    })

    it('are edited in the settings, with their values, dependencies and usages', async () => {
      await page.goto(`${host.url}/d/chosen?edit&settings=variables`)
      const row = page.locator('[data-row="instance"]')
      await row.getByText('uses $job').waitFor()
      await row.getByText(/used by .*Up of/).waitFor()
      await row.getByRole('button', { name: '$instance' }).click()
      await row
        .getByRole('region', { name: 'Values' })
        .getByText(/127\.0\.0\.1/)
        .waitFor()
      expect(await barriers(page)).toEqual([])
      await row.getByRole('button', { name: 'Remove instance' }).click()
      await row.getByText('which will fail without it').waitFor()
      await row.getByRole('button', { name: 'Keep it' }).click()

      await page.getByRole('button', { name: 'Add a variable' }).click()
      await page.getByRole('menuitem', { name: 'Interval' }).click()
      await page.locator('[data-row="interval"]').getByText('15m').first().waitFor()
      await page.locator('[data-row="interval"]').getByRole('button', { name: 'Remove interval' }).click()
      await until('the list without it', async () => (await page.locator('[data-row]').count()) === 8)
    })

    it.each(['dark', 'light'])('keep nobody from using them: %s', async (theme) => {
      await page.evaluate((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
      await page.goto(`${host.url}/d/chosen`)
      await control('instance').click()
      await option('All').waitFor()
      await picture(page, `variables-${theme}`)
      expect(await barriers(page)).toEqual([])
      await page.keyboard.press('Escape')
      await option('All').waitFor({ state: 'detached' })
      expect(await barriers(page)).toEqual([])
    })

    it('leave a quiet console', () => {
      expect(errors).toEqual([])
    })
  },
)
