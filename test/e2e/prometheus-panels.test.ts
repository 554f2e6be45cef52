import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { startExporter, type TestExporter } from '../support/exporter.ts'
import { removeFolder, startHost, type TestHost } from '../support/host.ts'
import { datasource, provisioningFolder, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { startPrometheus, type TestPrometheus } from '../support/prometheus.ts'

const [RED, BLUE] = ['#ff0000', '#0000ff']
const GREEN_AND_RED = ['rgb(76, 195, 138)', 'rgb(255, 99, 105)'] as const

const range = (expr: string, more: object = {}) => ({ type: 'range', expr, ...more })
const instant = (expr: string) => ({ type: 'instant', expr })
const fixed = (color: string) => ({ color: { type: 'fixed', color } })
const requestsBy = (label: string) => `sum by (${label}) (rate(shop_requests_total[$__rate_interval]))`
/** Nearly all requests succeed: their rate alone is above this. */
const thresholds = { mode: 'absolute', steps: [{ color: 'green' }, { value: 20, color: 'red' }] }

interface Panel {
  readonly type: string
  readonly query: object
  readonly options?: object
  readonly defaults?: object
  readonly overrides?: readonly object[]
  readonly timeCompare?: string
}
const panels = {
  stacked: {
    type: 'timeseries',
    query: range(requestsBy('path'), { legend: '{{path}}' }),
    defaults: { ...fixed(BLUE), custom: { stacking: 'normal', fillOpacity: 100, lineWidth: 0, showPoints: 'never' } },
    overrides: [{ matcher: { type: 'byRegexp', pattern: '^/ca' }, properties: fixed(RED) }],
  },
  slow: {
    type: 'timeseries',
    query: range('histogram_quantile(0.95, sum by (le, path) (rate(shop_request_seconds_bucket[$__rate_interval])))', {
      legend: '{{path}}',
      exemplars: true,
    }),
    defaults: { ...fixed(RED), unit: 's', custom: { scale: 'log10', lineWidth: 2, thresholdsStyle: 'line' } },
  },
  compared: { type: 'timeseries', query: range('up{job="shop"}', { legend: 'shop' }), timeCompare: '2s' },
  native: {
    type: 'heatmap',
    query: range('sum(rate(shop_latency_seconds[$__rate_interval]))', { format: 'heatmap' }),
    options: { yAxis: { unit: 's' } },
  },
  classic: {
    type: 'heatmap',
    query: range('sum by (le) (rate(shop_request_seconds_bucket[$__rate_interval]))', { exemplars: true }),
    options: { yAxis: { unit: 's' }, color: { mode: 'opacity', fill: 'blue' } },
  },
  table: {
    type: 'table',
    query: instant('sum by (path) (shop_request_seconds_sum)'),
    options: { sort: [{ column: 'value', direction: 'descending' }] },
    overrides: [
      {
        matcher: { type: 'byName', name: 'path' },
        properties: { links: [{ title: 'Path', url: '/d/panels?var-path=${__value.raw}' }] },
      },
      { matcher: { type: 'byName', name: 'value' }, properties: { unit: 's', custom: { cell: { type: 'gauge' } } } },
    ],
  },
  gauge: { type: 'gauge', query: range(requestsBy('status')), defaults: { min: 0, max: 60, thresholds } },
  bars: {
    type: 'bargauge',
    query: range(requestsBy('status')),
    options: { displayMode: 'basic', orientation: 'horizontal' },
    defaults: { min: 0, max: 60, thresholds },
  },
  columns: {
    type: 'barchart',
    query: range(requestsBy('path'), { legend: '{{path}}' }),
    options: { orientation: 'vertical' },
    defaults: { unit: 'reqps', ...fixed(RED) },
  },
  stat: {
    type: 'stat',
    query: range('sum(rate(shop_requests_total{path="$path"}[$__rate_interval]))'),
    options: { colorMode: 'backgroundSolid', graphMode: 'area' },
    defaults: { thresholds: { mode: 'absolute', steps: [{ color: 'red' }, { value: 10, color: 'green' }] } },
  },
  text: {
    type: 'text',
    query: instant('up'),
    options: { content: '- ${__data.fields.job} is ${__data.fields.value}', render: 'perRow' },
  },
} as const satisfies Record<string, Panel>
type PanelId = keyof typeof panels

const specOf = ([id, panel]: [string, Panel]) => {
  const { query, options = {}, defaults = {}, overrides = [], ...more } = panel
  const queries = [{ refId: 'A', datasource: 'shop', query }]
  return [
    id,
    { title: id === 'stat' ? 'Of $path' : id, queries, options, fieldConfig: { defaults, overrides }, ...more },
  ]
}
const ids = Object.keys(panels)
const dashboard = resource('dashboard', 'panels', 'Panels', {
  time: { from: 'now-1m', to: 'now' },
  variables: [
    {
      type: 'query',
      name: 'path',
      datasource: 'shop',
      query: { type: 'labelValues', label: 'path', match: 'shop_requests_total' },
      multi: true,
      includeAll: true,
    },
  ],
  annotations: [
    { type: 'query', name: 'Up', datasource: 'shop', query: { type: 'annotations', expr: 'up{job="shop"} == 1' } },
  ],
  panels: Object.fromEntries(Object.entries(panels).map(specOf)),
  layout: {
    type: 'grid',
    items: ids.map((panel, i) => ({
      panel,
      ...(panel === 'stat'
        ? { x: 0, y: 40, w: 24, h: 5, repeat: { variable: 'path', direction: 'right' } }
        : { x: (i % 3) * 8, y: Math.floor(i / 3) * 8, w: 8, h: 8 }),
    })),
  },
})

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
  'panels of a real Prometheus',
  () => {
    let shop: TestExporter
    let prometheus: TestPrometheus
    let host: TestHost
    let browser: Browser
    let page: Page
    let errors: string[]
    let folder: string

    const panel = (id: PanelId) => page.locator(`[data-panel="${id}"]`)
    const card = () => page.locator('.o-chart-tooltip:visible')
    const isReady = (id: string) =>
      until(`panel ${id}`, async () => {
        const found = page.locator(`[data-panel^="${id}"]`)
        const states = await found.evaluateAll((all) => all.map((one) => one.getAttribute('data-state')))
        return states.length > 0 && states.every((state) => state === 'ready')
      })
    /** How many pixels of a panel's canvas are of a colour. */
    const ink = (id: PanelId, color: string) =>
      panel(id)
        .locator('canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement, wanted) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
          const channels = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16))
          let count = 0
          for (let i = 0; i < data.length; i += 4)
            if (data[i + 3]! > 200 && channels.every((channel, k) => Math.abs(channel - data[i + k]!) < 10)) count++
          return count
        }, color)
    const styles = (id: PanelId, selector: string, property: string) =>
      panel(id)
        .locator(selector)
        .evaluateAll((all, name) => all.map((one) => getComputedStyle(one).getPropertyValue(name)), property)

    beforeAll(async () => {
      shop = await startExporter()
      prometheus = await startPrometheus({
        targets: { shop: shop.target },
        features: ['exemplar-storage', 'native-histograms'],
      })
      const traceLinks = [{ label: 'trace_id', title: 'Trace', url: 'https://traces.example.org/${traceId}' }]
      folder = provisioningFolder(datasource('shop', 'prometheus', { ...prometheus.options, traceLinks }), dashboard)
      host = await startHost(['--demo', '--provisioning', folder])
      browser = await launchBrowser()
      ;({ page, errors } = await openPage(browser, { viewport: { width: 1440, height: 2100 } }))
      await page.goto(`${host.url}/d/panels`)
      for (const id of ids) await isReady(id)
    })
    afterAll(async () => {
      await browser?.close()
      await host?.stop()
      await prometheus?.remove()
      await shop?.stop()
      removeFolder(folder)
    })

    it('stack series, in the colours that a pattern of their names gives', async () => {
      // As many requests of each path: one of three lies below the two others.
      await until('the drawn stack', async () => {
        // The first answer may be of the first seconds of this Prometheus.
        await page.getByRole('button', { name: 'Refresh now' }).click()
        await isReady('stacked')
        return (await ink('stacked', RED)) > 1000
      })
      expect((await ink('stacked', BLUE)) / (await ink('stacked', RED))).toBeCloseTo(2, 0)
    })

    it('draw quantiles on a logarithmic axis, with exemplars that lead to their traces', async () => {
      expect(await ink('slow', RED)).toBeGreaterThan(100)
      await panel('slow').getByRole('application').focus()
      await until('an exemplar', async () => {
        await page.keyboard.press('ArrowRight')
        return (await panel('slow').locator('.o-time-chart [aria-live]').textContent())?.includes('trace_id')
      })
      await page.keyboard.press('Enter')
      const link = card().getByRole('link', { name: 'Trace' })
      expect(await link.getAttribute('href')).toMatch(/^https:\/\/traces\.example\.org\/[\da-f]{32}$/)
      await page.keyboard.press('Escape')
      await card().waitFor({ state: 'hidden' })
    })

    it('mark when PromQL was true', async () => {
      const mark = panel('slow').locator('.o-annotation').first()
      await mark.focus()
      await card().waitFor()
      expect(await card().innerText()).toMatch(/\nup$/)
      await page.keyboard.press('Escape')
      await card().waitFor({ state: 'detached' })
    })

    it('compare with what was earlier', async () => {
      await panel('compared')
        .getByText(/2 s earlier/)
        .first()
        .waitFor()
    })

    it.each(['native', 'classic'] as const)('spread a %s histogram over cells', async (id) => {
      const plot = (await panel(id).locator('.u-over').boundingBox())!
      // The durations that a cell is of, and how many requests a second had them.
      const isFilled = async () => (await card().count()) > 0 && /s\s+[\d.]*[1-9]/.test(await card().innerText())
      await until('a cell that has requests', async () => {
        for (let y = 0.02; y < 1; y += 0.04) {
          await page.mouse.move(plot.x + plot.width * 0.95, plot.y + plot.height * y)
          if (await isFilled()) return true
        }
        return false
      })
      await page.mouse.move(0, 0)
      await card().waitFor({ state: 'hidden' })
    })

    it('list paths in a table: sorted, filtered and linked', async () => {
      const firstCells = () => panel('table').locator('[role=gridcell][data-column="0"]').allTextContents()
      expect(await firstCells()).toEqual(['/checkout', '/search', '/cart'])
      expect(await panel('table').getByRole('link', { name: '/search' }).getAttribute('href')).toBe(
        '/d/panels?var-path=%2Fsearch',
      )
      await panel('table').getByRole('columnheader', { name: 'path' }).getByRole('button').first().click()
      expect(await firstCells()).toEqual(['/cart', '/checkout', '/search'])
      await panel('table').getByRole('button', { name: 'Column path' }).click()
      await page.getByRole('checkbox', { name: '/cart', exact: true }).check()
      expect(await firstCells()).toEqual(['/cart'])
      await page.keyboard.press('Escape')
      await panel('table').getByRole('button', { name: 'Clear filters' }).click()
      expect(await panel('table').locator('.table-gauge-fill').count()).toBe(3)
    })

    it('show values in the colours of their thresholds, and as lengths', async () => {
      const [green, red] = GREEN_AND_RED
      expect(await styles('gauge', '.bar', 'stroke')).toEqual([red, green])
      expect(await styles('bars', '.bar', 'background-color')).toEqual([red, green])
      const widths = await panel('bars')
        .locator('.bar')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
      expect(widths[0]).toBeGreaterThan(4 * widths[1]!)
    })

    it('have a bar for each series, with its value', async () => {
      expect(await ink('columns', RED)).toBeGreaterThan(1000)
      const plot = (await panel('columns').getByRole('application').boundingBox())!
      await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2)
      await card().waitFor()
      expect(await card().innerText()).toMatch(/\/checkout[^]*\d.* req\/s/)
      await page.mouse.move(0, 0)
    })

    it('repeat for each value that Prometheus has of a label', async () => {
      const titles = await page.locator('[data-panel^=stat]').getByRole('heading').allTextContents()
      expect(titles.map((title) => title.trim())).toEqual(['Of /cart', 'Of /checkout', 'Of /search'])
      const colors = await page
        .locator('[data-panel^=stat] li')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
      expect(colors).toEqual(Array(3).fill(GREEN_AND_RED[0]))
    })

    it('say in words what Prometheus knows', async () => {
      const said = await panel('text').locator('li').allTextContents()
      expect(said.toSorted()).toEqual(['node is 1', 'prometheus is 1', 'shop is 1'])
    })

    it.each(['dark', 'light'] as const)('are accessible and quiet: %s', async (theme) => {
      await page.emulateMedia({ colorScheme: theme })
      await picture(page, `prometheus-panels-${theme}`)
      expect(await barriers(page)).toEqual([])
      expect(errors).toEqual([])
    })
  },
)
