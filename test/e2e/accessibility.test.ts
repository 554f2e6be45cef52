import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, temporaryFolder, type TestHost } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'
import { root } from '../support/packages.ts'

/** A state of a page; what is waited for is there in each language. */
interface Place {
  readonly name: string
  /** As the router has it. */
  readonly route: string
  readonly path: string
  readonly ready: string | RegExp
  /** What opens on it. */
  readonly open?: (page: Page) => Promise<unknown>
}

const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const inspect = (tab: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: /^(Menu of panel|Menü des Panels) CPU by mode/ }).click()
  await page.getByRole('menuitem', { name: /^(Inspect|Untersuchen)/ }).click()
  await page.getByRole('tab', { name: tab }).click()
  await page.getByRole('tabpanel').waitFor()
}
const dashboard = { route: '/d/:id', path: '/d/machine', ready: 'Processes by memory' }
const editor = { route: '/datasources/:id', path: '/datasources/new?type=prometheus', ready: /Server.URL/ }

/**
 * What else a page shows is looked at where it is tested, in both themes: the tabs of the library with its folders in
 * library.test.ts, the editor of dashboards and its settings in edit-dashboard.test.ts, edit-safety.test.ts and
 * variables.test.ts, the panel editor in panel-editor.test.ts, versions, comparison, texts and import in keeping.test.ts,
 * rows and tabs in layouts.test.ts, queries in Explore in explore.test.ts, the kiosk in viewing.test.ts.
 */
const places: readonly Place[] = [
  { name: 'home', route: '/dashboards', path: '/', ready: 'This machine' },
  {
    name: 'library panels',
    route: '/dashboards',
    path: '/dashboards?view=panels',
    ready: /^(Library panels|Panels der Bibliothek)$/,
  },
  { name: 'dashboard', ...dashboard },
  {
    name: 'new dashboard',
    route: '/d/:id',
    path: '/d/new',
    ready: /Add the first panel|Das erste Panel hinzufügen/,
  },
  { name: 'time picker', ...dashboard, open: press(/Last|Letzte/) },
  { name: 'inspect data', ...dashboard, open: inspect(/^(Data|Daten)$/) },
  { name: 'inspect query', ...dashboard, open: inspect(/^(Query|Abfrage)$/) },
  { name: 'inspect statistics', ...dashboard, open: inspect(/^Statisti/) },
  { name: 'inspect errors', ...dashboard, open: inspect(/^(Errors|Fehler)$/) },
  { name: 'inspect schema', ...dashboard, open: inspect(/^Schema$/) },
  { name: 'data sources', route: '/datasources', path: '/datasources', ready: 'This machine' },
  { name: 'type chooser', route: '/datasources/:id', path: '/datasources/new', ready: 'Prometheus' },
  { name: 'editor', ...editor },
  { name: 'plugins', route: '/plugins', path: '/plugins', ready: '@orrery/panel-stat' },
  {
    name: 'plugin',
    route: '/plugins/:id',
    path: `/plugins/${encodeURIComponent('@orrery/panel-timeseries')}`,
    ready: '@orrery/panel-timeseries',
  },
  { name: 'playlists', route: '/playlists', path: '/playlists', ready: 'The wall' },
  { name: 'new playlist', route: '/playlists/:id', path: '/playlists/new', ready: /^(New playlist|Neue Playlist)$/ },
  { name: 'played', route: '/playlists/:id/play', path: '/playlists/wall/play', ready: 'Processes by memory' },
  { name: 'explore', route: '/explore', path: '/explore', ready: /Add a query|Abfrage hinzufügen/ },
  { name: 'tokens', route: '/tokens', path: '/tokens', ready: /No access tokens yet|Noch keine Zugriffstoken/ },
  {
    name: 'new token',
    route: '/tokens',
    path: '/tokens',
    ready: /No access tokens yet|Noch keine Zugriffstoken/,
    open: press(/^(New token|Neues Token)$/),
  },
  { name: 'app', route: '/app/:id/:path(.*)*', path: '/app/welcome', ready: /What is running|Was läuft/ },
  { name: 'palette', ...dashboard, open: (page) => page.keyboard.press('Control+k') },
  { name: 'help sheet', ...dashboard, open: (page) => page.keyboard.press('?') },
  {
    name: 'not found',
    route: '/:path(.*)*',
    path: '/nowhere',
    ready: /There is no such page|Diese Seite gibt es nicht/,
  },
]
/** For people who are not signed in. */
const barePlaces: readonly Place[] = [
  { name: 'set-up', route: '/setup', path: '/setup', ready: /Open the link of the host|Link des Hosts/ },
  { name: 'sign-in', route: '/sign-in', path: '/sign-in', ready: /Nobody can sign in yet|Noch kann sich niemand/ },
]

