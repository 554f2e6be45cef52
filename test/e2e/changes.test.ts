import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
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
const eve = { name: 'eve', password: 'battery staple', role: 'admin' }
const envelope = { apiVersion: 'orrery.dev/v1', namespace: 'default' }
const dashboard = (title: string) => ({
  ...envelope,
  kind: 'dashboard',
  id: 'cpu',
  metadata: { title },
  spec: { time: { from: 'now-1h', to: 'now' }, panels: {}, layout: { type: 'grid', items: [] } },
})
const datasource = (title: string) => ({
  ...envelope,
  kind: 'datasource',
  id: 'prom',
  metadata: { title },
  spec: { type: 'prometheus', options: { url: 'http://localhost:9090' } },
})

describe.skipIf(!programs.chromium)('what somebody else changes', () => {
  const folder = temporaryFolder('changes')
  let host: TestHost
  let other: Person
  let browser: Browser
  let page: Page
  let errors: string[]
  const put = async (body: ReturnType<typeof dashboard> | ReturnType<typeof datasource>) => {
    const answer = await other.request('/api/v1/ns/default/apply', { method: 'POST', body: { resources: [body] } })
    if (!answer.ok) throw new Error(await answer.text())
  }
  beforeAll(async () => {
    host = await startHost(['--data', folder])
    const first = await signIn(host, { ...ada, token: tokenOf(host.setupUrl!) })
    await first.request('/api/v1/users', { method: 'POST', body: eve })
    other = await signIn(host, { name: eve.name, password: eve.password })
    await put(datasource('Metrics'))
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await page.goto(`${host.url}/`)
    await page.getByLabel(/^Name\*?$/).fill(ada.name)
    await page.getByLabel(/^Password\*?$/).fill(ada.password)
    await page.keyboard.press('Enter')
    await page.getByText('No dashboards yet').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  it('comes into a list by itself', async () => {
    await put(dashboard('Load'))
    await page.getByRole('link', { name: /Load/ }).waitFor()
    await put(dashboard('Load of all'))
    await page.getByRole('link', { name: /Load of all/ }).click()
    await page.getByText('This dashboard has no panels').waitFor()
  })

  it('is offered on an open dashboard, and loaded when asked for', async () => {
    await put(dashboard('Other load'))
    await page.getByText('Changed by eve').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Load of all' }).waitFor()
    await page.getByRole('button', { name: 'Load it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Other load' }).waitFor()
    expect(await page.getByText('Changed by eve').count()).toBe(0)
  })

  it('does not touch what is edited', async () => {
    await page.goto(`${host.url}/datasources/prom`)
    await page.getByLabel(/^Title\*?$/).fill('Mine')
    await put(datasource('Theirs'))
    await page.getByText('Loading it drops your changes.').waitFor()
    expect(await page.getByLabel(/^Title\*?$/).inputValue()).toBe('Mine')
    await page.getByRole('button', { name: 'Load it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor()
    expect(await page.getByLabel(/^Title\*?$/).inputValue()).toBe('Theirs')
  })

  it('is not said of what is saved here', async () => {
    await page.getByLabel(/^Title\*?$/).fill('Saved')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved is saved.').waitFor()
    await put(dashboard('To be sure that the change before has come'))
    await page.getByRole('link', { name: 'Data sources' }).first().click()
    await page.getByRole('link', { name: /Saved/ }).click()
    await page.getByLabel(/^Title\*?$/).waitFor()
    expect(await page.getByText(/Changed by/).count()).toBe(0)
    const gone = await other.request('/api/v1/ns/default/datasources/prom', { method: 'DELETE' })
    expect(gone.status).toBe(204)
    await page.getByText('Deleted by eve').waitFor()
  })

  it('is said quietly', () => {
    expect(errors).toEqual([])
  })
})
