import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { largeDashboardFolder, PANELS, startLineBackend, type LineBackend } from '../support/large-dashboard.ts'
import { until } from '../support/process.ts'

/** Panels with the same query: there are ten different ones. */
const SHARED = 10

describe.skipIf(!programs.chromium)('a dashboard of 50 panels', () => {
  let backend: LineBackend
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let folder: string
  /** The panels of each batch that the page asked for. */
  const batches: string[][] = []

  beforeAll(async () => {
    backend = await startLineBackend()
    folder = largeDashboardFolder(backend.url, (panel) => `load{group="${panel % SHARED}"}`)
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    page.on('request', (request) => {
      if (!request.url().endsWith('/query')) return
      const { items } = request.postDataJSON() as { items: { panel: string }[] }
      batches.push(items.map(({ panel }) => panel))
    })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    backend?.stop()
    removeFolder(folder)
  })

  const panelOf = (number: number) => page.locator(`[data-panel=p${number}]`)
  const drawn = (number: number) => panelOf(number).locator('canvas')
  const heights = () =>
    page.locator('[data-panel]').evaluateAll((panels) => panels.map((panel) => (panel as HTMLElement).offsetHeight))
  const scrollTo = (number: number) => panelOf(number).evaluate((panel) => panel.scrollIntoView({ block: 'center' }))
  const isGone = (number: number) => until(`no drawing of panel ${number}`, async () => !(await drawn(number).count()))

  it('asks for what is on the screen in one batch, and for nothing else', async () => {
    await page.goto(`${host.url}/d/large`)
    // The first page of a browser compiles everything.
    await drawn(0).waitFor({ timeout: 30_000 })
    await drawn(11).waitFor()
    await page.waitForFunction(() => !document.querySelector('[data-state=loading]'))
    expect(batches).toHaveLength(1)
    expect(batches[0]).toEqual(Array.from({ length: batches[0]!.length }, (_, i) => `p${i}`))
    expect(batches[0]!.length).toBeLessThan(20)
    expect(await page.locator('[data-panel] canvas').count()).toBe(batches[0]!.length)
    expect(await page.locator('[data-panel]').count()).toBe(PANELS)
  })

  it('has equal queries run once', () => {
    expect(backend.asked).toHaveLength(new Set(backend.asked).size)
    expect(backend.asked.length).toBeLessThanOrEqual(SHARED)
  })

  it('asks for panels when they come on the screen, and gives back the drawings that are far', async () => {
    const before = await heights()
    await panelOf(0).locator('[role=application]').waitFor()
    await scrollTo(PANELS - 1)
    await drawn(PANELS - 1).waitFor()
    await isGone(0)
    expect(batches.slice(1).flat()).toContain(`p${PANELS - 1}`)
    expect(batches.slice(1).flat()).not.toContain('p0')
    expect(await heights()).toEqual(before)
  })

  it('keeps the title and the summary of a panel that is far', async () => {
    expect(await panelOf(0).getByRole('heading', { name: 'Panel 0' }).count()).toBe(1)
    const description = await panelOf(0).getAttribute('aria-describedby')
    expect(await page.locator(`[id="${description}"]`).textContent()).toContain('line')
  })

  it('draws again from the data that it has', async () => {
    const count = batches.length
    await scrollTo(0)
    await drawn(0).waitFor()
    expect(await panelOf(0).getAttribute('data-state')).toBe('ready')
    expect(batches.slice(count).flat()).not.toContain('p0')
  })

  it('keeps what has the focus, however far it is, until the focus leaves', async () => {
    await panelOf(0).locator('[role=application]').focus()
    await scrollTo(PANELS - 1)
    await isGone(1)
    expect(await drawn(0).count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel'))).toBe(
      'p0',
    )
    await panelOf(PANELS - 1)
      .locator('[role=application]')
      .evaluate((chart) => (chart as HTMLElement).focus({ preventScroll: true }))
    await isGone(0)
  })

  it('fills the page with one panel, and has it on the screen again after that', async () => {
    await scrollTo(30)
    await panelOf(30).getByRole('button', { name: 'Menu of panel Panel 30' }).click()
    await page.getByRole('menuitem', { name: 'Fill the page' }).click()
    await until('one panel', async () => (await page.locator('[data-panel]').count()) === 1)
    await page.keyboard.press('Escape')
    await until('all panels', async () => (await page.locator('[data-panel]').count()) === PANELS)
    await until('panel 30 on the screen', () =>
      panelOf(30).evaluate((panel) => {
        const { top, bottom } = panel.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      }),
    )
  })

  it('refreshes what is on the screen in one batch', async () => {
    await page.waitForFunction(() => !document.querySelector('[data-state=loading]'))
    const count = batches.length
    const answered = page.waitForResponse((response) => response.url().endsWith('/query'))
    await page.getByRole('button', { name: 'Refresh now' }).click()
    await answered
    expect(batches).toHaveLength(count + 1)
    expect(batches.at(-1)).toContain('p30')
    expect(batches.at(-1)!.length).toBeLessThan(25)
  })

  it('has a quiet console', () => {
    expect(errors).toEqual([])
  })
})
