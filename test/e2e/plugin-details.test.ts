import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { removeFolder, startHost, temporaryFolder, type TestHost } from '../support/host.ts'

const dashboard = {
  apiVersion: 'orrery.dev/v1',
  kind: 'dashboard',
  namespace: 'default',
  id: 'cpu',
  metadata: { title: 'CPU' },
  spec: {
    time: { from: 'now-1h', to: 'now' },
    panels: { cpu: { type: 'stat', title: 'CPU', queries: [], options: {} } },
    layout: { type: 'grid', items: [{ panel: 'cpu', x: 0, y: 0, w: 12, h: 8 }] },
  },
}

describe.skipIf(!programs.chromium)('what an admin looks into', () => {
  const folder = temporaryFolder('looks')
  const file = join(folder, 'broken.yaml')
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    writeFileSync(file, 'apiVersion: orrery.dev/v1\nkind: dashbord\n')
    writeFileSync(join(folder, 'cpu.json'), JSON.stringify(dashboard))
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  it('leads from the list to a plugin, its options and files, also when the page is loaded anew', async () => {
    await page.goto(`${host.url}/plugins`)
    await page.getByRole('searchbox').fill('stat')
    await page.getByRole('link', { name: 'Stat', exact: true }).click()
    await page.waitForURL('**/plugins/%40orrery%2Fpanel-stat')
    await page.reload()
    const panel = page.getByRole('region', { name: 'Panel Stat' })
    await panel.getByRole('row', { name: /colorMode/ }).waitFor()
    await page.getByText(/^\d+ files, /).click()
    await page.getByText('./ui/', { exact: false }).first().waitFor()
  })

  it('leads from a panel to the plugin that draws it', async () => {
    await page.goto(`${host.url}/d/cpu`)
    await page.getByRole('button', { name: 'Menu of panel CPU' }).click()
    await page.getByRole('menuitem', { name: /^About / }).click()
    await page.waitForURL(/plugins\/%40orrery%2Fpanel-stat/)
    await page.getByRole('table').first().waitFor()
  })

  it('tells of provisioned files that were not taken, until they are', async () => {
    await page.getByRole('link', { name: 'Dashboards' }).first().click()
    await page.getByText('1 provisioned document was not taken').waitFor()
    expect(await page.getByRole('list', { name: 'Problems' }).textContent()).toContain(`${file}:2`)
    const ops =
      'apiVersion: orrery.dev/v1\nkind: folder\nnamespace: default\nid: ops\nmetadata: { title: Ops }\nspec: {}\n'
    writeFileSync(file, ops)
    await page.getByText('1 provisioned document was not taken').waitFor({ state: 'detached', timeout: 20_000 })
  })

  it('leaves a quiet console', () => {
    expect(errors).toEqual([])
  })
})
