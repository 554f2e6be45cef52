import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'

const text = (title: string) => ({ type: 'text', title, queries: [], options: { mode: 'markdown', content: title } })
const places = { cpu: [0, 0], memory: [12, 0], disk: [0, 6] } as const
const spec = (more: object = {}) => ({
  time: { from: 'now-5m', to: 'now' },
  panels: { cpu: text('CPU'), memory: text('Memory'), disk: text('Disk') },
  layout: {
    type: 'grid',
    items: Object.entries(places).map(([panel, [x, y]]) => ({ panel, x, y, w: 12, h: 6 })),
  },
  ...more,
})

describe.skipIf(!programs.chromium)('the editor of dashboards', () => {
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let count = 0
  let id: string

  beforeAll(async () => {
    host = await startHost(['--demo'])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${host.url}/`)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })
  beforeEach(async () => {
    id = `edited-${++count}`
    await put(spec(), { 'if-none-match': '*' })
  })

  const path = () => `${host.url}/api/v1/ns/default/dashboards/${id}`
  const put = async (next: object, headers: Record<string, string>) => {
    const answer = await page.request.put(path(), {
      headers: { 'orrery-request': '1', origin: host.url, ...headers },
      data: resource('dashboard', id, 'Machines', next),
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  const saved = async () => {
    const { resource: now } = (await (await page.request.get(path())).json()) as {
      resource: { spec: { layout: object; panels: object } }
    }
    return now.spec
  }
  const panelOf = (panel: string, on = page) => on.locator(`[data-panel="${panel}"]`)
  const place = async (panel: string, on = page) => {
    const box = await panelOf(panel, on).boundingBox()
    return box && { x: Math.round(box.x), y: Math.round(box.y), w: Math.round(box.width), h: Math.round(box.height) }
  }
  const ids = () =>
    page.locator('[data-panel]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['panel']))
  const edit = async (on = page) => {
    await on.goto(`${host.url}/d/${id}?edit`)
    await on.getByRole('toolbar', { name: 'Editing' }).waitFor()
    await panelOf('cpu', on).waitFor()
  }
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const dialog = () => page.getByRole('dialog')
  const save = async () => {
    await press('Control+s')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
  }
  const drag = async (from: { x: number; y: number }, dx: number, dy: number) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + dx, from.y + dy, { steps: 4 })
    await page.locator('.o-drag-ghost').waitFor()
  }
  const moved = async (panel: string, before: unknown) => {
    await expect.poll(() => place(panel), { timeout: 5000 }).not.toEqual(before)
  }

  it('moves, resizes, undoes and saves by the mouse', async () => {
    await edit()
    const start = { cpu: (await place('cpu'))!, memory: (await place('memory'))! }
    await drag({ x: start.memory.x + 80, y: start.memory.y + 12 }, -start.memory.w, 20)
    // Only what gives way is somewhere else, and nothing is drawn anew.
    expect((await place('disk'))!.x).toBe(start.cpu.x)
    await page.mouse.up()
    await page.locator('.o-drag-ghost').waitFor({ state: 'detached' })
    await moved('memory', start.memory)
    expect((await place('memory'))!.x).toBe(start.cpu.x)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => place('memory')).toEqual(start.memory)

    const corner = await panelOf('memory').locator('[data-resize]').boundingBox()
    await drag({ x: corner!.x + 9, y: corner!.y + 9 }, -200, 85)
    await page.mouse.up()
    await expect.poll(async () => (await place('memory'))!.h).toBeGreaterThan(start.memory.h)
    await save()
    expect((await saved()).layout).toMatchObject({
      items: expect.arrayContaining([{ panel: 'memory', x: 12, y: 0, w: 8, h: 8 }]),
    })
  })

  it('puts a panel back when the drag is given up', async () => {
    await edit()
    const start = (await place('memory'))!
    await drag({ x: start.x + 80, y: start.y + 12 }, -500, 200)
    await press('Escape')
    await page.locator('.o-drag-ghost').waitFor({ state: 'detached' })
    expect(await place('memory')).toEqual(start)
    await page.mouse.up()
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true)
  })

  it('does all of it by keys, and says it', async () => {
    await page.goto(`${host.url}/d/${id}`)
    await panelOf('cpu').waitFor()
    await press('e')
    await page.getByRole('toolbar', { name: 'Editing' }).waitFor()
    await panelOf('cpu').focus()
    await press('ArrowRight')
    await page.getByText('CPU: column 2, row 1, 12 wide, 6 high').waitFor({ state: 'attached' })
    await press('Shift+ArrowDown')
    await page.getByText('CPU: column 2, row 1, 12 wide, 7 high').waitFor({ state: 'attached' })
    await press('Control+z', 'Control+z', 'Control+Shift+Z')
    await press('Control+d')
    await expect.poll(ids).toContain('cpu-2')
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['panel'])).toBe('cpu-2')
    await press('Delete')
    await expect.poll(ids).toHaveLength(3)
    await panelOf('disk').focus()
    await press('Control+x')
    await expect.poll(ids).toHaveLength(2)
    await press('Control+v')
    await expect.poll(ids).toContain('disk')
    await press('Control+s')
    await dialog().waitFor()
    await press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await press('e')
    await page.waitForURL(`**/d/${id}`)
    expect(Object.keys((await saved()).panels).toSorted()).toEqual(['cpu', 'disk', 'memory'])
  })

  it('copies a panel to another dashboard, and refuses what is none', async () => {
    await edit()
    await panelOf('cpu').focus()
    await press('Control+c')
    await put(
      spec({
        panels: { memory: text('Memory') },
        layout: { type: 'grid', items: [{ panel: 'memory', x: 0, y: 0, w: 12, h: 6 }] },
      }),
      { 'if-match': '*' },
    )
    await page.goto(`${host.url}/d/${id}?edit`)
    await page.getByRole('toolbar', { name: 'Editing' }).waitFor()
    await panelOf('memory').focus()
    await press('Control+v')
    await panelOf('cpu').waitFor()
    await page.evaluate(() => navigator.clipboard.writeText('no panel'))
    await press('Control+v')
    await page.getByText('PANEL_PASTE_INVALID').waitFor()
    await save()
  })

  it('offers unsaved work after a reload', async () => {
    await edit()
    const start = await place('cpu')
    await panelOf('cpu').focus()
    await press('ArrowDown')
    await moved('cpu', start)
    await page.reload()
    await page.getByText('You have unsaved changes from').waitFor()
    expect(await place('cpu')).not.toEqual(undefined)
    await page.getByRole('button', { name: 'Continue with them' }).click()
    await page.getByRole('toolbar', { name: 'Editing' }).waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await dialog().getByRole('button', { name: 'Throw them away' }).click()
    await page.waitForURL(`**/d/${id}`)
    await page.reload()
    await panelOf('cpu').waitFor()
    expect(await page.getByText('You have unsaved changes from').count()).toBe(0)
  })

  it('never replaces what somebody else saved without asking', async () => {
    await edit()
    await panelOf('cpu').focus()
    await press('ArrowDown')
    await put(spec({ description: 'Of somebody else' }), { 'if-match': '*' })
    await press('Control+s')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    const replace = dialog().getByRole('button', { name: 'Replace theirs with mine' })
    await replace.waitFor()
    expect(await saved()).toMatchObject({ description: 'Of somebody else' })
    errors.splice(0, errors.length, ...errors.filter((error) => !error.includes('412')))
    await replace.click()
    await dialog().waitFor({ state: 'detached' })
    expect(await saved()).not.toHaveProperty('description')
  })

  it('brings together what two people changed', async () => {
    await edit()
    await panelOf('cpu').focus()
    await press('Delete')
    await put(spec({ description: 'Of somebody else' }), { 'if-match': '*' })
    await press('Control+s')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await dialog().getByRole('button', { name: 'Bring both together' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(await saved()).toMatchObject({ description: 'Of somebody else' })
    expect(await saved()).not.toHaveProperty('panels.cpu')
    errors.splice(0, errors.length, ...errors.filter((error) => !error.includes('412')))
  })

  it('goes on with what somebody else saved, when that is loaded', async () => {
    await edit()
    await put(spec({ panels: { cpu: text('Processors'), memory: text('Memory'), disk: text('Disk') } }), {
      'if-match': '*',
    })
    await page.getByRole('button', { name: 'Load it' }).click()
    await page.getByRole('region', { name: 'Processors' }).waitFor()
    await panelOf('cpu').focus()
    await press('Control+d')
    await expect.poll(ids).toContain('cpu-2')
    await page.getByRole('button', { name: 'Undo: Duplicate panel Processors' }).click()
    await expect.poll(ids).toHaveLength(3)
  })

  it('moves rows by their grip: by keys, and by the mouse', async () => {
    await edit()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Row' }).click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    const titles = () => page.locator('[data-section] > header .title').allTextContents()
    const grip = (title: string) => page.getByRole('button', { name: `Move section ${title} with` })
    await grip('New row').focus()
    await press('ArrowUp')
    await expect.poll(titles).toEqual(['New row', 'Row'])
    const from = (await grip('Row').boundingBox())!
    const to = (await page.locator('[data-section]').first().boundingBox())!
    await page.mouse.move(from.x + 8, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 200, to.y + 4, { steps: 5 })
    await page.locator('.o-drop-before').waitFor()
    await page.mouse.up()
    await expect.poll(titles).toEqual(['Row', 'New row'])
  })

  it('puts panels into rows, and rows away', async () => {
    await edit()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Row' }).click()
    const menu = page.getByRole('button', { name: 'Menu of section New row' })
    await menu.waitFor()
    // A menu that is closing takes the focus back, from the next one too.
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Menu of panel Disk' }).click()
    await page.getByRole('menuitem', { name: 'Move to New row' }).click()
    await menu.click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.keyboard.type('Storage')
    await press('Enter')
    const storage = page.getByRole('button', { name: 'Menu of section Storage' })
    await storage.click()
    await page.getByRole('menuitem', { name: 'Move up' }).click()
    await expect.poll(ids).toEqual(['disk', 'cpu', 'memory'])
    await storage.click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await dialog().getByRole('button', { name: 'Keep the panels' }).click()
    await expect.poll(async () => (await ids()).length).toBe(3)
    await save()
  })

  it('moves by a finger that rests, and scrolls under one that does not', async () => {
    const { page: touched, errors: own } = await openPage(browser, {
      hasTouch: true,
      viewport: { width: 1100, height: 400 },
    })
    await edit(touched)
    const client = await touched.context().newCDPSession(touched)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    const start = (await place('memory', touched))!
    const at = { x: start.x + 60, y: start.y + 14 }
    await touch('touchStart', at.x, at.y)
    await touched.locator('.o-dragging').waitFor()
    for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', at.x - start.w * part, at.y + 20 * part)
    await touched.locator('.o-drag-ghost').waitFor()
    await touch('touchEnd')
    await expect.poll(async () => (await place('memory', touched))!.x).toBeLessThan(start.x)
    const now = (await place('memory', touched))!
    await touch('touchStart', now.x + 60, now.y + 14)
    for (const part of [1, 2, 3, 4]) await touch('touchMove', now.x + 60, now.y + 14 - 30 * part)
    await touch('touchEnd')
    await expect.poll(() => touched.locator('.o-page').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
    expect(own).toEqual([])
    await touched.close()
  })

  it.each(['dark', 'light'] as const)('can be used by everybody, %s', async (theme) => {
    await page.emulateMedia({ colorScheme: theme })
    await edit()
    expect(await barriers(page)).toEqual([])
    await panelOf('cpu').focus()
    await press('ArrowDown', 'Control+s')
    await dialog().waitFor()
    expect(await barriers(page)).toEqual([])
    await press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    for (const tab of ['General', 'Variables', 'Annotations', 'Links']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tab', { name: tab, selected: true }).waitFor()
      expect(await barriers(page), tab).toEqual([])
    }
    await page.getByRole('button', { name: 'Back to the dashboard' }).click()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Tab' }).click()
    await page.getByRole('tab', { name: 'New tab' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: /^Menu of section/ }).click()
    await page.getByRole('menuitem', { name: 'Repeat, condition and more' }).click()
    await dialog().waitFor()
    expect(await barriers(page)).toEqual([])
    await press('Escape')
  })

  it('said nothing in the console', () => {
    expect(errors).toEqual([])
  })
})
