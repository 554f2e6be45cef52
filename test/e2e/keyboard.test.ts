import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'

describe.skipIf(!programs.chromium)('the keyboard', () => {
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    host = await startHost(['--demo'])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await page.goto(`${host.url}/`)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const param = (name: string) => new URL(page.url()).searchParams.get(name)

  it('leads to pages, and shows what there is', async () => {
    await press('g', 'd')
    await page.waitForURL('**/datasources')
    await press('g', 'p')
    await page.waitForURL('**/plugins')
    await press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.getByText('Dark or light').waitFor()
    await press('g', 'h')
    expect(page.url()).toMatch(/plugins$/)
    await press('Escape')
    await help.waitFor({ state: 'detached' })
    await press('/')
    await page.keyboard.type('g h?')
    expect(await page.getByRole('searchbox').inputValue()).toBe('g h?')
    expect(page.url()).toMatch(/plugins$/)
  })

  it('sets the theme', async () => {
    await page.getByRole('heading', { level: 1 }).click()
    await press('c', 't')
    await page.locator('html.light').waitFor()
    await press('c', 't')
    await page.locator('html.dark').waitFor()
  })

  it('moves through the time of a dashboard', async () => {
    await page.goto(`${host.url}/d/machine?from=1700000000000&to=1700000060000`)
    await page.getByRole('region', { name: 'CPU by mode' }).waitFor()
    await press('t', 'ArrowLeft')
    await page.waitForURL(/from=1699999970000&to=1700000030000/)
    await press('t', 'z')
    await page.waitForURL((url) => Number(url.searchParams.get('to')) > 1_700_000_030_000)
    await page.goto(`${host.url}/d/machine`)
    await page.getByRole('region', { name: 'CPU by mode' }).waitFor()
    const before = param('refresh')
    await press('t', 'l')
    await page.waitForFunction((was) => new URL(location.href).searchParams.get('refresh') !== was, before)
  })

  it('chooses a time zone, which the address keeps', async () => {
    await page.getByRole('button', { name: /^Last / }).press('Enter')
    await page.getByLabel('Time zone').press('Enter')
    await page.keyboard.type('tokyo')
    await press('Enter')
    await page.waitForURL(/zone=Asia(\/|%2F)Tokyo/)
    await page.reload()
    await page.getByTitle('Times are in Asia/Tokyo').waitFor()
    await page.goto(`${host.url}/d/machine`)
    await page.getByRole('region', { name: 'CPU by mode' }).waitFor()
  })

  it('acts on the panel that has the focus', async () => {
    const panel = page.getByRole('region', { name: 'CPU by mode' })
    await panel.getByRole('button', { name: /^Menu of panel/ }).focus()
    await press('v')
    await page.waitForURL(/panel=/)
    await press('Escape')
    await page.waitForURL((url) => !url.searchParams.has('panel'))
    await panel.getByRole('button', { name: /^Menu of panel/ }).focus()
    await press('i')
    const inspector = page.getByRole('dialog', { name: /^Inspect: CPU by mode/ })
    await inspector.waitFor()
    await press('v', 'Escape')
    await inspector.waitFor({ state: 'detached' })
    expect(param('panel')).toBeNull()
  })

  it('is silent where somebody switched it off, except for what is held', async () => {
    await press('?')
    await page.getByRole('switch', { name: 'Keys without Ctrl or ⌘' }).click()
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await press('g', 'd', 'Control+k')
    await page.getByRole('dialog', { name: /^Search/ }).waitFor()
    expect(page.url()).toContain('/d/machine')
  })

  it('finds and opens a dashboard, and a command, from the palette', async () => {
    await page.keyboard.type('processes')
    await page.getByRole('option', { name: /This machine.*Processes by memory/ }).waitFor()
    await press('Escape')
    await page.goto(`${host.url}/plugins`)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await press('Control+k')
    await page.getByRole('group', { name: 'Opened last' }).getByText('This machine').waitFor()
    await page.keyboard.type('this machine')
    await press('Enter')
    await page.waitForURL('**/d/machine')
    await page.getByRole('region', { name: 'CPU by mode' }).waitFor()
    await press('Control+k')
    await page.keyboard.type('last 6 hours')
    await page.getByRole('option', { name: /Time range/ }).waitFor()
    await press('Enter')
    await page.waitForURL(/from=now-6h/)
  })

  it('leaves a quiet console', () => {
    expect(errors).toEqual([])
  })
})
