import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { openPage, picture } from '../support/browser.ts'
import type { TestHost } from '../support/host.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

const HOUR = 3_600_000
const walk = { refId: 'A', datasource: 'made', query: { type: 'randomWalk', series: 1, seed: 7 } }
const dashboard = (id: string, time: object) =>
  resource('dashboard', id, id, {
    time: { from: 'now-1h', to: 'now', ...time },
    panels: {
      walk: { type: 'timeseries', title: 'Walk', queries: [walk], options: {} },
      said: {
        type: 'text',
        title: 'Said',
        queries: [],
        options: { mode: 'markdown', content: 'from=$__from to=$__to' },
      },
    },
    layout: {
      type: 'grid',
      items: [
        { panel: 'walk', x: 0, y: 0, w: 24, h: 8 },
        { panel: 'said', x: 0, y: 8, w: 24, h: 4 },
      ],
    },
  })
const fiscal = dashboard('fiscal', { zone: 'UTC', weekStart: 'sunday', fiscalYearStartMonth: 4 })
const late = dashboard('late', {
  nowDelay: '1h',
  hidden: true,
  quickRanges: [{ title: 'Last shift', from: 'now-8h', to: 'now' }],
  refreshIntervals: ['20s', '2m'],
})

describe.skipIf(!programs.chromium)('the times of a dashboard', () => {
  let site: Site
  let host: TestHost
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let errors: string[]

  const picker = () => page.locator('.time-button')
  const address = () => new URL(page.url()).searchParams
  const shown = async () => {
    const [, from, to] = /from=(\d+) to=(\d+)/.exec((await page.locator('[data-panel=said]').textContent()) ?? '') ?? []
    return from === undefined ? undefined : { from: Number(from), to: Number(to) }
  }
  const shows = (what: string, isSo: (range: { from: number; to: number }) => boolean) =>
    until(what, async () => {
      const range = await shown()
      return range && isSo(range) ? range : undefined
    })
  const lasts = (hours: number) =>
    shows(`${hours} hours`, ({ from, to }) => Math.abs(to - from - hours * HOUR) < 10_000)
  const field = (name: string) => page.locator('.time-picker').getByLabel(name, { exact: true })
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key)
  }
  const choose = async (search: string) => {
    await picker().focus()
    await keys('Enter')
    await page.getByLabel('Search ranges').fill(search)
    await keys('Enter')
  }

  beforeAll(async () => {
    site = await openSite({ documents: [datasource('made', 'testdata', {}), fiscal, late] })
    ;({ host, browser, page, errors } = site)
    context = page.context()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.url })
    await page.goto(`${host.url}/d/fiscal`)
    await lasts(1)
  })
  afterAll(() => site?.close())

  it('are found by typing, and stand in the address', async () => {
    await choose('90m')
    await lasts(1.5)
    expect([address().get('from'), await picker().textContent()]).toEqual(['now-90m', 'Last 90 minutes'])
    await page.goBack()
    await lasts(1)
  })

  it('know fiscal years', async () => {
    await choose('this fiscal year so far')
    await shows('the first of April', ({ from }) => new Date(from).toISOString().endsWith('-04-01T00:00:00.000Z'))
    expect(address().get('from')).toBe('now/fy')
  })

  it('are chosen in a calendar by keyboard, and offered again', async () => {
    await picker().focus()
    await keys('Enter')
    await page.getByRole('button', { name: 'Calendar' }).click()
    const day = page.getByRole('grid').locator('button:focus')
    await day.waitFor()
    await keys('PageUp', 'Home', 'Enter', 'ArrowRight', 'ArrowRight', 'Enter')
    expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(3)
    await picture(page, 'time-picker')
    await keys('Escape')
    await page.getByRole('grid').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Calendar' }).evaluate((e) => e === document.activeElement)).toBe(
      true,
    )
    const first = await field('From').inputValue()
    await page.getByRole('button', { name: 'Apply', exact: true }).click()
    const days = await shows('three days', ({ from, to }) => to - from === 72 * HOUR - 1)
    expect(new Date(days.from).toISOString()).toBe(`${first}T00:00:00.000Z`)
    expect(new Date(days.from).getUTCDay()).toBe(0)

    await choose('last 6 hours')
    await lasts(6)
    await picker().click()
    await page.getByRole('list', { name: 'Recent' }).getByRole('button').first().click()
    await shows('these days', ({ from }) => from === days.from)
  })

  it('move, zoom, and are copied and pasted by keys', async () => {
    await page.goto(`${host.url}/d/fiscal?from=1767225600000&to=1767229200000`)
    await lasts(1)
    const at = (from: number, to: number) =>
      shows(`${from}`, (range) => range.from === 1767225600000 + from * HOUR && range.to === 1767225600000 + to * HOUR)
    await keys('t', 'ArrowRight')
    await at(0.5, 1.5)
    await keys('t', 'ArrowLeft')
    await at(0, 1)
    await keys('t', '+')
    await at(0.25, 0.75)
    await keys('t', '-')
    await at(0, 1)
    await keys('t', 'c')
    await until('the copy', async () =>
      (await page.evaluate(() => navigator.clipboard.readText())).includes('2026-01-01T00:00:00.000Z'),
    )
    await keys('t', 'z')
    await at(-0.5, 1.5)
    await keys('t', 'v')
    await at(0, 1)
    await page.evaluate(() => navigator.clipboard.writeText('hello'))
    await keys('t', 'v')
    await page.getByText('The clipboard holds no time range').waitFor()
    expect(address().get('from')).toBe('1767225600000')
  })

  it('are pasted whole into one field', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('2026-05-01T12:00:00Z/2026-05-01T13:00:00Z'))
    await picker().click()
    await field('From').focus()
    await keys('ControlOrMeta+a', 'ControlOrMeta+v')
    expect([await field('From').inputValue(), await field('To').inputValue()]).toEqual([
      '2026-05-01 12:00:00',
      '2026-05-01 13:00:00',
    ])
    await field('To').fill('soon')
    await page.getByText('"soon" is not a time').waitFor()
    expect(await page.getByRole('button', { name: 'Apply', exact: true }).isDisabled()).toBe(true)
    await keys('Escape')
  })

  it('follow a double click on a chart, and its axis where it is dragged to', async () => {
    await page.goto(`${host.url}/d/fiscal?from=1767225600000&to=1767232800000`)
    await lasts(2)
    const plot = page.locator('[data-panel=walk] .u-over')
    await plot.waitFor()
    await plot.dblclick({ position: { x: 200, y: 60 } })
    await lasts(4)
    const before = (await shown())!
    const axis = (await page.locator('[data-panel=walk] .u-axis').first().boundingBox())!
    const y = axis.y + axis.height / 2
    await page.mouse.move(axis.x + 600, y)
    await page.mouse.down()
    await page.mouse.move(axis.x + 300, y, { steps: 3 })
    await page.mouse.up()
    const after = await shows('later times', ({ from }) => from > before.from)
    expect(after.to - after.from).toBe(before.to - before.from)
    expect(after.from - before.from).toBeLessThan(before.to - before.from)
  })

  it('are told in the help, and set in the settings of the dashboard', async () => {
    await keys('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    for (const text of ['Zoom in', 'Copy the time range', 'Paste a time range', 'Back by half the range'])
      await help.getByText(text, { exact: true }).waitFor()
    expect(await help.locator('kbd', { hasText: /^\+$/ }).count()).toBe(1)
    await keys('Escape')
    await page.goto(`${host.url}/d/fiscal?edit&settings=general`)
    for (const name of ['Weeks begin on', 'Fiscal years begin in', 'Delay of now', 'Hide the time picker'])
      await page.getByText(name, { exact: true }).waitFor()
    expect(await page.getByRole('combobox', { name: 'Fiscal years begin in' }).textContent()).toContain('April')
  })

  it('may end before now, without a picker', async () => {
    await page.goto(`${host.url}/d/late`)
    const { to } = await lasts(1)
    expect(Math.abs(Date.now() - HOUR - to)).toBeLessThan(60_000)
    expect(await picker().count()).toBe(0)
    await page.getByRole('button', { name: 'Off', exact: true }).click()
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Off', '20 s', '2 min'])
    await keys('Escape')
    await keys('t', 'ArrowLeft')
    await shows('earlier times', (range) => range.to < to - HOUR / 4)
  })

  it('are the same in Explore', async () => {
    await page.goto(`${host.url}/explore`)
    await choose('45m')
    await until('its address', () => address().get('from') === 'now-45m')
    await keys('t', 'ArrowLeft')
    await until('an earlier range', () => /^\d+$/.test(address().get('from') ?? ''))
    await page.getByRole('button', { name: 'Zoom out' }).waitFor()
  })

  it.each(['dark', 'light'] as const)('keep nobody out, when it is %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${host.url}/d/fiscal`)
    await picker().click()
    await page.getByRole('button', { name: 'Calendar' }).click()
    await page.getByRole('grid').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(errors).toEqual([])
  })

  it('fit a narrow German page', async () => {
    const narrow = await openPage(browser, { locale: 'de-DE', viewport: { width: 420, height: 800 } })
    await narrow.page.goto(`${host.url}/d/fiscal`)
    await narrow.page.locator('.time-button').click()
    await narrow.page.getByLabel('Bereiche suchen').fill('geschäftsjahr')
    await narrow.page.getByRole('button', { name: 'Dieses Geschäftsjahr', exact: true }).waitFor()
    await narrow.page.getByRole('button', { name: 'Kalender' }).click()
    const grid = narrow.page.getByRole('grid')
    await grid.scrollIntoViewIfNeeded()
    const box = (await grid.boundingBox())!
    expect([box.x >= 0, box.x + box.width <= 420, box.width > 200]).toEqual([true, true, true])
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420)
    expect(await barriers(narrow.page)).toEqual([])
    expect(narrow.errors).toEqual([])
    await narrow.page.close()
  })
})
