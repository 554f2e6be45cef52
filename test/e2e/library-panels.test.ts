import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { openPage } from '../support/browser.ts'
import type { TestHost } from '../support/host.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { openSite, type Site } from '../support/site.ts'

const wave = {
  type: 'stat',
  title: 'Load',
  queries: [{ refId: 'A', datasource: 'made', query: { type: 'wave', shape: 'sine', period: '10s', step: '1s' } }],
  options: {},
}
const spec = (content: object) => ({
  time: { from: 'now-1m', to: 'now' },
  ...content,
  layout: { type: 'grid', items: [{ panel: 'one', x: 0, y: 0, w: 8, h: 6 }] },
})
const shownFrom = (library: string) => spec({ panels: {}, libraryPanels: { one: { library } } })

describe.skipIf(!programs.chromium)('panels of the library', () => {
  let site: Site
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    site = await openSite({
      documents: [
        datasource('made', 'testdata', {}),
        resource('library-panel', 'filed', 'Filed', { ...wave, title: 'From a file' }),
        resource('dashboard', 'files', 'Files', shownFrom('filed')),
      ],
      path: '/',
    })
    ;({ host, browser, page, errors } = site)
    const text = { type: 'text', title: 'Note', queries: [], options: { mode: 'markdown', content: 'Note' } }
    await put('first', 'First', spec({ panels: { one: wave } }))
    await put('second', 'Second', spec({ panels: { one: text } }))
  })
  afterAll(() => site?.close())

  const api = (path: string) => `${host.url}/api/v1/ns/default/${path}`
  const put = async (id: string, title: string, content: object) => {
    const answer = await page.request.put(api(`dashboards/${id}`), {
      headers: { 'orrery-request': '1', origin: host.url, 'if-none-match': '*' },
      data: resource('dashboard', id, title, content),
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  const saved = async (id: string) =>
    ((await (await page.request.get(api(`dashboards/${id}`))).json()) as { resource: { spec: object } }).resource.spec
  const named = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const dialog = () => page.getByRole('dialog')
  const panel = (id: string, on = page) => on.locator(`[data-panel="${id}"]`)
  const edit = async (id: string) => {
    await page.goto(`${host.url}/d/${id}?edit&refresh=off`)
    await page.getByRole('toolbar', { name: 'Editing' }).waitFor()
  }
  const choose = async (menu: string | RegExp, item: string) => {
    await named(menu).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  const expectNoBarriers = async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page), colorScheme).toEqual([])
    }
  }
  const save = async () => {
    await page.keyboard.press('Control+s')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
  }

  it('shows a panel that a file has on a dashboard that a file has', async () => {
    await page.goto(`${host.url}/d/files?refresh=off`)
    await page.locator('[data-panel="one"][data-state="ready"]').waitFor()
    expect(await panel('one').getByRole('heading').textContent()).toBe('From a file')
  })

  it('takes a panel of a dashboard, which shows it from there', async () => {
    await edit('first')
    await choose('Menu of panel Load', 'Save to the library')
    await dialog().getByRole('textbox', { name: 'Title in the library' }).fill('Load of all')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await panel('one').getByRole('button', { name: 'A panel of the library' }).waitFor()
    await save()
    expect(await saved('first')).toMatchObject({ panels: {}, libraryPanels: { one: { library: 'load-of-all' } } })
    await panel('one').and(page.locator('[data-state="ready"]')).waitFor()
  })

  it('is found by keys and shown on another dashboard', async () => {
    await edit('second')
    await page.keyboard.press('l')
    await dialog().getByText('shown on 1 dashboard').first().waitFor()
    await expectNoBarriers()
    await dialog().getByRole('searchbox').fill('load')
    await page.keyboard.press('Enter')
    await panel('load-of-all').and(page.locator('[data-state="ready"]')).waitFor()
    await save()
  })

  it('is edited once and changes everywhere', async () => {
    const { page: other, errors: otherErrors } = await openPage(browser)
    await other.goto(`${host.url}/d/first?refresh=off`)
    await panel('one', other).getByRole('heading', { name: 'Load' }).waitFor()
    await page.goto(`${host.url}/d/second?edit&panel=load-of-all`)
    await page.getByText('Load of all of the library, shown on 2 dashboards').waitFor()
    await named('Show the dashboards').click()
    await page.getByRole('link', { name: 'First' }).waitFor()
    await expectNoBarriers()
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Pressure')
    await page.keyboard.press('Control+s')
    await dialog().getByText('Load of all of the library changes on all dashboards that show it.').waitFor()
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await panel('one', other).getByRole('heading', { name: 'Pressure' }).waitFor()
    expect(otherErrors).toEqual([])
    await other.close()
  })

  it('tells of what somebody else saved first', async () => {
    await page.goto(`${host.url}/d/second?edit&panel=load-of-all`)
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Mine')
    const answer = await page.request.put(api('library-panels/load-of-all'), {
      headers: { 'orrery-request': '1', origin: host.url, 'if-match': '*' },
      data: resource('library-panel', 'load-of-all', 'Load of all', { ...wave, title: 'Theirs' }),
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    await page.keyboard.press('Control+s')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await dialog().getByText('Load of all of the library was saved by somebody else meanwhile').waitFor()
    await named('Replace theirs with mine').click()
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.goto(`${host.url}/d/first?refresh=off`)
    await panel('one').getByRole('heading', { name: 'Mine' }).waitFor()
    // The host refused the first of the two.
    expect(errors.splice(0).filter((text) => !/status of 412/.test(text))).toEqual([])
  })

  it('is unlinked, and a panel of the dashboard alone then', async () => {
    await edit('first')
    await choose('Menu of panel Mine', 'Unlink from the library')
    await panel('one').getByRole('button', { name: 'A panel of the library' }).waitFor({ state: 'detached' })
    await save()
    expect(await saved('first')).toMatchObject({ panels: { one: { title: 'Mine' } } })
    expect(await saved('first')).not.toHaveProperty('libraryPanels')
  })

  it('is not deleted while a dashboard shows it, and restored when it was', async () => {
    await page.goto(`${host.url}/dashboards?view=panels`)
    await named('Load of all: shown on 1 dashboard').click()
    await page.getByRole('link', { name: 'Second' }).waitFor()
    await expectNoBarriers()
    await choose('Menu of Load of all', 'History')
    await dialog().getByRole('listitem').nth(2).waitFor()
    await page.keyboard.press('Escape')
    await choose('Menu of Load of all', 'Delete')
    await dialog().getByText('Dashboards show it').waitFor()
    await dialog().getByRole('button', { name: 'Delete' }).click()
    await dialog().getByText('RESOURCE_REFERENCED').waitFor()
    await page.keyboard.press('Escape')

    await edit('second')
    await panel('load-of-all').focus()
    await page.keyboard.press('Delete')
    await save()
    await page.goto(`${host.url}/dashboards?view=panels`)
    await named('Load of all: shown on no dashboard').waitFor()
    await choose('Menu of Load of all', 'Delete')
    await dialog().getByRole('button', { name: 'Delete' }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.goto(`${host.url}/dashboards?view=deleted`)
    await named('Restore Load of all').click()
    await page.getByText('Load of all is there again').waitFor()
    expect(errors.splice(0).filter((text) => !/status of 409/.test(text))).toEqual([])
  })

  it('says in its place that it is gone', async () => {
    await put('third', 'Third', shownFrom('never'))
    await page.goto(`${host.url}/d/third?refresh=off`)
    await panel('one').getByText('The library panel never is gone').waitFor()
    expect(errors.splice(0).filter((text) => !/status of 404/.test(text))).toEqual([])
  })
})
