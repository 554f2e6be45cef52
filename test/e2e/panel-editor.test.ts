import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import type { TestHost } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

const spec = {
  time: { from: 'now-5m', to: 'now' },
  panels: {
    up: {
      type: 'timeseries',
      title: 'Up',
      queries: [{ refId: 'A', datasource: 'prometheus', query: { type: 'range', expr: 'up', legend: '{{job}}' } }],
      options: {},
    },
  },
  layout: { type: 'grid', items: [{ panel: 'up', x: 0, y: 0, w: 12, h: 8 }] },
}

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
  'the editor of a panel',
  () => {
    let site: Site
    let host: TestHost
    let page: Page
    let errors: string[]

    beforeAll(async () => {
      site = await openSite({ prometheus: 'prometheus', user: 'ada' })
      ;({ host, page, errors } = site)
      await put(resource('dashboard', 'machines', 'Machines', spec))
      await page.goto(`${host.url}/d/machines?edit&panel=up`)
      await preview().waitFor()
    })
    afterAll(() => site?.close())

    const put = async (data: object) => {
      const answer = await page.request.put(`${host.url}/api/v1/ns/default/dashboards/machines`, {
        headers: { 'orrery-request': '1', origin: host.url, 'if-none-match': '*' },
        data,
      })
      expect(answer.ok(), await answer.text()).toBe(true)
    }
    const preview = () => page.locator('[data-preview]')
    const options = () => page.getByRole('complementary', { name: 'Options of the panel' })
    const named = (name: string) => page.getByRole('button', { name, exact: true })
    const choose = async (combobox: ReturnType<Page['getByRole']>, option: string) => {
      await combobox.click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }
    const search = async (text: string) => {
      await options().getByRole('searchbox', { name: 'Search all options' }).fill(text)
    }
    const legend = () => preview().locator('.o-legend')

    it('draws what the queries give, and as a table', async () => {
      await legend().getByText('prometheus').waitFor()
      await page.getByRole('switch', { name: 'Table view' }).click()
      await preview().getByRole('grid').or(preview().getByRole('table')).first().waitFor()
      await page.getByRole('switch', { name: 'Table view' }).click()
      await legend().waitFor()
    })

    it('renames, duplicates, moves by keys and hides queries, and undoes each', async () => {
      const queries = () =>
        page.locator('[data-query]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['query']))
      await named('Menu of query A').click()
      await page.getByRole('menuitem', { name: 'Duplicate' }).click()
      await expect.poll(queries).toEqual(['A', 'B'])
      await page.getByRole('textbox', { name: 'Name of query B' }).fill('earlier')
      await page.keyboard.press('Enter')
      await expect.poll(queries).toEqual(['A', 'earlier'])
      await named('Move query earlier: arrow keys, or drag').focus()
      await page.keyboard.press('ArrowUp')
      await expect.poll(queries).toEqual(['earlier', 'A'])
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
        'Move query earlier',
      )
      await page.getByRole('button', { name: /^Undo/ }).click()
      await expect.poll(queries).toEqual(['A', 'earlier'])
      await named('Hide query earlier').click()
      await named('Show query earlier').waitFor()
      await named('Menu of query earlier').click()
      await page.getByRole('menuitem', { name: 'Remove' }).click()
      await expect.poll(queries).toEqual(['A'])
    })

    it('tells what is wrong with a time of its own, and shows a shifted query', async () => {
      const query = page.locator('[data-query="A"]')
      await query.getByRole('button', { name: 'Time and points' }).click()
      await query.getByRole('textbox', { name: 'Time shift' }).fill('1x')
      await query.getByText('This is no duration').waitFor()
      await query.getByRole('textbox', { name: 'Time shift' }).fill('1s')
      await query.getByText('1s earlier').waitFor()
      await legend().getByText('node (−1 s)').waitFor()
    })

    it('searches all options, and redraws with each change', async () => {
      await search('unit')
      await options().getByRole('combobox', { name: 'Unit' }).click()
      await page.keyboard.type('percent')
      await page.keyboard.press('Enter')
      await expect.poll(() => options().getByRole('combobox', { name: 'Unit' }).innerText()).toMatch(/percent/i)
      await search('threshold')
      await options().getByRole('button', { name: 'Add a threshold' }).click()
      await page.keyboard.type('0.5')
      await expect.poll(() => options().getByRole('textbox', { name: 'From' }).count()).toBe(2)
      await search('no such option')
      await options().getByText('No option is called so').waitFor()
      await search('')
    })

    it('overrides the options of some series, and counts them', async () => {
      await options().getByRole('button', { name: 'Add an override' }).click()
      const override = options().getByRole('region', { name: 'Override 1' })
      await override.getByText(/for 1 of \d/).waitFor()
      await choose(override.getByRole('combobox', { name: 'Add an option to override 1' }), 'Display name')
      await override.getByRole('textbox', { name: 'Display name' }).fill('Renamed')
      await legend().getByText('Renamed').waitFor()
      await override.getByRole('button', { name: 'Remove override 1' }).click()
      await expect.poll(() => legend().getByText('Renamed').count()).toBe(0)
    })

    it('suggests visualisations by pictures of the data, and keeps what carries over', async () => {
      await options()
        .getByRole('button', { name: /^Visualisation/ })
        .click()
      const card = options().locator('[data-suggested="stat"]')
      await until('a picture', async () => (await card.locator('.picture').innerText()).length > 0)
      for (const theme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        expect(await barriers(page)).toEqual([])
      }
      await card.click()
      await expect.poll(() => preview().getAttribute('data-preview')).toBe('stat')
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('Visualisation: Stat')
      await page.keyboard.press('Enter')
      await options().getByRole('searchbox', { name: 'Search visualisations' }).waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => options().getByRole('searchbox', { name: 'Search visualisations' }).count()).toBe(0)
    })

    it('has no barrier, in both themes', async () => {
      for (const theme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        expect(await barriers(page)).toEqual([])
      }
    })

    it('is left by keys, the innermost thing first', async () => {
      const types = options().getByRole('searchbox', { name: 'Search visualisations' })
      await page.getByRole('heading', { name: 'Up', level: 1 }).click()
      await page.keyboard.press('p')
      await page.keyboard.press('v')
      await types.waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => types.count()).toBe(0)
      await page.keyboard.press('Escape')
      await page.locator('[data-panel="up"]').waitFor()
      expect(errors).toEqual([])
    })
  },
)
