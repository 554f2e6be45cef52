import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import type { TestHost } from '../support/host.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

const panels = {
  walk: { type: 'timeseries', query: { type: 'randomWalk', series: 3, seed: 7, legend: 'walk {{series}}' } },
  wave: { type: 'stat', query: { type: 'wave', shape: 'sine', period: '10s', step: '1s' } },
  csv: { type: 'table', query: { type: 'csv', text: 'city,people\nSuva,93970\nApia,\n' } },
  everything: { type: 'table', query: { type: 'table', rows: 5, nulls: 0 } },
  many: { type: 'timeseries', query: { type: 'manySeries', series: 100_000 } },
  slow: { type: 'stat', query: { type: 'slow', delay: '6s' } },
  refused: { type: 'timeseries', query: { type: 'failure', how: 'refused' } },
  uncoded: { type: 'stat', query: { type: 'failure', how: 'uncoded' } },
  partial: { type: 'stat', query: { type: 'failure', how: 'partial' } },
}
type Panel = keyof typeof panels
const ids = Object.keys(panels)

const dashboard = resource('dashboard', 'made', 'Made', {
  time: { from: 'now-5m', to: 'now' },
  panels: Object.fromEntries(
    Object.entries(panels).map(([id, { type, query }]) => [
      id,
      { type, title: id, queries: [{ refId: 'A', datasource: 'made', query }], options: {} },
    ]),
  ),
  layout: {
    type: 'grid',
    items: ids.map((panel, i) => ({ panel, x: (i % 3) * 8, y: Math.floor(i / 3) * 5, w: 8, h: 5 })),
  },
})

describe.skipIf(!programs.chromium)('a dashboard of test data', () => {
  let site: Site
  let host: TestHost
  let page: Page
  let errors: string[]
  const panel = (id: Panel) => page.locator(`[data-panel=${id}]`)
  const isIn = (id: Panel, state: string) => page.locator(`[data-panel=${id}][data-state=${state}]`).waitFor()
  const summary = (id: Panel) =>
    page.evaluate((name) => {
      const described = document.querySelector(`[data-panel="${name}"]`)?.getAttribute('aria-describedby')
      return described ? document.getElementById(described)?.textContent : undefined
    }, id)

  beforeAll(async () => {
    site = await openSite({
      documents: [datasource('made', 'testdata', {}), dashboard],
      page: { viewport: { width: 1440, height: 1400 } },
      path: '/d/made?refresh=off',
    })
    ;({ host, page, errors } = site)
  })
  afterAll(() => site?.close())

  it('shows what is there while a slow answer is on its way, and then that too', async () => {
    await panel('walk').locator('canvas').first().waitFor({ timeout: 30_000 })
    expect(await panel('slow').getAttribute('aria-busy')).toBe('true')
    await isIn('slow', 'ready')
    await until('its number', async () => /\d/.test((await summary('slow')) ?? ''))
  })

  it('draws series, numbers and tables', async () => {
    await Promise.all((['walk', 'wave', 'csv', 'everything', 'many'] as const).map((id) => isIn(id, 'ready')))
    await until('the names of its lines', async () => (await summary('walk'))?.includes('walk 1'))
    expect(await panel('wave').textContent()).toMatch(/\d/)
    expect(await panel('csv').textContent()).toContain('Suva')
    expect(await panel('everything').textContent()).toContain('Bytes, exact')
  })

  it('tells of what went wrong by its code, and hides what has none', async () => {
    await isIn('refused', 'error')
    expect(await panel('refused').textContent()).toContain('The query was refused, as it asked to be.')
    expect(await panel('refused').textContent()).toContain('TESTDATA_REFUSED')
    await isIn('uncoded', 'error')
    expect(await panel('uncoded').textContent()).toContain('QUERY_FAILED')
    expect(await panel('uncoded').textContent()).not.toContain('an exception of test data')
  })

  it('has the notices of answers beside their data', async () => {
    await isIn('partial', 'ready')
    for (const [id, text] of [
      ['partial', 'A notice of severity error.'],
      ['many', 'only the first 1,000 series of the query are shown'],
    ] as const) {
      await panel(id)
        .getByRole('button', { name: /notice/i })
        .first()
        .click()
      await page.getByText(text).first().waitFor()
      await page.keyboard.press('Escape')
    }
  })

  it('moves on when it is followed', async () => {
    await page.goto(`${host.url}/d/made?refresh=live`)
    await isIn('wave', 'ready')
    for (let i = 0; i < 2; i++) {
      const before = await until('a summary', () => summary('wave'))
      await until('another summary', async () => (await summary('wave')) !== before)
    }
    expect(errors).toEqual([])
  })
})
