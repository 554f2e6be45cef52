import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { picture } from '../support/browser.ts'
import { datasource, resource } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { openSite, type Site } from '../support/site.ts'

// An hour in which each second cell up from the foot has nothing, and the fourth the most.
const csv = ['time,le,value']
for (let minute = 0; minute <= 60; minute += 5)
  for (const [le, count] of [
    ['1', 10],
    ['2', 10],
    ['3', 20],
    ['4', 20],
    ['+Inf', 120],
  ] as const)
    csv.push(`2026-11-22T10:${String(minute).padStart(2, '0')}:00Z,${le},${count}`.replace('T10:60', 'T11:00'))

const query = (refId: string, given: object) => ({ refId, datasource: 'made', query: given })
const dashboard = resource('dashboard', 'heat', 'Heat', {
  time: { from: '2026-11-22T10:00:00Z', to: '2026-11-22T11:00:00Z' },
  annotations: [
    {
      type: 'query',
      name: 'Deployments',
      datasource: 'made',
      query: { type: 'annotations', perHour: 6 },
      color: 'orange',
    },
  ],
  panels: {
    cells: {
      type: 'heatmap',
      title: 'Cells',
      queries: [
        query('A', { type: 'heatmap', buckets: 10 }),
        query('B', { type: 'exemplars', link: 'https://traces.example.org/${traceId}' }),
      ],
      options: {},
    },
    classic: {
      type: 'heatmap',
      title: 'Classic',
      queries: [query('A', { type: 'csv', text: csv.join('\n'), as: 'series' })],
      options: { cellGap: 0, exemplars: { show: false }, selectionMode: 'xy' },
    },
    line: {
      type: 'timeseries',
      title: 'Line',
      queries: [
        query('A', { type: 'randomWalk', seed: 1 }),
        query('B', { type: 'exemplars', link: 'https://traces.example.org/${traceId}' }),
      ],
      options: {},
    },
  },
  layout: {
    type: 'grid',
    items: ['cells', 'classic', 'line'].map((panel, i) => ({ panel, x: 0, y: i * 10, w: 24, h: 10 })),
  },
})

