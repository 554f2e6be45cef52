import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'
import { packages, root } from '../support/packages.ts'

const catalogues = await Promise.all(
  packages
    .map(({ folder }) => join(root, folder, 'src/locales/de.ts'))
    .filter((file) => existsSync(file))
    .map(async (file) => ((await import(file)) as { readonly default: Readonly<Record<string, string>> }).default),
)
/** The title of documents of the demo: nobody translates those. */
const ofDocuments = new Set(['This machine'])
/** English texts that say the same in no German text. */
const english = new Set(
  catalogues
    .flatMap((texts) => Object.entries(texts))
    .filter(([text, german]) => text !== german && !ofDocuments.has(text) && !/[{|]/.test(text))
    .map(([text]) => text),
)
for (const german of catalogues.flatMap((texts) => Object.values(texts))) english.delete(german)
// These are ids of panels and kinds of frames, too.
for (const id of ['annotations', 'gauge', 'table', 'text']) english.delete(id)

/** All that a page says, in text and in names of what has none; but for titles of panels and columns, which are data. */
const saidBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ofDocument = '[data-panel] h2, [data-panel] [role=columnheader]'
    const said: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode())
      if (!walker.currentNode.parentElement!.closest(ofDocument)) said.push(walker.currentNode.textContent!.trim())
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      if (!element.closest(ofDocument))
        for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '')
    return said.filter((text) => text !== '')
  })

describe.skipIf(!programs.chromium)('a German browser', () => {
  let host: TestHost
  let browser: Browser
  beforeAll(async () => {
    host = await startHost(['--demo'])
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  it.each([
    ['/', 'Dashboards'],
    ['/d/machine', 'CPU by mode'],
    ['/datasources', 'Datenquelle hinzufügen'],
    ['/datasources/new?type=prometheus', 'Server-URL'],
    ['/plugins', '@orrery/panel-stat'],
    [`/plugins/${encodeURIComponent('@orrery/panel-timeseries')}`, 'Zeitreihe'],
    ['/tokens', 'Noch keine Zugriffstoken'],
    ['/app/welcome', 'Was läuft'],
    ['/nowhere', 'Diese Seite gibt es nicht'],
  ])('is spoken to in German at %s', async (path, text) => {
    const { page, errors } = await openPage(browser, { locale: 'de-DE' })
    await page.goto(host.url + path)
    await page.getByText(text).filter({ visible: true }).first().waitFor()
    await page.locator('.o-skeleton').first().waitFor({ state: 'detached' })
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    const said = await saidBy(page)
    expect(said.length).toBeGreaterThan(5)
    expect([...new Set(said.filter((each) => english.has(each)))]).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })

  it('reads numbers in German form, and another language at once when it is chosen', async () => {
    const { page, errors } = await openPage(browser, { locale: 'de-DE' })
    await page.goto(`${host.url}/d/machine?from=now-15m&to=now`)
    // Three digits after a mark are a thousand.
    const size = (mark: string) =>
      page
        .locator('main')
        .getByText(new RegExp(`\\d${mark}\\d{1,2} ?(%|[KMGT]iB|ms)`))
        .first()
    // What panels say in words is there for screen readers, and not seen.
    await size(',').waitFor({ state: 'attached' })
    expect(await size('[.]').count()).toBe(0)
    await page.getByRole('button', { name: 'Letzte 15 Minuten' }).waitFor()
    await page.getByRole('button', { name: /^(Demo|demo)/ }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Last 15 minutes' }).waitFor()
    await size('[.]').waitFor({ state: 'attached' })
    expect(await size(',').count()).toBe(0)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(page.url()).toContain('from=now-15m')
    expect(errors).toEqual([])
    await page.close()
  })
})
