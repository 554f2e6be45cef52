import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, signIn, startHost, temporaryFolder, tokenOf, type TestHost } from '../support/host.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'

const password = 'correct horse'
const panel = (type: string, title: string, query: object) => ({
  type,
  title,
  queries: [{ refId: 'A', datasource: 'made', query }],
  options: {},
})
const dashboard = resource('dashboard', 'marks', 'Marks', {
  time: { from: '2026-11-22T10:00:00Z', to: '2026-11-22T11:00:00Z', zone: 'UTC' },
  panels: {
    line: panel('timeseries', 'Line', { type: 'randomWalk', seed: 1 }),
    cells: panel('heatmap', 'Cells', { type: 'heatmap', buckets: 10 }),
  },
  layout: {
    type: 'grid',
    items: ['line', 'cells'].map((id, i) => ({ panel: id, x: 0, y: i * 8, w: 24, h: 8 })),
  },
})

describe.skipIf(!programs.chromium)('annotations by hand', () => {
  let host: TestHost
  let browser: Browser
  let folder: string
  /** Of somebody who may edit, and of somebody who may only look. */
  let page: Page
  let viewer: Page
  let errors: string[][]
  const marks = (on: Page, id: string) => on.locator(`[data-panel=${id}] .o-annotation`)
  const labels = (on: Page, id: string) =>
    marks(on, id).evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')!.split(',')[0]!))
  const dialog = (title: string) => page.getByRole('dialog', { name: title, exact: true })
  const placeIn = async (id: string, x: number) => {
    const plot = page.locator(`[data-panel=${id}] .u-over`)
    await plot.waitFor()
    const box = (await plot.boundingBox())!
    return [box.x + box.width * x, box.y + box.height / 2] as const
  }
  /** Says what happened in the dialog that is open, and saves it. */
  const say = async (text: string, ...tags: string[]) => {
    await dialog('Annotate').getByLabel('What happened').fill(text)
    for (const tag of tags) {
      await dialog('Annotate').getByLabel('Tags').first().fill(tag)
      await page.keyboard.press('Enter')
    }
    await dialog('Annotate').getByRole('button', { name: 'Save' }).click()
    await dialog('Annotate').waitFor({ state: 'detached' })
  }
  const open = async (name: string, theme = 'dark', locale = 'en-US') => {
    const opened = await openPage(browser, { viewport: { width: 1200, height: 900 }, locale })
    await opened.page.addInitScript((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
    const headers = { 'orrery-request': '1' }
    await opened.page.request.post(`${host.url}/api/v1/session`, { data: { name, password }, headers })
    await opened.page.goto(`${host.url}/d/marks`, { timeout: 30_000 })
    await opened.page.locator('[data-panel=line] canvas').first().waitFor({ timeout: 30_000 })
    errors.push(opened.errors)
    return opened.page
  }

  beforeAll(async () => {
    folder = temporaryFolder('annotations')
    host = await startHost(['--data', folder])
    const admin = await signIn(host, { name: 'ada', password, token: tokenOf(host.setupUrl!) })
    for (const [plural, body] of [
      ['datasources', datasource('made', 'testdata', {})],
      ['dashboards', dashboard],
    ] as const) {
      const path = `/api/v1/ns/default/${plural}/${body.id}`
      const made = await admin.request(path, { method: 'PUT', body, headers: { 'if-none-match': '*' } })
      if (made.status !== 201) throw new Error(`${path}: ${await made.text()}`)
    }
    await admin.request('/api/v1/users', { method: 'POST', body: { name: 'vi', password, role: 'viewer' } })
    browser = await launchBrowser()
    errors = []
    ;[page, viewer] = await Promise.all([open('ada'), open('vi', 'light', 'de-DE')])
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  it('marks a moment with a click, which all panels and other viewers show', async () => {
    const [x, y] = await placeIn('line', 0.5)
    await page.keyboard.down('Control')
    await page.mouse.click(x, y)
    await page.keyboard.up('Control')
    expect(await dialog('Annotate').getByLabel('From').inputValue()).toMatch(/^2026-11-22 10:(29|30)/)
    await dialog('Annotate').getByText('Empty for a moment.').waitFor()
    expect(await dialog('Annotate').getByLabel('To', { exact: true }).inputValue()).toBe('')
    expect(await barriers(page)).toEqual([])
    await say('Deployed 2.0\nBy hand', 'deploy')
    await until('the mark', async () => (await labels(page, 'cells'))[0] === 'Deployed 2.0')
    expect(await labels(page, 'line')).toEqual(['Deployed 2.0'])
    await until('the mark of the viewer', async () => (await labels(viewer, 'line'))[0] === 'Deployed 2.0')
  })

  it('marks a region with a drag, in cells too', async () => {
    const [from, to] = [await placeIn('cells', 0.1), await placeIn('cells', 0.3)]
    await page.keyboard.down('Control')
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Control')
    expect(await dialog('Annotate').getByLabel('From').inputValue()).toMatch(/10:0[56]/)
    expect(await dialog('Annotate').getByLabel('To', { exact: true }).inputValue()).toMatch(/10:1[78]/)
    await say('Maintenance', 'ops')
    await until('the region', async () => (await labels(page, 'line')).includes('Maintenance'))
    expect(await page.locator('[data-panel=line] .o-annotation.o-stretch').count()).toBe(1)
    expect(page.url()).not.toContain('from=')
    await picture(page, 'annotations')
  })

  it('annotates by keyboard from the menu of a panel, for that panel alone', async () => {
    await page.getByRole('button', { name: 'Menu of panel Line' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Annotate…' }).press('Enter')
    const form = dialog('Annotate')
    await form.getByLabel('From').fill('2026-11-22 10:45')
    await form.getByLabel('To', { exact: true }).fill('2026-11-22 10:40')
    await form.getByText('The end lies before the begin.').waitFor()
    await form.getByLabel('To', { exact: true }).fill('')
    await form.getByLabel('Shown').click()
    await page.getByRole('option', { name: 'Only in Line' }).click()
    await say('Here only')
    await until('the mark', async () => (await labels(page, 'line')).includes('Here only'))
    expect(await labels(page, 'cells')).not.toContain('Here only')
  })

  it('filters by tags, which the address keeps', async () => {
    await page.getByRole('button', { name: 'ops 1' }).click()
    await until('one mark', async () => (await labels(page, 'line')).join() === 'Maintenance')
    expect(page.url()).toContain('annotation-tags=ops')
    await page.reload()
    await until('one mark again', async () => (await labels(page, 'line')).join() === 'Maintenance')
    await page.getByRole('button', { name: 'ops 1' }).click()
    await until('all marks', async () => (await labels(page, 'line')).length === 3)
  })

  it('is edited from its card', async () => {
    const mark = page.locator('[data-panel=line]').getByRole('button', { name: /^Deployed 2\.0/ })
    await mark.press('Enter')
    await page
      .getByRole('dialog', { name: /^Deployed 2\.0/ })
      .getByRole('button', { name: 'Edit' })
      .click()
    const form = dialog('Edit the annotation')
    expect(await form.getByLabel('What happened').inputValue()).toBe('Deployed 2.0\nBy hand')
    await form.getByLabel('What happened').fill('Deployed 2.1')
    await form.getByRole('button', { name: 'Save' }).click()
    await until('the new text', async () => (await labels(viewer, 'cells')).includes('Deployed 2.1'))
  })

  it('is read by viewers, who may not write', async () => {
    await viewer
      .locator('[data-panel=line]')
      .getByRole('button', { name: /^Deployed 2\.1/ })
      .hover()
    await viewer.locator('.o-chart-tooltip:visible').getByText('deploy', { exact: true }).waitFor()
    expect(await viewer.locator('.o-chart-tooltip').getByRole('button').count()).toBe(0)
    expect(await barriers(viewer)).toEqual([])
    await viewer.getByRole('button', { name: 'Menü des Panels Line' }).click()
    await viewer.getByRole('menuitem', { name: 'Untersuchen' }).waitFor()
    expect(await viewer.getByRole('menuitem', { name: 'Anmerken …' }).count()).toBe(0)
    await viewer.keyboard.press('Escape')
    const refused = await viewer.request.post(`${host.url}/api/v1/ns/default/annotations`, {
      data: { time: 1, text: 'a' },
      headers: { 'orrery-request': '1' },
    })
    expect(refused.status()).toBe(403)
  })

  it('leaves out the panels that the dashboard excludes, which shows before it is saved', async () => {
    await page.goto(`${host.url}/d/marks?edit&settings=annotations`)
    await page.getByRole('button', { name: 'Add those made by hand' }).click()
    await page.getByLabel('Shown').click()
    await page.getByRole('option', { name: 'Not in these panels' }).click()
    await page.getByRole('group', { name: 'Not in these panels' }).getByText('Cells').click()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Back to the dashboard' }).click()
    await until('marks of the line', async () => (await labels(page, 'line')).length === 3)
    expect(await labels(page, 'cells')).toEqual([])
    expect(await labels(viewer, 'cells')).toHaveLength(2)
  })

  it('is deleted for everybody, after a question', async () => {
    await page.goto(`${host.url}/d/marks`)
    await page
      .locator('[data-panel=line]')
      .getByRole('button', { name: /^Deployed 2\.1/ })
      .press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    expect(await barriers(page)).toEqual([])
    await dialog('Delete the annotation?').getByRole('button', { name: 'Delete' }).click()
    await until('it is gone', async () => !(await labels(viewer, 'line')).includes('Deployed 2.1'))
    await viewer.getByRole('checkbox', { name: 'Von Hand' }).uncheck()
    await until('none is shown', async () => (await marks(viewer, 'line').count()) === 0)
    expect(viewer.url()).toContain('annotations=off')
  })

  it('has a quiet console', () => {
    expect(errors.flat()).toEqual([])
  })
})