describe.skipIf(!programs.chromium)('heatmaps, annotations and exemplars', () => {
  let site: Site
  let page: Page
  let errors: string[]
  const panel = (id: string) => page.locator(`[data-panel=${id}]`)
  /** The place in the window that is at shares of a plot's width and height. */
  const placeIn = async (id: string, x: number, y: number) => {
    // A picture that is just drawn anew has none for a moment.
    const box = await until('a plot', async () => (await panel(id).locator('.u-over').boundingBox()) ?? undefined)
    return { x: box.x + box.width * x, y: box.y + box.height * y }
  }
  const hover = async (id: string, x: number, y: number) => {
    const place = await placeIn(id, x, y)
    await page.mouse.move(place.x - 3, place.y)
    await page.mouse.move(place.x, place.y)
  }
  const card = () => page.locator('.o-chart-tooltip:visible')
  /** The colour of a pixel of a panel's canvas, at shares of its plot. */
  const pixel = (id: string, x: number, y: number) =>
    page.evaluate(
      ([name, left, top]) => {
        const found = document.querySelector(`[data-panel=${name}]`)!
        const canvas = found.querySelector('canvas')!
        const over = found.querySelector('.u-over')!.getBoundingClientRect()
        const own = canvas.getBoundingClientRect()
        const ratio = canvas.width / own.width
        const at = [over.left - own.left + over.width * left, over.top - own.top + over.height * top]
        const [red, green, blue, alpha] = canvas
          .getContext('2d')!
          .getImageData(Math.round(at[0]! * ratio), Math.round(at[1]! * ratio), 1, 1).data
        return [red, green, blue, alpha]
      },
      [id, x, y] as const,
    )

  beforeAll(async () => {
    site = await openSite({
      documents: [datasource('made', 'testdata', {}), dashboard],
      page: { viewport: { width: 1200, height: 1500 } },
      path: '/d/heat?refresh=off',
    })
    ;({ page, errors } = site)
    await Promise.all(
      ['cells', 'classic', 'line'].map((id) => panel(id).locator('canvas').first().waitFor({ timeout: 30_000 })),
    )
  })
  afterAll(() => site?.close())

  it('draws cumulative buckets as cells, from the lowest row up', async () => {
    await until('a drawn picture', async () => (await pixel('classic', 0.5, 0.1))[3] !== 0)
    // Five rows: 0-1 has 10, 1-2 nothing, 2-3 has 10, 3-4 nothing, and above 4 are 100.
    const column = await Promise.all([0.9, 0.7, 0.5, 0.3, 0.1].map((y) => pixel('classic', 0.5, y)))
    expect(column).toEqual([
      [68, 1, 84, 255],
      [0, 0, 0, 0],
      [68, 1, 84, 255],
      [0, 0, 0, 0],
      [253, 231, 37, 255],
    ])
  })

  it('tells of the cell under the pointer, with its column and its place on the colour scale', async () => {
    await hover('classic', 0.5, 0.1)
    await card().waitFor()
    expect(await card().innerText()).toMatch(/more than 4\s*100/)
    expect(await card().locator('rect').count()).toBe(3)
    const marker = panel('classic').locator('.o-color-scale-marker')
    expect(await marker.evaluate((element) => (element as HTMLElement).style.left)).toBe('100%')
    // The other charts show where that is.
    await until('the cursor of the others', () => page.locator('[data-panel=line] .u-cursor-x:not(.u-off)').count())
  })

  it('has marks of annotations that keys and pointer reach', async () => {
    await page.mouse.move(0, 0)
    const mark = panel('line').locator('.o-annotation').first()
    await mark.focus()
    await card().waitFor()
    expect(await card().innerText()).toMatch(/Deployment of|Maintenance of/)
    expect(await mark.getAttribute('aria-label')).toMatch(/2026-11-22 10:/)
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    expect(await panel('cells').locator('.o-annotation').count()).toBeGreaterThan(0)
  })

  it.each(['line', 'cells'])('shows exemplars over %s, with a link to the trace', async (id) => {
    const found = await until('an exemplar', async () => {
      for (let x = 0.02; x < 1; x += 0.01)
        for (let y = 0.1; y < 1; y += 0.04) {
          const [red = 0, green = 0, blue = 0, alpha] = await pixel(id, x, y)
          // The palette's yellow, which neither lines nor cells have here.
          if (alpha === 255 && Math.abs(red - 247) < 3 && Math.abs(green - 217) < 3 && Math.abs(blue - 125) < 3)
            return { x, y }
        }
      return undefined
    })
    await hover(id, found.x, found.y)
    await card().getByText('traceId').waitFor()
    const { x, y } = await placeIn(id, found.x, found.y)
    await page.mouse.click(x, y)
    const link = card().getByRole('link', { name: 'Trace' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/traces\.example\.org\/[\da-f]+$/)
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'hidden' })
  })

  it('gives keys the exemplars too', async () => {
    await page.mouse.move(0, 0)
    const chart = panel('line').getByRole('application')
    await chart.focus()
    await until('an exemplar', async () => {
      await page.keyboard.press('ArrowRight')
      return (await panel('line').locator('.o-time-chart [aria-live]').textContent())?.includes('traceId')
    })
    await page.keyboard.press('Enter')
    await card().getByRole('link', { name: 'Trace' }).waitFor()
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'hidden' })
  })

  it('is accessible, dark and light', async () => {
    await page.mouse.move(0, 0)
    for (const theme of ['dark', 'light']) {
      await page.evaluate((chosen) => localStorage.setItem('orrery-theme', chosen), theme)
      await page.reload()
      await panel('cells').locator('canvas').first().waitFor()
      await picture(page, `heatmap-${theme}`)
      expect(await barriers(page)).toEqual([])
    }
  })

  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    const [start, end] = [await placeIn('classic', ...from), await placeIn('classic', ...to)]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 5 })
    await page.mouse.up()
  }
  const isYellow = async (x: number, y: number) => (await pixel('classic', x, y)).join() === '253,231,37,255'
  const showAll = () => panel('classic').getByRole('button', { name: 'Show all values' })

  it('looks at the rows that are dragged over, until one shows all again', async () => {
    await until('a drawn picture', () => isYellow(0.5, 0.1))
    // The highest of five rows fills the plot.
    await drag([0.5, 0.05], [0.5, 0.15])
    await until('the highest row alone', () => isYellow(0.5, 0.9))
    expect(await barriers(page)).toEqual([])
    await showAll().focus()
    await page.keyboard.press('Enter')
    await until('all rows', async () => !(await isYellow(0.5, 0.9)))
    expect(await showAll().count()).toBe(0)
    expect(new URL(page.url()).searchParams.has('from')).toBe(false)
  })

  it('looks at rows and times that keys select', async () => {
    // The focus is in the chart since the button went.
    await page.keyboard.press('ArrowLeft')
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter'])
      await page.keyboard.press(key)
    await page.waitForURL((url) => url.searchParams.has('from'))
    await until('the highest row alone', () => isYellow(0.5, 0.9))
    await showAll().click()
    await page.goBack()
    await page.waitForURL((url) => !url.searchParams.has('from'))
    await until('all rows', async () => (await isYellow(0.5, 0.1)) && !(await isYellow(0.5, 0.9)))
  })

  it('zooms the dashboard to what is dragged over', async () => {
    const isZoomed = () => new URL(page.url()).searchParams.has('from')
    // The way back asks for data once more, and a drag over a picture that is replaced meanwhile is none.
    await until('a zoomed dashboard', async () => {
      await drag([0.25, 0.5], [0.5, 0.5])
      return until('its address', isZoomed, 2)
    })
    const from = Number(new URL(page.url()).searchParams.get('from'))
    expect(Math.abs(from - Date.parse('2026-11-22T10:15:00Z'))).toBeLessThan(60_000)
    expect(errors).toEqual([])
  })
})
