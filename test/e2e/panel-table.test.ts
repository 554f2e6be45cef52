import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { datasource, provisioningFolder, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'

const cities = 'city,people,state\nSuva,93970,up\nApia,,down\nNadi,42284,up\nLevuka,4397,"down, old"\n'
const cell = (name: string, custom: object, more: object = {}) => ({
  matcher: { type: 'byName', name },
  properties: { custom, ...more },
})
const table = (title: string, query: object, options: object, overrides: readonly object[] = []) => ({
  type: 'table',
  title,
  queries: [{ refId: 'A', datasource: 'made', query }],
  options,
  fieldConfig: { defaults: {}, overrides },
})
const panels = {
  cities: table('Cities', { type: 'csv', text: cities }, { sort: [{ column: 'people', direction: 'descending' }] }, [
    cell('people', { cell: { type: 'gauge' }, footer: ['sum'] }),
    cell('state', { cell: { type: 'pill' } }),
    cell('city', {}, { links: [{ title: 'Map', url: 'https://maps.example/${__value.raw}', newTab: true }] }),
  ]),
  courses: table('Courses', { type: 'randomWalk', series: 3, seed: 7 }, {}, [
    cell('value', { cell: { type: 'sparkline' } }),
  ]),
  many: table('Many', { type: 'table', rows: 5000, nulls: 0 }, { frozenColumns: 1, rowNumbers: true }),
}
const dashboard = resource('dashboard', 'tables', 'Tables', {
  time: { from: 'now-5m', to: 'now' },
  panels,
  layout: {
    type: 'grid',
    items: Object.keys(panels).map((panel, i) => ({ panel, x: 0, y: i * 8, w: 24, h: 8 })),
  },
})

describe.skipIf(!programs.chromium)('table panels', () => {
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let folder: string
  const panel = (id: keyof typeof panels) => page.locator(`[data-panel=${id}]`)
  const firstCells = (id: keyof typeof panels) =>
    panel(id).locator('[role=gridcell][data-column="0"]').allTextContents()
  const heading = (title: string) => panel('cities').getByRole('columnheader', { name: title })

  beforeAll(async () => {
    folder = provisioningFolder(datasource('made', 'testdata', {}), dashboard)
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser, { viewport: { width: 1280, height: 1300 } }))
    await page.goto(`${host.url}/d/tables?refresh=off`)
    await panel('cities').getByRole('grid').waitFor({ timeout: 30_000 })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  it('draws gauges, pills, links, courses and figures below', async () => {
    expect(await firstCells('cities')).toEqual(['Suva', 'Nadi', 'Levuka', 'Apia'])
    const bars = panel('cities').locator('.table-gauge-fill')
    const widths = await bars.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
    expect(widths.length).toBe(3)
    expect(widths[0]).toBeGreaterThan(widths[1]! * 2)
    expect(await panel('cities').locator('.table-pill').allTextContents()).toEqual(['up', 'up', 'down', 'old', 'down'])
    expect(await panel('cities').getByRole('link', { name: 'Suva' }).getAttribute('href')).toBe(
      'https://maps.example/Suva',
    )
    expect(await panel('cities').locator('.o-table-foot').textContent()).toContain('Sum')
    await panel('courses').locator('.table-spark-path').nth(2).waitFor()
    await picture(page, 'tables-dark')
  })

  it('sorts by headings, by more of them with Shift, and by keys', async () => {
    await heading('city').getByRole('button').first().click()
    expect(await firstCells('cities')).toEqual(['Apia', 'Levuka', 'Nadi', 'Suva'])
    await heading('people')
      .getByRole('button')
      .first()
      .click({ modifiers: ['Shift'] })
    expect(await heading('people').getAttribute('aria-sort')).toBe('ascending')
    expect(await heading('city').getAttribute('aria-sort')).toBe('ascending')
  })

  it('filters by values and clears it again', async () => {
    await heading('state').getByRole('button', { name: 'Column state' }).click()
    await page.getByRole('checkbox', { name: 'up', exact: true }).check()
    expect(await firstCells('cities')).toEqual(['Nadi', 'Suva'])
    await page.keyboard.press('Escape')
    expect(await panel('cities').getByRole('status').textContent()).toBe('2 of 4 rows')
    await panel('cities').getByRole('button', { name: 'Clear filters' }).click()
    expect((await firstCells('cities')).length).toBe(4)
  })

  it('resizes a column by dragging and by keys', async () => {
    const widthOf = async () => (await heading('city').boundingBox())!.width
    const before = await widthOf()
    const handle = (await heading('city').locator('.o-table-handle').boundingBox())!
    await page.mouse.move(handle.x + 3, handle.y + 5)
    await page.mouse.down()
    await page.mouse.move(handle.x - 47, handle.y + 5, { steps: 4 })
    await page.mouse.up()
    expect(Math.round(before - (await widthOf()))).toBe(50)
    await heading('city').getByRole('button').first().focus()
    await page.keyboard.press('Shift+ArrowRight')
    expect(Math.round(before - (await widthOf()))).toBe(34)
  })

  it('is walked through by keys, and shows whole values', async () => {
    const grid = panel('many').getByRole('grid')
    await grid.focus()
    await page.keyboard.press('Control+End')
    const activeRow = () =>
      grid.evaluate((element) => {
        const id = element.getAttribute('aria-activedescendant')
        return id === null ? undefined : document.getElementById(id)?.dataset['row']
      })
    await until('the last row', async () => (await activeRow()) === '4999')
    await page.keyboard.press('Control+Home')
    await until('the first row', async () => (await activeRow()) === '0')
    expect(await panel('many').locator('.o-table-rows [role=row]').count()).toBeLessThan(40)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('has a menu for cells', async () => {
    await panel('courses').locator('[data-row="0"]').first().click({ button: 'right' })
    expect(await page.getByRole('menuitem').allTextContents()).toContain('Copy row')
    await page.keyboard.press('Escape')
  })

  it('keeps frozen columns in place', async () => {
    const grid = panel('many').getByRole('grid')
    await grid.evaluate((element) => element.scrollTo({ left: 400 }))
    await until('the columns to scroll', async () => {
      const box = (await grid.boundingBox())!
      const first = (await panel('many').locator('[data-row="0"][data-column="0"]').boundingBox())!
      return Math.abs(first.x - box.x) < 2
    })
  })

  it.each(['dark', 'light'])('is accessible and quiet: %s', async (theme) => {
    await page.evaluate((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
    await page.reload()
    await panel('courses').locator('.table-spark-path').first().waitFor()
    await panel('many').getByRole('grid').waitFor()
    await picture(page, `tables-${theme}`)
    expect(await barriers(page)).toEqual([])
    expect(errors).toEqual([])
  })
})
