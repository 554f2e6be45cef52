import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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
const pods = 'zone,pod,used,look\neu,a,10,red\nus,b,40,green\neu,c,30,green\nus,d,5,red\n'
const actionsOf = (origin: string) => [
  {
    title: 'Restart ${__value.text}',
    method: 'POST',
    url: `${origin}/pods/\${__value.raw}`,
    body: '{"replicas": ${replicas}, "zone": "${__data.fields.zone}"}',
    confirm: 'Really?',
    variables: [{ name: 'replicas', label: 'Replicas', type: 'number' }],
  },
  { title: 'Fail ${__value.text}', method: 'DELETE', url: `${origin}/fail`, oneClick: true, color: 'red' },
]
const panels = {
  cities: table('Cities', { type: 'csv', text: cities }, { sort: [{ column: 'people', direction: 'descending' }] }, [
    cell('people', { cell: { type: 'gauge' }, footer: ['sum'] }),
    cell('state', { cell: { type: 'pill' } }),
    cell('city', {}, { links: [{ title: 'Map', url: 'https://maps.example/${__value.raw}', newTab: true }] }),
  ]),
  courses: table('Courses', { type: 'randomWalk', series: 3, seed: 7 }, {}, [
    cell('value', { cell: { type: 'sparkline' } }),
  ]),
  grouped: table('Grouped', { type: 'csv', text: pods }, { groupBy: ['zone'] }, [
    cell('used', { group: ['sum'], footer: ['sum'] }),
    cell('pod', { styleField: 'look', tooltip: { field: 'look', placement: 'bottom' } }),
  ]),
  acting: table('Acting', { type: 'csv', text: pods }, {}, []),
  many: table('Many', { type: 'table', rows: 5000, nulls: 0 }, { frozenColumns: 1, rowNumbers: true }),
}
const dashboardOf = (origin: string) =>
  resource('dashboard', 'tables', 'Tables', {
    time: { from: 'now-5m', to: 'now' },
    panels: {
      ...panels,
      acting: {
        ...panels.acting,
        fieldConfig: {
          defaults: {},
          overrides: [
            cell('pod', { cell: { type: 'actions' }, width: 260 }, { actions: actionsOf(origin) }),
            cell('zone', {}, { actions: actionsOf(origin) }),
          ],
        },
      },
    },
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
  const asked: string[] = []
  const target = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => void (body += String(chunk)))
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`)
      response.writeHead(request.url === '/fail' ? 500 : 202, { 'content-type': 'text/plain' }).end('from the target')
    })
  })
  const panel = (id: keyof typeof panels) => page.locator(`[data-panel=${id}]`)
  const firstCells = (id: keyof typeof panels) =>
    panel(id).locator('[role=gridcell][data-column="0"]').allTextContents()
  const heading = (title: string) => panel('cities').getByRole('columnheader', { name: title })

  beforeAll(async () => {
    target.listen(0, '127.0.0.1')
    await once(target, 'listening')
    // A server that listens on a port has an address of this kind.
    const origin = `http://127.0.0.1:${(target.address() as AddressInfo).port}`
    folder = provisioningFolder(datasource('made', 'testdata', {}), dashboardOf(origin))
    host = await startHost(['--demo', '--provisioning', folder, '--action-origins', origin])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser, { viewport: { width: 1280, height: 2000 } }))
    await page.goto(`${host.url}/d/tables?refresh=off`)
    await panel('cities').getByRole('grid').waitFor({ timeout: 30_000 })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    target.close()
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

  it('groups rows, opened by mouse and keys, sorted by their figures', async () => {
    const grid = panel('grouped').getByRole('treegrid')
    const lines = () => grid.locator('.o-table-rows [role=row]').allTextContents()
    expect((await lines()).map((line) => line.replaceAll(/\s+/g, ' ').trim())).toEqual(['eu(2)Sum 40', 'us(2)Sum 45'])
    await grid.locator('.o-table-group').first().click()
    expect((await lines()).length).toBe(4)
    await grid.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    expect((await lines()).length).toBe(6)
    await grid.getByRole('columnheader', { name: 'used' }).getByRole('button').first().click()
    await grid.getByRole('columnheader', { name: 'used' }).getByRole('button').first().click()
    await until('the group of the highest sum to be first', async () => (await lines())[0]!.startsWith('us'))
    await panel('grouped').getByRole('button', { name: 'Close all groups' }).click()
    expect((await lines()).length).toBe(2)
    expect(await panel('grouped').locator('.o-table-foot').textContent()).toContain('85')
  })

  it('takes colours and hints of cells from another column', async () => {
    await panel('grouped').getByRole('button', { name: 'Open all groups' }).click()
    const pod = panel('grouped').getByRole('gridcell', { name: 'b', exact: true })
    await pod.hover()
    expect(await page.getByRole('tooltip').textContent()).toBe('green')
    const other = panel('grouped').getByRole('gridcell', { name: 'a', exact: true })
    const colorOf = (locator: typeof pod) => locator.evaluate((element) => getComputedStyle(element).color)
    expect(await colorOf(pod)).not.toBe(await colorOf(other))
    await panel('grouped').getByRole('heading').hover()
  })

  it('keeps what was set by hand through a reload, until it is reset', async () => {
    await heading('state').getByRole('button', { name: 'Column state' }).click()
    await page.getByRole('button', { name: 'Move towards the start' }).click()
    await page.keyboard.press('Escape')
    const titles = () => panel('cities').getByRole('columnheader').locator('.o-table-title').allTextContents()
    expect(await titles()).toEqual(['city', 'state', 'people'])
    const before = (await heading('city').boundingBox())!.width
    await page.reload()
    await panel('cities').getByRole('grid').waitFor()
    expect(await titles()).toEqual(['city', 'state', 'people'])
    expect((await heading('city').boundingBox())!.width).toBe(before)
    await heading('city').getByRole('button', { name: 'Column city' }).click()
    await page.getByRole('button', { name: 'Whole table as it was' }).click()
    expect(await titles()).toEqual(['city', 'people', 'state'])
  })

  it('runs an action when it is confirmed, and not when it is cancelled', async () => {
    const row = panel('acting').locator('.o-table-rows [role=row]').filter({ hasText: 'us' }).first()
    const button = row.getByRole('button', { name: 'Restart b' })
    await button.click()
    const dialog = page.getByRole('dialog', { name: 'Restart b' })
    expect(await dialog.textContent()).toContain('Really?')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(asked).toEqual([])
    await button.click()
    await dialog.getByRole('textbox', { name: 'Replicas' }).fill('3')
    expect(await dialog.locator('pre').textContent()).toBe('{"replicas": 3, "zone": "us"}')
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Restart b was answered with 202: from the target').waitFor()
    expect(asked.splice(0)).toEqual(['POST /pods/b {"replicas": 3, "zone": "us"}'])
  })

  it('says what an action without a question failed with, from the menu of a value too', async () => {
    await panel('acting').getByRole('button', { name: 'us', exact: true }).first().click()
    await page.getByRole('menuitem', { name: 'Fail us' }).click()
    await page.getByText('Fail us was answered with 500: from the target').waitFor()
    expect(asked.splice(0)).toEqual(['DELETE /fail '])
    await page.getByRole('button', { name: 'Dismiss' }).first().click()
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
