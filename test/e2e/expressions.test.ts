import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { openSite, type Site } from '../support/site.ts'

const spec = {
  time: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z' },
  panels: {
    load: {
      type: 'stat',
      title: 'Load',
      queries: [{ refId: 'A', datasource: 'made', query: { type: 'constant', value: 21 } }],
      options: {},
    },
  },
  layout: { type: 'grid', items: [{ panel: 'load', x: 0, y: 0, w: 24, h: 8 }] },
}

describe.skipIf(!programs.chromium)('expressions', () => {
  let site: Site
  let page: Page

  beforeAll(async () => {
    site = await openSite({ documents: [datasource('made', 'testdata', {})], user: 'ada' })
    ;({ page } = site)
    await put(resource('dashboard', 'load', 'Load', spec))
    await page.goto(`${site.host.url}/d/load?edit&panel=load`)
    await page.locator('[data-preview]').getByText('21').waitFor()
  })
  afterAll(() => site?.close())

  const put = async (data: object) => {
    const answer = await page.request.put(`${site.host.url}/api/v1/ns/default/dashboards/load`, {
      headers: { 'orrery-request': '1', origin: site.host.url, 'if-none-match': '*' },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  const named = (name: string) => page.getByRole('button', { name, exact: true })
  const row = (name: string) => page.getByRole('region', { name: `Expression ${name}`, exact: true })
  const choose = async (combobox: ReturnType<Page['getByRole']>, option: string) => {
    await combobox.click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  const shown = (place = '[data-preview]') =>
    page.locator(`${place} .o-value-text`).evaluateAll((all) => all.map((each) => each.textContent?.trim()))

  it('calculate with queries, and mark mistakes', async () => {
    await named('Add an expression').click()
    const math = row('B').getByRole('textbox', { name: 'Expression B' })
    await math.click()
    await page.keyboard.press('End')
    await page.keyboard.type(' * 2')
    await expect.poll(() => shown()).toContain('42')
    await page.keyboard.type(' +')
    await row('B')
      .getByText(/cannot be read at character/)
      .waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect
      .poll(() =>
        row('B')
          .getByText(/cannot be read/)
          .count(),
      )
      .toBe(0)
  })

  it('stand on each other, and hide what they stand on', async () => {
    await named('Add an expression').click()
    await choose(page.getByRole('combobox', { name: 'Type of expression C' }), 'Reduce')
    await named('Add an expression').click()
    await choose(page.getByRole('combobox', { name: 'Type of expression D' }), 'Threshold')
    await row('D').getByRole('spinbutton', { name: 'Threshold: value' }).fill('40')
    await row('D').getByRole('checkbox', { name: 'Stays 1 until it recovers' }).check()
    await row('D').getByRole('spinbutton', { name: 'Recovery: value' }).fill('30')
    for (const name of ['A', 'B', 'C']) await named(`Hide query ${name}`).click()
    await expect.poll(() => shown()).toEqual(['1'])
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      expect(await barriers(page)).toEqual([])
    }
  })

  it('follow the name of a query, and say when it is gone', async () => {
    await page.getByRole('textbox', { name: 'Name of query A' }).fill('load')
    await page.keyboard.press('Enter')
    await row('B').getByText('$load * 2').waitFor()
    await expect.poll(() => shown()).toEqual(['1'])
    await named('Menu of query load').click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await page.getByText('Query load is removed, and B calculates with it.').waitFor()
    await row('B')
      .getByText(/takes "load", which is neither a query nor a variable/)
      .waitFor()
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => shown()).toEqual(['1'])
  })

  it('are calculated for the dashboard, too', async () => {
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(`${site.host.url}/d/load`)
    await expect.poll(() => shown('[data-panel=load]')).toEqual(['1'])
    expect(site.errors).toEqual([])
  })
})
