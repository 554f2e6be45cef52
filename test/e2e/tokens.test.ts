import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, temporaryFolder, type TestHost } from '../support/host.ts'

describe.skipIf(!programs.chromium)('an admin', () => {
  const folder = temporaryFolder('tokens')
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let token = ''
  beforeAll(async () => {
    host = await startHost(['--data', folder])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await page.goto(host.setupUrl!)
    await page.getByLabel('Name').fill('ada')
    await page.getByLabel(/^Password\*?$/).fill('correct horse')
    await page.getByLabel('Password, once more').fill('correct horse')
    await page.getByRole('button', { name: 'Create the user and begin' }).click()
    await page.getByRole('link', { name: 'Access tokens' }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  const ask = () => fetch(`${host.url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } })

  it('makes a token for a program, which is shown once', async () => {
    await page.getByRole('button', { name: 'New token' }).click()
    await page.getByRole('button', { name: 'Make the token' }).click()
    await page.locator('[aria-invalid="true"]').first().waitFor()
    await page.getByLabel(/^Name of the program\*?$/).fill('deploy')
    await page.keyboard.press('Enter')
    const shown = page.locator('code', { hasText: /^orrery_/ })
    await shown.waitFor()
    await picture(page, 'token')
    token = (await shown.textContent())!.trim()
    expect(await (await ask()).json()).toMatchObject({ user: { id: 'service:deploy', role: 'viewer' } })
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('deploy').waitFor()
    expect(await page.content()).not.toContain(token)
    await picture(page, 'tokens')
  })

  it('removes it, and the program comes in no more', async () => {
    await page.getByRole('button', { name: 'Remove deploy' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('No access tokens yet').waitFor()
    expect((await ask()).status).toBe(401)
  })

  it('has a quiet console', () => {
    expect(errors).toEqual([])
  })
})
