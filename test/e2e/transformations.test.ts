import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { openSite, type Site } from '../support/site.ts'

const csv = (refId: string, text: string) => ({ refId, datasource: 'made', query: { type: 'csv', text } })
const spec = {
  time: { from: 'now-5m', to: 'now' },
  panels: {
    load: {
      type: 'table',
      title: 'Load',
      queries: [
        csv('A', 'time,web\n2026-01-01,1\n2026-01-02,5\n2026-01-03,2'),
        csv('B', 'time,api\n2026-01-01,10\n2026-01-02,20\n2026-01-04,40'),
      ],
      options: {},
    },
  },
  layout: { type: 'grid', items: [{ panel: 'load', x: 0, y: 0, w: 24, h: 8 }] },
}

describe.skipIf(!programs.chromium)('transformations', () => {
  let site: Site
  let page: Page
  let asked = 0

  beforeAll(async () => {
    site = await openSite({ documents: [datasource('made', 'testdata', {})], user: 'ada' })
    ;({ page } = site)
    await put(resource('dashboard', 'load', 'Load', spec))
    page.on('request', (request) => {
      if (request.url().endsWith('/query')) asked++
    })
    await page.goto(`${site.host.url}/d/load?edit&panel=load`)
    await cells('[data-preview]').first().waitFor()
  })
  afterAll(() => site?.close())

  const put = async (data: object) => {
    const answer = await page.request.put(`${site.host.url}/api/v1/ns/default/dashboards/load`, {
      headers: { 'orrery-request': '1', origin: site.host.url, 'if-none-match': '*' },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  const cells = (place: string) => page.locator(`${place} [role=gridcell]`)
  const heads = (place: string) => page.locator(`${place} [role=columnheader]`).allInnerTexts()
  const column = async (place: string, at: number) => {
    const texts = await cells(place).allInnerTexts()
    const { length } = await heads(place)
    return texts.filter((_, i) => i % length === at)
  }
  const shown = (at: number) => () => column('[data-preview]', at)
  const named = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const step = (title: string) => page.getByRole('region', { name: new RegExp(`^Step \\d, ${title}$`) })
  const order = () =>
    page.locator('[data-step]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['step']))
  const add = async (search: string) => {
    const box = page.getByPlaceholder('Search transformations')
    await box.fill(search)
    await box.press('Enter')
  }

  it('are added from a list by keys, and seen at once without asking again', async () => {
    const before = asked
    await page.getByRole('tab', { name: 'Transformations (0)' }).click()
    await page.getByText('No transformations').waitFor()
    await named('Add a transformation').click()
    await page.getByRole('group', { name: 'Fit this data' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await add('join by field')
    await expect.poll(shown(1)).toEqual(['1', '5', '2', '–'])
    await step('Join by field').getByText('2 tables in, 1 table of 3 × 4 out').waitFor()
    await named('Add a transformation').click()
    await add('calculate')
    await expect.poll(shown(3)).toEqual(['11', '25', '2', '40'])
    await named('Add a transformation').click()
    await add('sort by')
    const sort = step('Sort by')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add')
    await page.keyboard.press('Enter')
    await sort.getByRole('combobox', { name: 'Field' }).waitFor()
    await page.keyboard.type('Tot')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await sort.getByRole('switch', { name: 'Descending' }).click()
    await expect.poll(shown(3)).toEqual(['40', '25', '11', '2'])
    expect(asked).toBe(before)
  })

  it('are ordered by keys, switched off, filtered and undone', async () => {
    await named('Move step 3, Sort by: arrow keys, or drag').focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(order).toEqual(['joinByField', 'sortBy', 'calculateField'])
    await step('Sort by').getByText('"Total"').waitFor()
    await expect.poll(shown(3)).toEqual(['11', '25', '2', '40'])
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(shown(3)).toEqual(['40', '25', '11', '2'])
    await named('Switch Step 1, Join by field off').click()
    await expect.poll(() => heads('[data-preview]')).toHaveLength(3)
    await named('Switch Step 1, Join by field on').click()
    await expect.poll(shown(3)).toEqual(['40', '25', '11', '2'])
    await step('Join by field')
      .getByRole('button', { name: /^What .* shapes: All data/ })
      .click()
    await page.getByRole('checkbox', { name: 'Query A' }).check()
    await expect
      .poll(() => step('Join by field').locator('.summary').innerText())
      .toBe('1 table of 2 × 3 in, 1 table of 2 × 3 out')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(shown(3)).toEqual(['40', '25', '11', '2'])
  })

  it('show what goes in and out of a step', async () => {
    await named('Look at the data of Step 3, Sort by').click()
    const sort = '[data-step=sortBy]'
    await expect.poll(() => column(`${sort} section[aria-label=In]`, 1)).toEqual(['1', '5', '2', ''])
    await expect.poll(() => column(`${sort} section[aria-label=Out]`, 1)).toEqual(['', '5', '1', '2'])
    await named('Help on Step 3, Sort by').click()
    await step('Sort by').getByText('Rows that are equal stay as they stand.').waitFor()
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      expect(await barriers(page)).toEqual([])
    }
  })

  it('are saved, and give the same when the host runs them', async () => {
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(`${site.host.url}/d/load`)
    await expect.poll(() => column('[data-panel=load]', 3)).toEqual(['40', '25', '11', '2'])
    expect(site.errors).toEqual([])
  })
})
