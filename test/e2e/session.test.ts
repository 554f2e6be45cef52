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
const datasource = {
  apiVersion: 'orrery.dev/v1',
  kind: 'datasource',
  namespace: 'default',
  id: 'prom',
  metadata: { title: 'Metrics' },
  spec: { type: 'prometheus', options: { url: 'http://localhost:9090' } },
}

describe.skipIf(!programs.chromium)('a session that ends', () => {
  const folder = temporaryFolder('session')
  let host: TestHost
  let person: Person
  let browser: Browser
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    host = await startHost(['--data', folder])
    person = await signIn(host, { ...ada, token: tokenOf(host.setupUrl!) })
    const path = '/api/v1/ns/default/datasources/prom'
    const answer = await person.request(path, { method: 'PUT', body: datasource, headers: { 'if-none-match': '*' } })
    if (answer.status !== 201) throw new Error(await answer.text())
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await page.goto(`${host.url}/datasources/prom`)
    await page.getByLabel(/^Name\*?$/).fill(ada.name)
    await page.getByLabel(/^Password\*?$/).fill(ada.password)
    await page.keyboard.press('Enter')
    await page.getByLabel(/^Title\*?$/).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  /** As if the host had forgotten it: the page still has its cookie. */
  async function endSession() {
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const headers = { cookie: cookies, 'orrery-request': '1', origin: host.url }
    await fetch(`${host.url}/api/v1/session`, { method: 'DELETE', headers })
  }
  const dialog = () => page.getByRole('dialog', { name: 'Your session has ended' })
  const titleOf = async () => {
    const answer = await person.request('/api/v1/ns/default/datasources/prom')
    return ((await answer.json()) as { resource: typeof datasource }).resource.metadata.title
  }

  it('asks for the password over the page, and then saves what was edited', async () => {
    await page.getByLabel(/^Title\*?$/).fill('Edited')
    await endSession()
    await page.getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password')
    await page.keyboard.type('wrong horse')
    await page.keyboard.press('Enter')
    await dialog().getByText('SIGN_IN_FAILED').waitFor()
    await page.keyboard.type(ada.password)
    await page.keyboard.press('Enter')
    await page.getByText('Edited is saved.').waitFor()
    expect([await dialog().count(), await titleOf()]).toEqual([0, 'Edited'])
  })

  it('asks whether to leave what is not saved, and leads to the sign-in and back', async () => {
    await page.getByLabel(/^Title\*?$/).fill('Lost')
    await endSession()
    await page.getByRole('button', { name: 'Save' }).click()
    await dialog().getByRole('button', { name: 'Leave the page' }).click()
    await page.getByRole('button', { name: 'Stay' }).click()
    expect(await page.getByLabel(/^Title\*?$/).inputValue()).toBe('Lost')
    await page.getByRole('button', { name: 'Save' }).click()
    await dialog().getByRole('button', { name: 'Leave the page' }).click()
    await page.getByRole('button', { name: 'Leave, and lose the changes' }).click()
    await page.waitForURL(/sign-in\?to=\/datasources\/prom/)
    await page.getByLabel(/^Name\*?$/).fill(ada.name)
    await page.getByLabel(/^Password\*?$/).fill(ada.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/datasources/prom')
    await page.getByLabel(/^Title\*?$/).waitFor()
    expect(await page.getByLabel(/^Title\*?$/).inputValue()).toBe('Edited')
  })

  it('is noticed by itself where the page follows changes, which it goes on to do', async () => {
    await page.getByRole('link', { name: 'Data sources' }).first().click()
    await page.getByRole('link', { name: /Edited/ }).waitFor()
    await endSession()
    await dialog().waitFor({ timeout: 40_000 })
    await page.keyboard.type(ada.password)
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    const body = { resources: [{ ...datasource, id: 'more', metadata: { title: 'One more' } }] }
    await person.request('/api/v1/ns/default/apply', { method: 'POST', body })
    await page.getByRole('link', { name: /One more/ }).waitFor()
  })

  it('is all that the console tells of', () => {
    expect(errors.filter((error) => !error.includes('401 (Unauthorized)'))).toEqual([])
  })
})
