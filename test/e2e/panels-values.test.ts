import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { datasource, provisioningFolder, resource } from '../support/node-dashboard.ts'

const csv = { type: 'csv', text: 'host,load\na,20\nb,80\n' }
const wave = { type: 'wave', shape: 'sine', period: '10s', step: '1s' }
const fieldConfig = {
  defaults: {
    unit: 'percent',
    thresholds: { mode: 'absolute', steps: [{ color: 'green' }, { valueExpr: '${limit} / 2', color: 'red' }] },
    links: [{ title: 'Host', url: '/d/values?host=${__field.labels.host}&${__url_time_range}' }],
  },
  overrides: [],
}
const effects = { gradient: true, barGlow: true, centerGlow: true }
const panels: Readonly<Record<string, { type: string; options?: object; query?: object }>> = {
  stat: { type: 'stat', options: { colorMode: 'backgroundSolid' } },
  course: { type: 'stat', query: wave, options: { showPercentChange: true, graphMode: 'line' } },
  gauge: { type: 'gauge', options: { showThresholdLabels: true, endpointMarker: 'glow' } },
  circle: { type: 'gauge', options: { shape: 'circle', segmentCount: 12, effects } },
  dial: { type: 'gauge', query: wave, options: { neutral: 0, barShape: 'rounded' } },
  bars: { type: 'bargauge', options: { displayMode: 'basic', orientation: 'horizontal' } },
  graded: { type: 'bargauge', options: { displayMode: 'gradient', orientation: 'vertical' } },
  cells: { type: 'bargauge', options: { displayMode: 'lcd', namePlacement: 'left' } },
  many: { type: 'bargauge', query: { type: 'table', rows: 500, nulls: 0 } },
}
const ids = Object.keys(panels)

const dashboard = resource('dashboard', 'values', 'Values', {
  time: { from: 'now-5m', to: 'now' },
  variables: [{ name: 'limit', type: 'text', default: '100' }],
  panels: Object.fromEntries(
    Object.entries(panels).map(([id, { type, options = {}, query = csv }]) => [
      id,
      { type, title: id, queries: [{ refId: 'A', datasource: 'made', query }], options, fieldConfig },
    ]),
  ),
  layout: {
    type: 'grid',
    items: ids.map((panel, i) => ({ panel, x: (i % 3) * 8, y: Math.floor(i / 3) * 6, w: 8, h: 6 })),
  },
})

describe.skipIf(!programs.chromium)('panels of single values', () => {
  let host: TestHost
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = provisioningFolder(datasource('made', 'testdata', {}), dashboard)
    host = await startHost(['--demo', '--provisioning', folder])
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    removeFolder(folder)
  })

  async function open(options: Parameters<typeof openPage>[1], theme = 'dark') {
    const { page, errors } = await openPage(browser, options)
    await page.addInitScript((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
    await page.goto(`${host.url}/d/values?refresh=off&from=1000&to=301000`)
    const panel = (id: string) => page.locator(`[data-panel=${id}]`)
    await Promise.all(ids.map((id) => panel(id).locator('li').first().waitFor({ timeout: 30_000 })))
    return { page, errors, panel }
  }

  it('show values in the colours of their thresholds, as lengths and as words', async () => {
    const { page, errors, panel } = await open({ viewport: { width: 1440, height: 1200 } })
    const styles = (id: string, selector: string, property: string) =>
      panel(id)
        .locator(selector)
        .evaluateAll((all, name) => all.map((one) => getComputedStyle(one).getPropertyValue(name)), property)
    const [green, red] = ['rgb(76, 195, 138)', 'rgb(255, 99, 105)']
    expect(await styles('stat', 'li', 'background-color')).toEqual([green, red])
    expect(await styles('gauge', '.bar', 'stroke')).toEqual([green, red])
    expect(new Set(await styles('circle', '.bar', 'stroke'))).toEqual(new Set([green, red]))
    expect(await styles('bars', '.bar', 'background-color')).toEqual([green, red])
    const lengths = await panel('bars')
      .locator('.bar')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width / one.parentElement!.clientWidth))
    expect(lengths).toEqual([expect.closeTo(0.2, 1), expect.closeTo(0.8, 1)])
    const said = await panel('gauge')
      .getByRole('meter')
      .evaluateAll((all) => all.map((one) => `${one.ariaLabel} ${one.ariaValueText}`))
    expect(said).toEqual(['a 20% of 0% to 100%', 'b 80% of 0% to 100%'])
    expect(await panel('course').textContent()).toMatch(/%/)
    expect(await panel('many').textContent()).toMatch(/more values are not shown/)
    expect(await styles('dial', '.bar', 'filter')).toHaveLength(1)
    expect(errors).toEqual([])
    await page.close()
  })

  it('are links by keyboard, with the value and the time', async () => {
    const { page, errors, panel } = await open({ viewport: { width: 1440, height: 1200 } })
    const link = panel('gauge').getByRole('link').nth(1)
    expect(await link.getAttribute('href')).toBe('/d/values?host=b&from=1000&to=301000')
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/d/values?host=b*')
    expect(errors).toEqual([])
    await page.close()
  })

  it('follow thresholds of a variable, and say when one cannot be calculated', async () => {
    const { page, errors, panel } = await open({ viewport: { width: 1440, height: 1200 } })
    const colors = () =>
      panel('stat')
        .locator('li')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
    const [green, red] = ['rgb(76, 195, 138)', 'rgb(255, 99, 105)']
    await page.goto(`${host.url}/d/values?refresh=off&from=1000&to=301000&var-limit=20`)
    await expect.poll(colors).toEqual([red, red])
    await page.goto(`${host.url}/d/values?refresh=off&from=1000&to=301000&var-limit=much`)
    await expect.poll(colors).toEqual([green, green])
    await panel('stat').getByRole('button', { name: '1 notice' }).click()
    await page.getByText('The threshold "${limit} / 2" cannot be calculated: limit is "much"').waitFor()
    expect(errors).toEqual([])
    await page.close()
  })

  it.each([
    ['dark', 1440],
    ['light', 1440],
    ['dark', 390],
  ])('are accessible and quiet: %s, %i wide', async (theme, width) => {
    const { page, errors } = await open({ viewport: { width, height: 4000 } }, theme)
    expect(await barriers(page)).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })
})
