import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import type { TestHost } from '../support/host.ts'
import { openSite, type Site } from '../support/site.ts'

const CLICKS = 20
const CHARACTERS = 60

interface Efforts {
  clicks: number
  characters: number
}

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])('the first dashboard', () => {
  let site: Site
  let host: TestHost
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    site = await openSite({ prometheus: 'prometheus', user: 'ada', path: '/' })
    ;({ host, page, errors } = site)
    // Each page that is loaded goes on counting where the one before was left.
    await page.addInitScript(() => {
      const efforts = JSON.parse(sessionStorage.getItem('efforts') ?? '{"clicks":0,"characters":0}') as Efforts
      const keep = () => sessionStorage.setItem('efforts', JSON.stringify(efforts))
      addEventListener('pointerdown', () => ((efforts.clicks += 1), keep()), true)
      addEventListener('keydown', ({ key }) => key.length === 1 && ((efforts.characters += 1), keep()), true)
    })
  })
  afterAll(() => site?.close())

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const addPanel = async (query: string) => {
    await button('Add a panel').last().click()
    await button('Back to the dashboard').waitFor()
    await button('Code').click()
    await page.getByRole('textbox', { name: 'PromQL' }).click()
    await page.keyboard.type(query)
    await page.keyboard.press('Escape')
  }

  it('takes few clicks and little typing', async () => {
    await page.goto(`${host.url}/`)
    await page.getByRole('link', { name: 'New dashboard' }).or(button('New dashboard')).first().click()
    await page.getByRole('toolbar', { name: 'Editing' }).waitFor()

    await addPanel('up')
    await button('Back to the dashboard').click()
    await addPanel('node_load1')
    await button('Add a threshold').click()
    await page.keyboard.type('2')
    await button('Back to the dashboard').click()

    await button('Settings').click()
    await page.getByRole('tab', { name: 'Variables' }).click()
    await button('Add a variable').click()
    await page.getByRole('menuitem', { name: 'List' }).click()
    await page.getByLabel('Options').fill('')
    await page.getByLabel('Options').click()
    await page.keyboard.type('a, b')

    await button('Save').click()
    await page.getByRole('dialog').getByLabel('Title').waitFor()
    await page.keyboard.type('First')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/d/first')

    const panels = page.locator('[data-panel]')
    await expect.poll(() => panels.count()).toBe(2)
    for (const panel of await panels.all()) await panel.locator('canvas').first().waitFor()
    const answer = await page.request.get(`${host.url}/api/v1/ns/default/dashboards/first`)
    const { resource } = (await answer.json()) as {
      resource: { spec: { variables: unknown[]; panels: Record<string, { fieldConfig?: object }> } }
    }
    expect(resource.spec.variables).toHaveLength(1)
    expect(JSON.stringify(resource.spec.panels)).toContain('thresholds')

    const efforts = await page.evaluate(() => JSON.parse(sessionStorage.getItem('efforts')!) as Efforts)
    expect(efforts.clicks).toBeLessThanOrEqual(CLICKS)
    expect(efforts.characters).toBeLessThanOrEqual(CHARACTERS)
    expect(errors).toEqual([])
  })
})
