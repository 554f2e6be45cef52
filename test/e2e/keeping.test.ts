import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'

const text = (title: string) => ({ type: 'text', title, queries: [], options: { mode: 'markdown', content: title } })
const spec = (title: string) => ({
  time: { from: 'now-5m', to: 'now' },
  panels: { cpu: text(title), disk: text('Disk') },
  layout: {
    type: 'grid',
    items: [
      { panel: 'cpu', x: 0, y: 0, w: 12, h: 6 },
      { panel: 'disk', x: 12, y: 0, w: 12, h: 6 },
    ],
  },
})

describe.skipIf(!programs.chromium)('what is kept of a dashboard', () => {
  const files = mkdtempSync(join(tmpdir(), 'orrery-keeping-'))
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let count = 0
  let id: string

  const path = () => `${host.url}/api/v1/ns/default/dashboards/${id}`
  const put = async (title: string, message: string) => {
    const isNew = message === 'made'
    const answer = await page.request.put(`${path()}?message=${message}`, {
      headers: { 'orrery-request': '1', origin: host.url, ...(isNew ? { 'if-none-match': '*' } : { 'if-match': '*' }) },
      data: resource('dashboard', id, 'Machines', spec(title)),
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  const saved = async () =>
    ((await (await page.request.get(path())).json()) as { resource: { spec: ReturnType<typeof spec> } }).resource.spec
  const dialog = (name: RegExp) => page.getByRole('dialog', { name })
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
  const item = (name: string) => page.getByRole('menuitem', { name })
  const versions = () => page.getByRole('list', { name: 'Versions' }).locator(':scope > li')
  const code = () => page.getByRole('textbox', { name: 'The dashboard as text' })
  /** Puts a text in place of the one in an editor, as pasting does. */
  const paste = async (box: ReturnType<typeof code>, next: string) => {
    await box.focus()
    await page.keyboard.press('Control+a')
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), next)
    await page.keyboard.press('Control+v')
  }
  const textOf = (name: 'json' | 'yaml', edit: (text: string) => string) => async () => {
    const download = page.waitForEvent('download')
    await page.goto(`${host.url}/d/${id}`)
    await button('More of the dashboard').click()
    await item(`Download as ${name.toUpperCase()}`).click()
    const file = await download
    const target = join(files, file.suggestedFilename())
    await file.saveAs(target)
    return { name: file.suggestedFilename(), text: edit(readFileSync(target, 'utf8')) }
  }
  const inBothThemes = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page)).toEqual([])
    }
  }

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
    removeFolder(files)
  })
  beforeEach(async () => {
    id = `kept-${++count}`
    await put('CPU', 'made')
  })

  it('tells who changed what, compares versions, and restores one by keys', async () => {
    await put('Load', 'renamed')
    await put('Cores', 'again')
    await page.goto(`${host.url}/d/${id}`)
    await button('Edit').waitFor()
    await page.keyboard.press('h')
    await until('three versions', async () => (await versions().count()) === 3)
    expect(await versions().nth(1).innerText()).toContain('renamed')
    await versions()
      .nth(1)
      .getByRole('button', { name: /^What changed/ })
      .press('Enter')
    await versions().nth(1).getByText('Panel Load').waitFor()
    expect(await versions().nth(1).locator('del, ins').allInnerTexts()).toEqual(expect.arrayContaining(['CPU', 'Load']))
    await picture(page, 'keeping-history')
    await inBothThemes()

    for (const at of [0, 2]) await versions().nth(at).getByRole('checkbox').press('Space')
    await button('Compare').press('Enter')
    await dialog(/compared/)
      .getByText('Panel Cores')
      .waitFor()
    expect(
      await dialog(/compared/)
        .locator('ins')
        .allInnerTexts(),
    ).toContain('Cores')
    await page.keyboard.press('Escape')
    await dialog(/compared/).waitFor({ state: 'detached' })

    await versions().nth(2).getByRole('button', { name: /^Menu/ }).press('Enter')
    await item('Show as JSON').press('Enter')
    await dialog(/as JSON/)
      .getByText('"title": "CPU"')
      .waitFor()
    await page.keyboard.press('Escape')
    await versions().nth(2).getByRole('button', { name: /^Menu/ }).press('Enter')
    await item('Restore').press('Enter')
    await dialog(/^Restore/)
      .getByRole('textbox')
      .fill('better before')
    await page.keyboard.press('Enter')
    await page.locator('[data-panel="cpu"]').getByText('CPU').first().waitFor()
    expect((await saved()).panels.cpu.title).toBe('CPU')
    await page.keyboard.press('h')
    await versions().first().getByText('better before').waitFor()
  })

  it('is edited as text: problems stand at their place, and nothing is lost', async () => {
    await page.goto(`${host.url}/d/${id}?edit&settings=text`)
    await code().waitFor()
    const { text: json } = await textOf('json', (all) => all)()
    await page.goto(`${host.url}/d/${id}?edit&settings=text`)
    await paste(code(), json.replace('"w": 12', '"w": "wide"'))
    await button(/must be a whole number/).waitFor()
    expect(await page.locator('.cm-lintRange-error').first().innerText()).toMatch(/"w"/)
    await inBothThemes()
    await paste(code(), json.replace('{', '{,'))
    await button(/^Line 1, column/).waitFor()
    await page.getByRole('tab', { name: 'General' }).click()
    await page.getByRole('tab', { name: 'JSON and YAML' }).click()
    await button(/^Line 1, column/).waitFor()
    await button('Drop what was typed').click()

    await page.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: 'YAML' }).click()
    const yaml = (await textOf('yaml', (all) => all)()).text
    await page.goto(`${host.url}/d/${id}?edit&settings=text`)
    await page.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: 'YAML' }).click()
    await paste(code(), yaml.replace('title: CPU', 'title: Load'))
    await page.keyboard.press('Control+Enter')
    await page.getByText('Applied. Undo takes it back.').waitFor()
    await button('Undo: Edit as text').click()
    await button('Redo: Edit as text').click()
    await page.keyboard.press('Control+s')
    await dialog(/^Save/).getByText('Panel Load').waitFor()
    await dialog(/^Save/).getByRole('textbox').fill('by hand')
    await dialog(/^Save/).getByRole('button', { name: 'Save', exact: true }).click()
    await until('the title', async () => (await saved()).panels.cpu.title === 'Load')
    await page.getByRole('tab', { name: 'Versions' }).click()
    await versions().first().getByText('by hand').waitFor()
  })

  it('is exported, and imported where a data source is missing', async () => {
    const query = (all: string) =>
      all.replace(
        '"queries": []',
        '"queries": [{ "refId": "A", "datasource": "elsewhere", "query": { "type": "range", "metric": "cpu_busy" } }]',
      )
    const { name, text: exported } = await textOf('json', query)()
    expect(name).toBe('Machines.json')
    await page.goto(`${host.url}/dashboards`)
    await button('New').click()
    await item('Import a dashboard').click()
    const importing = dialog(/^Import/)
    await importing.locator('input[type=file]').setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from(exported.replace('"kind": "dashboard"', '"kind": "folder"')),
    })
    await importing.getByText('/kind').waitFor()
    await importing
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(exported) })
    await importing.getByText('Machines has this id already').waitFor()
    expect(await importing.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true)
    await picture(page, 'keeping-import')
    await inBothThemes()
    await importing.getByRole('button', { name: 'Use another id' }).click()
    await importing.getByRole('combobox', { name: 'elsewhere' }).click()
    await page.getByRole('option').first().click()
    await importing.getByRole('button', { name: 'Import' }).click()
    await page.waitForURL(`**/d/${id}-2`)
    await page.locator('[data-panel="disk"]').getByText('Disk').first().waitFor()
    const answer = await page.request.get(`${host.url}/api/v1/ns/default/dashboards/${id}-2`)
    expect(await answer.text()).not.toContain('elsewhere')
  })

  it('is brought together from two browsers, place by place', async () => {
    const other = await browser.newPage()
    try {
      for (const on of [page, other]) {
        await on.goto(`${host.url}/d/${id}?edit&settings=general`)
        await on.getByLabel(/^Title/).waitFor()
      }
      await other.getByLabel(/^Title/).fill('Theirs')
      await other.getByLabel(/^Description/).fill('What they say')
      await other.keyboard.press('Control+s')
      await other.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
      await other.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByLabel(/^Title/).fill('Mine')
      await page.keyboard.press('Control+s')
      await dialog(/^Save/).getByRole('button', { name: 'Save', exact: true }).click()
      const conflict = dialog(/^Saved by somebody/)
      await conflict.getByText('What they say').waitFor()
      await inBothThemes()
      await conflict.getByRole('radio', { name: /Theirs/ }).check()
      await conflict.getByRole('button', { name: 'Bring both together' }).click()
      await conflict.waitFor({ state: 'detached' })
      const now = (await (await page.request.get(path())).json()) as { resource: { metadata: object; spec: object } }
      expect(now.resource).toMatchObject({ metadata: { title: 'Theirs' }, spec: { description: 'What they say' } })
    } finally {
      await other.close()
    }
  })

  it('does all that quietly', () => {
    // What the browser says of answers with a status of 4xx: a conflict is one.
    expect(errors.filter((error) => !error.includes('412'))).toEqual([])
  })
})
