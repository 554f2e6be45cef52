import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { startLineBackend, type LineBackend } from '../support/large-dashboard.ts'
import { datasource, provisioningFolder, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'

const lines = (title: string, expr: string) => ({
  type: 'timeseries',
  title,
  queries: [{ refId: 'A', datasource: 'lines', query: { type: 'range', expr, legend: 'line {{line}}' } }],
  options: {},
})
const text = (title: string, csv: string) => ({
  type: 'table',
  title,
  queries: [{ refId: 'A', datasource: 'made', query: { type: 'csv', text: csv } }],
  options: {},
})
const at = (panel: string, y: number, more: object = {}) => ({ panel, x: 0, y, w: 24, h: 6, ...more })
const grid = (...items: object[]) => ({ type: 'grid', items })
const autoPanels = ['auto-1', 'auto-2', 'auto-3', 'auto-4']

const overview = grid(
  at('load', 0, { repeat: { variable: 'host', direction: 'right', maxPerRow: 2 } }),
  at('extra', 6, {
    showIf: {
      show: true,
      match: 'all',
      rules: [{ type: 'variable', variable: 'mode', operator: 'equals', value: 'full' }],
    },
  }),
  at('nothing', 12, { showIf: { show: true, match: 'all', rules: [{ type: 'data', has: true }] } }),
  at('something', 18, { showIf: { show: true, match: 'all', rules: [{ type: 'data', has: true }] } }),
  at('short', 24, { showIf: { show: true, match: 'all', rules: [{ type: 'range', atMost: '5m' }] } }),
)
const hosts = {
  type: 'rows',
  sections: [
    { id: 'one', title: 'Host $host', repeat: 'host', layout: grid(at('memory', 0)) },
    {
      id: 'more',
      title: 'More',
      collapsed: true,
      layout: {
        type: 'tabs',
        sections: [
          { id: 'disk', title: 'Disk', layout: grid(at('disk', 0)) },
          { id: 'net', title: 'Network', layout: grid(at('net', 0)) },
        ],
      },
    },
  ],
}
const dashboard = resource('dashboard', 'parts', 'Parts', {
  time: { from: 'now-15m', to: 'now' },
  variables: [
    {
      type: 'choice',
      name: 'host',
      multi: true,
      options: [{ value: 'web-1', text: 'Web 1' }, { value: 'web-2', text: 'Web 2' }, { value: 'db-1' }],
      default: ['web-1', 'web-2'],
    },
    { type: 'choice', name: 'mode', options: [{ value: 'simple' }, { value: 'full' }] },
  ],
  panels: {
    load: lines('Load of $host', 'load{host="$host"}'),
    extra: lines('Extra', 'extra'),
    nothing: text('Nothing', 'city\n'),
    something: text('Something', 'city\nSuva\n'),
    short: text('Short', 'city\nApia\n'),
    memory: lines('Memory', 'memory{host="$host"}'),
    disk: lines('Disk', 'disk'),
    net: lines('Network', 'net'),
    ...Object.fromEntries(autoPanels.map((id) => [id, lines(`Auto ${id}`, `auto{id="${id}"}`)])),
  },
  layout: {
    type: 'tabs',
    sections: [
      { id: 'overview', title: 'Overview', layout: overview },
      { id: 'hosts', title: 'Hosts', layout: hosts },
      {
        id: 'auto',
        title: 'Auto',
        fillScreen: true,
        layout: {
          type: 'auto',
          minWidth: 300,
          rowHeight: 200,
          maxColumns: 3,
          items: autoPanels.map((panel) => ({ panel })),
        },
      },
    ],
  },
})

describe.skipIf(!programs.chromium)('a dashboard of tabs, rows and repeats', () => {
  let backend: LineBackend
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let folder: string

  const panels = () =>
    page.locator('[data-panel]').evaluateAll((all) => all.map((panel) => panel.getAttribute('data-panel')))
  const shows = (...keys: string[]) =>
    until(`panels ${keys.join()}`, async () => JSON.stringify(await panels()) === JSON.stringify(keys))
  const drawn = (key: string) => page.locator(`[data-panel="${key}"] canvas`).first().waitFor()
  const boxOf = async (key: string) => (await page.locator(`[data-panel="${key}"]`).boundingBox())!
  const tab = (name: string) => page.getByRole('tab', { name })
  const query = () => new URL(page.url()).searchParams
  const LOADS = ['load@host=web-1', 'load@host=web-2'] as const

  beforeAll(async () => {
    backend = await startLineBackend()
    folder = provisioningFolder(
      datasource('lines', 'prometheus', { url: backend.url }),
      datasource('made', 'testdata', {}),
      dashboard,
    )
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await page.goto(`${host.url}/d/parts`)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    backend?.stop()
    removeFolder(folder)
  })

  it('repeats a panel for each value, each with its own query and title', async () => {
    await page.locator('[data-panel="load@host=web-1"] canvas').first().waitFor({ timeout: 30_000 })
    await drawn('load@host=web-2')
    expect(backend.asked.toSorted()).toEqual(['load{host="web-1"}', 'load{host="web-2"}'])
    await page.getByRole('heading', { name: 'Load of Web 1', exact: true }).waitFor()
    const [one, two] = [await boxOf(LOADS[0]), await boxOf(LOADS[1])]
    expect([two.y, Math.round(two.width - one.width)]).toEqual([one.y, 0])
    expect(two.x).toBe(one.x + one.width + 8)
    await picture(page, 'layout-repeats')
  })

  it('shows what has data, and closes the room of what has none', async () => {
    await shows(...LOADS, 'something')
    expect((await boxOf('something')).y).toBe((await boxOf(LOADS[0])).y + 240)
  })

  it('shows what the variable and the range decide for', async () => {
    await page.goto(`${host.url}/d/parts?var-mode=full&from=now-5m&to=now`)
    await shows(...LOADS, 'extra', 'something', 'short')
    await page.goto(`${host.url}/d/parts?var-host=db-1`)
    await shows('load@host=db-1', 'something')
    await drawn('load@host=db-1')
    expect(backend.asked).toContain('load{host="db-1"}')
  })

  it('fills the page with one instance, by its address too', async () => {
    await page.goto(`${host.url}/d/parts`)
    await page.getByRole('button', { name: 'Menu of panel Load of Web 2' }).click()
    await page.getByRole('menuitem', { name: 'Fill the page' }).click()
    await shows(LOADS[1])
    expect(query().get('panel')).toBe('load@host=web-2')
    await page.reload()
    await drawn(LOADS[1])
    await page.getByRole('heading', { level: 1, name: 'Load of Web 2' }).waitFor()
    await page.keyboard.press('i')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await shows(...LOADS, 'something')
  })

  it('goes to tabs by keys, asks only for what the open one shows, and keeps it in the address', async () => {
    await tab('Overview').focus()
    await page.keyboard.press('ArrowRight')
    await shows('memory@host=web-1', 'memory@host=web-2')
    await drawn('memory@host=web-2')
    expect(await tab('Hosts').evaluate((element) => element === document.activeElement)).toBe(true)
    expect(query().getAll('tab')).toEqual(['hosts'])
    expect(backend.asked.filter((expr) => /disk|net|auto/.test(expr))).toEqual([])
    await page.reload()
    await shows('memory@host=web-1', 'memory@host=web-2')
    await page.getByRole('button', { name: 'Host Web 1' }).waitFor()
  })

  it('opens and closes rows by keys, and shows tabs inside of them', async () => {
    const more = page.locator('[data-section=more]').getByRole('button', { name: 'More' }).first()
    expect(await more.getAttribute('aria-expanded')).toBe('false')
    await more.focus()
    await page.keyboard.press('Enter')
    await drawn('disk')
    await tab('Network').click()
    await drawn('net')
    await page.getByRole('button', { name: 'Host Web 1' }).press('Space')
    await shows('memory@host=web-2', 'net')
    await page.reload()
    await shows('memory@host=web-2', 'net')
    expect([query().getAll('tab'), query().get('expanded'), query().get('collapsed')]).toEqual([
      ['hosts', 'net'],
      'more',
      'one@host=web-1',
    ])
    await page.goBack()
    await shows('memory@host=web-1', 'memory@host=web-2', 'disk')
  })

  it('puts as many panels side by side as there is room for, and fills the screen with them', async () => {
    await tab('Auto').click()
    await drawn('auto-4')
    const boxes = await Promise.all(autoPanels.map(boxOf))
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(2)
    expect(boxes[1]!.y).toBe(boxes[2]!.y)
    const heights = await page.locator('.o-page').evaluate((area) => [area.scrollHeight, area.clientHeight])
    expect([boxes[0]!.height > 300, heights[0]]).toEqual([true, heights[1]])
    await page.setViewportSize({ width: 900, height: 900 })
    await until('two columns', async () => (await boxOf('auto-3')).x === boxes[0]!.x)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it.each(['dark', 'light'])('has no barriers: %s', async (theme) => {
    await page.evaluate((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
    await page.goto(`${host.url}/d/parts?tab=hosts&expanded=more`)
    await drawn('disk')
    expect(await barriers(page)).toEqual([])
    await picture(page, `layout-${theme}`)
  })

  it('stands one under the other on a phone, without a sideways scroll', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${host.url}/d/parts`)
    await shows(...LOADS, 'something')
    await until('one column', async () => (await boxOf(LOADS[1])).x === (await boxOf(LOADS[0])).x)
    const widths = await page.locator('.o-page').evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])
    expect(widths[0]).toBe(widths[1])
    await page.goto(`${host.url}/d/parts?tab=hosts&expanded=more`)
    await drawn('memory@host=web-1')
    expect(await barriers(page)).toEqual([])
  })

  it('has a quiet console', () => {
    expect(errors).toEqual([])
  })
})
