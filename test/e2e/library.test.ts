import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import {
  removeFolder,
  signIn,
  startHost,
  temporaryFolder,
  tokenOf,
  type Person,
  type TestHost,
} from '../support/host.ts'

const ada = { name: 'ada', password: 'correct horse' }
const envelope = { apiVersion: 'orrery.dev/v1', namespace: 'default' }
const dashboard = (id: string, title: string, tags: readonly string[] = [], folder?: string) => ({
  ...envelope,
  kind: 'dashboard',
  id,
  metadata: folder === undefined ? { title } : { title, folder },
  spec: { tags, time: { from: 'now-1h', to: 'now' }, panels: {}, layout: { type: 'grid', items: [] } },
})
const folderOf = (id: string, title: string, folder?: string) => ({
  ...envelope,
  kind: 'folder',
  id,
  metadata: folder === undefined ? { title } : { title, folder },
  spec: {},
})

describe.skipIf(!programs.chromium)('the library of dashboards', () => {
  const data = temporaryFolder('library')
  let host: TestHost
  let person: Person
  let browser: Browser
  let page: Page
  let errors: string[]
  const rows = () => page.getByRole('list', { name: 'Dashboards' }).getByRole('link')
  const shows = async (...titles: readonly RegExp[]) => {
    const texts = async () => (await rows().allTextContents()).map((text) => text.trim())
    await expect.poll(texts).toEqual(titles.map((title) => expect.stringMatching(title)))
  }
  const menu = async (name: string, entry: string) => {
    await page.getByRole('button', { name: `Menu of ${name}` }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }

  beforeAll(async () => {
    host = await startHost(['--data', data])
    person = await signIn(host, { ...ada, token: tokenOf(host.setupUrl!) })
    const resources = [
      folderOf('ops', 'Operations'),
      folderOf('disks', 'Disks', 'ops'),
      dashboard('io', 'Disk IO', ['disk', 'linux'], 'disks'),
      dashboard('cpu', 'Processors', ['linux']),
      dashboard('shop', 'Shop'),
    ]
    const answer = await person.request('/api/v1/ns/default/apply', { method: 'POST', body: { resources } })
    if (!answer.ok) throw new Error(await answer.text())
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await page.goto(`${host.url}/dashboards`)
    await page.getByLabel(/^Name\*?$/).fill(ada.name)
    await page.getByLabel(/^Password\*?$/).fill(ada.password)
    await page.keyboard.press('Enter')
    await rows().first().waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(data)
  })

  it('opens folders in folders, and leads back', async () => {
    await page.getByRole('link', { name: 'Operations' }).click()
    await shows(/Disks/)
    await page.getByRole('link', { name: 'Disks' }).click()
    await shows(/Disk IO/)
    const path = page.getByRole('navigation', { name: 'Folder' })
    expect(await path.getByRole('link').allTextContents()).toEqual(['Dashboards', 'Operations', 'Disks'])
    await path.getByRole('link', { name: 'Dashboards' }).click()
    await shows(/Operations/, /Processors/, /Shop/)
  })

  it('finds by words and tags wherever a dashboard stands', async () => {
    await page.getByRole('searchbox', { name: 'Search dashboards' }).fill('io disks')
    await shows(/Disk IO.*Operations \/ Disks/)
    await page.getByRole('searchbox', { name: 'Search dashboards' }).fill('')
    await page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: /linux/ }).click()
    await shows(/Disk IO/, /Processors/)
    expect(new URL(page.url()).searchParams.getAll('tag')).toEqual(['linux'])
    await page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: /disk/ }).click()
    await shows(/Disk IO/)
    await page.getByRole('searchbox', { name: 'Search dashboards' }).fill('none of them')
    await page.getByText('No dashboard matches “none of them”').waitFor()
    await page.goto(`${host.url}/dashboards`)
  })

  it('keeps stars, each person their own, across a reload', async () => {
    await page.getByRole('button', { name: 'Star Shop' }).click()
    await page.getByRole('tab', { name: 'Starred' }).click()
    await shows(/Shop/)
    await page.reload()
    await shows(/Shop/)
    await page.getByRole('button', { name: 'Star Shop' }).click()
    await page.getByText('Nothing is starred').waitFor()
  })

  it('lists what was opened lately', async () => {
    await page.goto(`${host.url}/d/cpu`)
    await page.getByText('This dashboard has no panels').waitFor()
    await page.goto(`${host.url}/dashboards?view=recent`)
    await shows(/Processors/)
    await page.getByRole('tab', { name: 'All' }).click()
  })

  it('makes, renames, fills and empties a folder', async () => {
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Folder' }).click()
    await page.getByLabel(/^Title\*?$/).fill('Team')
    await page.keyboard.press('Enter')
    await shows(/Operations/, /Team/, /Processors/, /Shop/)
    await menu('Team', 'Rename')
    await page.getByLabel(/^Title\*?$/).fill('Team A')
    await page.keyboard.press('Enter')
    await shows(/Operations/, /Team A/, /Processors/, /Shop/)
    for (const name of ['Processors', 'Shop']) await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Into the folder').click()
    await page.getByRole('option', { name: 'Team A' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
    await shows(/Operations/, /Team A/)
    await menu('Team A', 'Delete')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByText('RESOURCE_REFERENCED').waitFor()
    await page.keyboard.press('Escape')
  })

  it('brings back what was deleted', async () => {
    await page.getByRole('link', { name: 'Team A' }).click()
    await menu('Shop', 'Delete')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await shows(/Processors/)
    await page.getByRole('tab', { name: 'Deleted' }).click()
    await page.getByRole('button', { name: 'Restore Shop' }).click()
    await page.getByText('Nothing was deleted').waitFor()
    await page.goto(`${host.url}/d/shop`)
    await page.getByRole('heading', { level: 1, name: 'Shop' }).waitFor()
  })

  it('has no barriers in both themes, and says nothing on the console', async () => {
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => localStorage.setItem('orrery-theme', name), theme)
      for (const view of ['', '?view=starred', '?view=deleted', '?folder=ops']) {
        await page.goto(`${host.url}/dashboards${view}`)
        await page.getByRole('tab', { name: 'All' }).waitFor()
        expect(await barriers(page)).toEqual([])
      }
    }
    // The refused deletion of a folder that is not empty.
    expect(errors.filter((text) => !text.includes('409'))).toEqual([])
  })
})
