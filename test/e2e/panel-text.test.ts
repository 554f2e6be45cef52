import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { datasource, provisioningFolder, resource } from '../support/node-dashboard.ts'
import { attacks } from './panel-text-attacks.ts'

const text = (title: string, options: object, queries: readonly object[] = []) => ({
  type: 'text',
  title,
  queries,
  options,
})
const cities = { refId: 'A', datasource: 'made', query: { type: 'csv', text: 'city,people\nSuva,93970\nApia,37391\n' } }
const panels = {
  notes: text('Notes', {
    content: '# Of $team\n\nSee **this** and [that](https://example.org/$team).\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  }),
  rows: text('Rows', { content: '- ${__data.fields.city}: `${__data.fields.people}`', render: 'perRow' }, [cities]),
  code: text('Code', { mode: 'code', language: 'yaml', lineNumbers: true, content: 'a: 1\nb: [2, $team]\n' }),
  long: text('Long', {
    mode: 'code',
    minimap: true,
    content: Array.from({ length: 500 }, (_, i) => `line ${i}`).join('\n'),
  }),
  html: text('Attacks in HTML', { mode: 'html', content: attacks.join('\n') }),
  markdown: text('Attacks in markdown', { content: attacks.join('\n\n') }),
}
const dashboard = resource('dashboard', 'texts', 'Texts', {
  time: { from: 'now-5m', to: 'now' },
  variables: [{ name: 'team', type: 'text', default: 'storage <b>' }],
  panels,
  layout: { type: 'grid', items: Object.keys(panels).map((panel, i) => ({ panel, x: 0, y: i * 6, w: 24, h: 6 })) },
})

/** What the policy of the page says of some attacks while they are read, before they are left out. */
const isBlocked = (text: string) => /Content Security Policy .*The action has been blocked/s.test(text)

describe.skipIf(!programs.chromium)('text panels', () => {
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]
  let folder: string
  const asked: string[] = []
  const panel = (id: keyof typeof panels) => page.locator(`[data-panel=${id}]`)

  beforeAll(async () => {
    folder = provisioningFolder(datasource('made', 'testdata', {}), dashboard)
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser, { viewport: { width: 1280, height: 1500 } }))
    page.on('request', (request) => void asked.push(request.url()))
    page.on('dialog', (dialog) => {
      errors.push(`a dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    await page.goto(`${host.url}/d/texts?refresh=off`)
    await panel('notes').getByRole('heading', { name: /^Of / }).waitFor({ timeout: 30_000 })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  it('shows markdown with values that stay text, below the heading of the panel', async () => {
    const heading = panel('notes').getByRole('heading', { name: 'Of storage <b>' })
    expect(await heading.evaluate(({ localName }) => localName)).toBe('h3')
    const link = panel('notes').getByRole('link', { name: 'that' })
    expect(await link.getAttribute('href')).toBe('https://example.org/storage%20%3Cb%3E')
    expect([await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual([
      'noopener noreferrer',
      '_blank',
    ])
    expect(await panel('notes').locator('td').allTextContents()).toEqual(['1', '2'])
  })

  it('shows a text for each row', async () => {
    await panel('rows').locator('li').nth(1).waitFor()
    expect(await panel('rows').locator('li').allTextContents()).toEqual(['Suva: 93,970', 'Apia: 37,391'])
  })

  it('shows code in colours, with its lines numbered', async () => {
    await panel('code').locator('.cm-lineNumbers').waitFor()
    expect(await panel('code').locator('.cm-line').nth(1).textContent()).toBe('b: [2, storage <b>]')
    const colors = panel('code').locator('.cm-line span')
    await colors.first().waitFor()
  })

  it('leads through a long text by its map', async () => {
    const map = panel('long').locator('.text-minimap')
    const ink = () =>
      map.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        return data.filter((value, i) => i % 4 === 3 && value > 0).length
      })
    await expect.poll(ink).toBeGreaterThan(100)
    const scrolled = () =>
      panel('long')
        .locator('.cm-scroller')
        .evaluate(({ scrollTop }) => scrollTop)
    const { width, height } = (await map.boundingBox())!
    await map.click({ position: { x: width / 2, y: height - 4 } })
    await expect.poll(scrolled).toBeGreaterThan(100)
    const before = await scrolled()
    await map.locator('.text-minimap-seen').hover()
    await page.mouse.down()
    await page.mouse.move(0, 0)
    await page.mouse.up()
    await expect.poll(scrolled).toBeLessThan(before)
    expect(await map.getAttribute('aria-hidden')).toBe('true')
  })

  it.each(['html', 'markdown'] as const)('lets nothing of many attacks run, load or cover the page: %s', async (id) => {
    const place = panel(id).locator('.o-markdown')
    await place.getByText('the last attack').waitFor()
    const found = await place.evaluate((root) =>
      [...root.querySelectorAll('*')].flatMap((element) => {
        const attributes = [...element.attributes]
        const isBad =
          /^(?:script|style|iframe|frame|object|embed|form|input|button|textarea|select|link|meta|base|svg|math|template|dialog|audio|video|source|portal)$/.test(
            element.localName,
          ) ||
          attributes.some(
            ({ name, value }) =>
              /^(?:on|style|id|name|srcset|srcdoc|action|formaction|xlink|ping|background)/.test(name) ||
              (name === 'class' && value !== 'o-markdown-table') ||
              /^[\s\0]*(?:javascript|vbscript|data:(?!image\/))/i.test(value),
          )
        return isBad ? [element.outerHTML] : []
      }),
    )
    expect(found).toEqual([])
    const { ran, size, room } = await page.evaluate(() => ({
      ran: (globalThis as { attacked?: unknown }).attacked,
      size: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }))
    expect(ran).toBeUndefined()
    expect(size).toBeLessThanOrEqual(room)
    // Most are quiet: what people copy has handlers and styles.
    expect(new Set(errors).size).toBeLessThan(6)
    for (const link of await place.locator('a[href]').all())
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(asked.filter((url) => !url.startsWith(host.url) && !url.startsWith('data:'))).toEqual([])
    expect(errors.filter((text) => !isBlocked(text))).toEqual([])
  })

  it.each(['dark', 'light'])('is accessible and quiet: %s', async (theme) => {
    await page.evaluate((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
    await page.reload()
    await panel('code').locator('.cm-lineNumbers').waitFor()
    await panel('rows').locator('li').first().waitFor()
    await picture(page, `texts-${theme}`)
    expect(await barriers(page)).toEqual([])
    expect(errors.filter((text) => !isBlocked(text))).toEqual([])
  })
})