const variants = [
  { look: 'dark and light', themes: ['dark', 'light'], locale: 'en-US', viewport: { width: 1440, height: 900 } },
  { look: 'narrow and German', themes: ['dark'], locale: 'de-DE', viewport: { width: 390, height: 844 } },
] as const
type Variant = (typeof variants)[number]

it('looks at every page that the router has', () => {
  const source = readFileSync(join(root, 'host/web/src/router.ts'), 'utf8')
  const names: Readonly<Record<string, string>> = {
    DASHBOARDS: '/dashboards',
    EXPLORE: '/explore',
    PLAYLISTS: '/playlists',
  }
  const routes = [...source.matchAll(/\bpath: (.+?),\s*component/g)].map(([, path = '']) =>
    path.replaceAll(/['`]/g, '').replaceAll(/\$?\{?\b([A-Z]{2,})\b\}?/g, (_, name: string) => names[name] ?? name),
  )
  expect(routes.length).toBeGreaterThan(8)
  expect([...new Set([...places, ...barePlaces].map(({ route }) => route))].sort()).toEqual(routes.sort())
})

describe.skipIf(!programs.chromium)('every page', () => {
  const folder = temporaryFolder('accessible')
  let host: TestHost
  let fresh: TestHost
  let browser: Browser
  beforeAll(async () => {
    host = await startHost(['--demo'])
    fresh = await startHost(['--data', folder])
    const playlist = resource('playlist', 'wall', 'The wall', { items: [{ type: 'dashboard', dashboard: 'machine' }] })
    const answer = await fetch(`${host.url}/api/v1/ns/default/playlists/wall`, {
      method: 'PUT',
      headers: { 'orrery-request': '1', origin: host.url, 'content-type': 'application/json', 'if-none-match': '*' },
      body: JSON.stringify(playlist),
    })
    if (!answer.ok) throw new Error(await answer.text())
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    await fresh?.stop()
    removeFolder(folder)
  })

  async function lookAt(url: string, { path, ready, open, name }: Place, { themes, look, ...options }: Variant) {
    const { page, errors } = await openPage(browser, { ...options, colorScheme: themes[0] })
    await page.goto(url + path)
    await page.getByText(ready).filter({ visible: true }).first().waitFor()
    await open?.(page)
    await page.locator('.o-skeleton').first().waitFor({ state: 'detached' })
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await picture(page, `${name}-${look}-${theme}`)
      expect(await barriers(page)).toEqual([])
    }
    const { content, room } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { content: scrollWidth, room: clientWidth }
    })
    // Nothing scrolls sideways.
    expect(content).toBeLessThanOrEqual(room)
    expect(errors).toEqual([])
    await page.close()
  }

  const cases = (all: readonly Place[]) =>
    variants.flatMap((variant) => all.map((place) => ({ name: place.name, look: variant.look, place, variant })))
  it.each(cases(places))('is accessible and quiet: $name, $look', ({ place, variant }) =>
    lookAt(host.url, place, variant),
  )
  it.each(cases(barePlaces))(
    'is accessible and quiet before anybody is signed in: $name, $look',
    ({ place, variant }) => lookAt(fresh.url, place, variant),
  )

  it('works by keyboard: palette, time picker, chart', async () => {
    const { page, errors } = await openPage(browser)
    await page.goto(`${host.url}/`)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('this mach')
    await page
      .getByRole('option', { name: /This machine/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/d/machine')
    const chart = page.getByRole('region', { name: 'CPU by mode' }).getByRole('application')
    await chart.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page
      .getByRole('region', { name: 'CPU by mode' })
      .locator('[aria-live]')
      .filter({ hasText: 'user' })
      .waitFor({ state: 'attached' })
    expect(errors).toEqual([])
    await page.close()
  })
})
