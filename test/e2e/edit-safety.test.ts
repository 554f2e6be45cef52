import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'

const text = (title: string) => ({ type: 'text', title, queries: [], options: { mode: 'markdown', content: title } })
const auto = (...panels: readonly string[]) => ({
  type: 'auto',
  minWidth: 300,
  rowHeight: 200,
  maxColumns: 3,
  items: panels.map((panel) => ({ panel })),
})
const spec = (more: object = {}) => ({
  time: { from: 'now-5m', to: 'now' },
  panels: { a: text('A'), b: text('B'), c: text('C'), d: text('D') },
  layout: auto('a', 'b', 'c', 'd'),
  ...more,
})

describe.skipIf(!programs.chromium)('editing', () => {
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let count = 0
  let id: string

  beforeAll(async () => {
    host = await startHost(['--demo'])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser, { hasTouch: true }))
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })
  beforeEach(() => {
    id = `safe-${++count}`
  })

  const put = async (next: object) => {
    const answer = await page.request.put(`${host.url}/api/v1/ns/default/dashboards/${id}`, {
      headers: { 'orrery-request': '1', origin: host.url, 'if-none-match': '*' },
      data: resource('dashboard', id, 'Machines', next),
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  const edit = async (on = page) => {
    await on.goto(`${host.url}/d/${id}?edit`)
    await on.getByRole('toolbar', { name: 'Editing' }).waitFor()
  }
  const names = (on = page) => on.locator('[data-panel] > header h2').allTextContents()
  const center = async (panel: string) => {
    const box = (await page.locator(`[data-panel="${panel}"] > header`).boundingBox())!
    return { x: box.x + 60, y: box.y + box.height / 2 }
  }
  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })
  const notice = (on = page) => on.getByText('You have unsaved changes from')

  it('moves panels of an automatic layout by the mouse, and gives a drag up', async () => {
    await put(spec())
    await edit()
    await page.locator('[data-panel="d"]').waitFor()
    const [from, to] = [await center('a'), await center('c')]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y + 40, { steps: 5 })
    await page.locator('.o-drag-ghost').waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await names()).toEqual(['A', 'B', 'C', 'D'])
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y + 40, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => names()).toEqual(['B', 'C', 'A', 'D'])
    await page.getByText('A: 3 of 4').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Undo: Move panel A' }).click()
    await expect.poll(() => names()).toEqual(['A', 'B', 'C', 'D'])
    await button('Done').click()
  })

  it('moves them by a finger that rests first', async () => {
    await put(spec())
    await edit()
    await page.locator('[data-panel="d"]').waitFor()
    const [from, to] = [await center('d'), await center('b')]
    const touch = await page.context().newCDPSession(page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] })
    await send('touchStart', [from])
    await page.locator('.o-drag-ghost').waitFor()
    await send('touchMove', [{ x: to.x, y: to.y + 60 }])
    await expect.poll(() => page.locator('[data-panel="b"]').evaluate(({ style }) => style.transform)).not.toBe('')
    await send('touchEnd', [])
    await expect.poll(() => names()).toEqual(['A', 'D', 'B', 'C'])
    await button('Done').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Throw them away' }).click()
  })

  it('shows each instance of a repeat with its value, and edits all of them as one', async () => {
    await put(
      spec({
        variables: [
          {
            type: 'choice',
            name: 'host',
            multi: true,
            includeAll: true,
            options: [{ value: 'web' }, { value: 'db' }],
            default: '$__all',
          },
        ],
        panels: { a: text('On $host'), b: text('B') },
        layout: {
          type: 'grid',
          items: [
            { panel: 'a', x: 0, y: 0, w: 12, h: 4, repeat: { variable: 'host', direction: 'right' } },
            { panel: 'b', x: 12, y: 0, w: 12, h: 4 },
          ],
        },
      }),
    )
    await edit()
    await expect.poll(async () => (await names()).toSorted()).toEqual(['B', 'On db', 'On web'])
    await page.locator('[data-panel="a@host=db"]').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('On $host: column 1, row 1, 12 wide, 5 high').waitFor({ state: 'attached' })
    await page.locator('[data-panel="a@host=db"]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/panel=a/)
    await page.getByRole('region', { name: 'Preview of On web' }).waitFor()
    await page.goBack()
    await button('Done').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Throw them away' }).click()
  })

  it('opens a protected dashboard with its settings only, which say why', async () => {
    await put(spec({ editable: false, tags: ['linux'] }))
    for (const query of ['?edit', '?edit&panel=a']) {
      await page.goto(`${host.url}/d/${id}${query}`)
      await page.getByText('This dashboard is protected').waitFor()
      expect(await page.locator('[data-panel]').count()).toBe(0)
    }
    await page.keyboard.press('a')
    await button('Back to the dashboard').click()
    await page.locator('[data-panel="a"]').waitFor()
    expect(page.url()).not.toContain('edit')
    expect(await names()).toEqual(['A', 'B', 'C', 'D'])
  })

  it('has tags among its settings, of other dashboards or new ones', async () => {
    await put(spec())
    await page.goto(`${host.url}/d/${id}?edit&settings=general`)
    const tags = page.getByRole('combobox', { name: 'Tags' })
    await tags.fill('lin')
    await page.getByRole('option', { name: 'linux' }).click()
    await tags.fill('machines')
    await tags.press('Enter')
    await button('Remove tag machines').waitFor()
    await tags.press('Escape')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page)).toEqual([])
    }
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const answer = await page.request.get(`${host.url}/api/v1/ns/default/dashboards/${id}`)
    expect(await answer.json()).toMatchObject({ resource: { spec: { tags: ['linux', 'machines'] } } })
  })

  it('keeps the changes of each tab, and offers what a closed one left', async () => {
    await put(spec())
    const rename = async (on: Page, title: string) => {
      await on.goto(`${host.url}/d/${id}?edit&settings=general`)
      await on.getByRole('textbox', { name: 'Title' }).fill(title)
      await on.getByText('Settings: ' + title).waitFor()
    }
    const context = await browser.newContext()
    const [tab, other] = [await context.newPage(), await context.newPage()]
    await rename(other, 'Of the other tab')
    await rename(tab, 'Of this tab')
    // One that is still open keeps its own.
    await tab.reload()
    await notice(tab).waitFor()
    expect(await notice(tab).count()).toBe(1)
    await button('Later', tab).click()
    await tab.getByRole('textbox', { name: 'Title' }).waitFor()
    await other.close()
    await tab.reload()
    await expect.poll(() => notice(tab).count()).toBe(2)
    await button('Throw them away', tab).first().click()
    await button('Continue with them', tab).click()
    await tab.getByRole('button', { name: /^Undo: Changes from before/ }).waitFor()
    await tab.goto(`${host.url}/d/${id}`)
    await expect.poll(() => notice(tab).count()).toBe(1)
    await button('Throw them away', tab).click()
    await context.close()
  })

  it('hands out a dashboard that a newer version wrote', async () => {
    const newer = { ...resource('dashboard', 'newer', 'Newer', { tabs: [1] }), apiVersion: 'orrery.dev/v9', more: {} }
    const times = { createdAt: '2026-11-22T10:00:00.000Z', updatedAt: '2026-11-22T10:00:00.000Z' }
    await page.route('**/dashboards/newer', (route) =>
      route.fulfill({ json: { resource: newer, revision: 'r', change: 1, updatedBy: 'user:later', ...times } }),
    )
    await page.goto(`${host.url}/d/newer`)
    await page.getByText('RESOURCE_READ_ONLY').waitFor()
    const download = page.waitForEvent('download')
    await button('Download as JSON').click()
    expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toEqual(newer)
    expect(errors).toEqual([])
  })
})
