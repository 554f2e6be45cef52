import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ink, PanelCase } from '../chart/panel-page.ts'
import { programs } from '../support/abilities.ts'
import { barriers } from '../support/axe.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import { root } from '../support/packages.ts'

const RED = '#ff0000'
const BLUE = '#0000ff'
const fixed = (color: string) => ({ color: { type: 'fixed' as const, color } })
const colored = { a: RED, b: BLUE }
const overrides = Object.entries(colored).map(([name, color]) => ({
  matcher: { type: 'byName' as const, name },
  properties: fixed(color),
}))
const one = { series: { a: [1, 5, 2, 4, 3, 6] }, fieldConfig: { defaults: fixed(RED) } }
const two = { series: { a: [1, 2, 3, 4], b: [4, 3, 2, 1] }, fieldConfig: { overrides } }
const plain = { showPoints: 'never' }

describe.skipIf(!programs.chromium)('the time series panel', () => {
  let browser: Browser
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    const [launched, { script, styles }] = await Promise.all([
      launchBrowser(),
      bundleForPage(join(root, 'test/chart/panel-page.ts')),
    ])
    browser = launched
    ;({ page, errors } = await openPage(browser))
    await page.setContent(
      '<!doctype html><html lang="en"><title>Panel</title><main><h1>Panel</h1><div id="panel"></div></main></html>',
    )
    await page.addStyleTag({ content: styles })
    await page.addScriptTag({ content: script })
  })
  afterAll(() => browser?.close())

  const show = (test: PanelCase) => page.evaluate((asked) => panelPage.showPanel(asked), test)
  const ink = (color: string): Promise<Ink> => page.evaluate((asked) => panelPage.inkOf(asked), color)
  async function inkWith(custom: Record<string, unknown>, test: PanelCase = one) {
    await show({ ...test, custom: { ...plain, ...custom } })
    return ink(RED)
  }
  const over = () => page.locator('.u-over')
  const tooltip = () => page.locator('.o-chart-tooltip:not([hidden])')
  const resetButton = () => page.getByRole('button', { name: 'Show all values' })
  /** Drags from one place of the plot to another. */
  async function drag(from: readonly [x: number, y: number], to: readonly [x: number, y: number]) {
    const box = (await over().boundingBox())!
    await page.mouse.move(box.x + from[0], box.y + from[1])
    await page.mouse.down()
    await page.mouse.move(box.x + to[0], box.y + to[1], { steps: 4 })
    await page.mouse.up()
  }

  it.each([
    ['straight', {}],
    ['smooth', { lineInterpolation: 'smooth' }],
    ['steps before', { lineInterpolation: 'stepBefore' }],
    ['steps after', { lineInterpolation: 'stepAfter' }],
    ['dashes', { lineStyle: 'dash', lineWidth: 3 }],
    ['dots', { lineStyle: 'dot', lineWidth: 4 }],
    ['bars', { drawStyle: 'bars', fillOpacity: 100 }],
    ['points', { drawStyle: 'points', pointSize: 9, pointSymbol: 'diamond' }],
  ])('leaves ink in the colour of the series: %s', async (_, custom) => {
    const { pixels } = await inkWith({ lineWidth: 2, ...custom })
    expect(pixels).toBeGreaterThan(100)
  })

  it('draws less of a dashed line, and more of a wide, filled or symbol-strewn one', async () => {
    const line = await inkWith({ lineWidth: 2 })
    const [dashed, wide, filled, marked] = [
      await inkWith({ lineWidth: 2, lineStyle: 'dash' }),
      await inkWith({ lineWidth: 6 }),
      await inkWith({ lineWidth: 2, fillOpacity: 100 }),
      await inkWith({ lineWidth: 2, showPoints: 'always', pointSize: 20, pointSymbol: 'square' }),
    ]
    expect(dashed.pixels).toBeLessThan(line.pixels * 0.8)
    for (const { pixels } of [wide, filled, marked]) expect(pixels).toBeGreaterThan(line.pixels * 1.3)
  })

  it('leaves a gap where a value is missing, unless it is spanned', async () => {
    const gappy = { ...one, series: { a: [2, 2, null, null, 2, 2] } }
    const [cut, spanned, short] = [
      await inkWith({ lineWidth: 2 }, gappy),
      await inkWith({ lineWidth: 2, spanNulls: true }, gappy),
      await inkWith({ lineWidth: 2, spanNulls: true, spanNullsBelow: 60_000 }, gappy),
    ]
    expect(cut.pixels).toBeLessThan(spanned.pixels * 0.6)
    expect(short.pixels).toBe(cut.pixels)
  })

  it('draws shares that fill the axis to its top', async () => {
    await show({ ...two, custom: { stacking: 'percent', fillOpacity: 100, lineWidth: 0, ...plain } })
    const [below, above] = [await ink(RED), await ink(BLUE)]
    const box = (await over().boundingBox())!
    const canvas = (await page.locator('.o-time-chart canvas').boundingBox())!
    expect(above.top).toBeLessThanOrEqual(box.y - canvas.y + 1)
    expect(below.pixels + above.pixels).toBeGreaterThan(box.width * box.height * 0.97)
  })

  it('stacks bars on each other without gap or overlap', async () => {
    await show({ ...two, custom: { stacking: 'normal', drawStyle: 'bars', fillOpacity: 100, barWidthFactor: 1 } })
    const [below, above] = [await ink(RED), await ink(BLUE)]
    // All sums are five: what the two cover is one even block.
    expect(above.top).toBeLessThan(below.top)
    const height = below.bottom - above.top + 1
    const width = above.right - above.left + 1
    expect(Math.abs(below.pixels + above.pixels - height * width)).toBeLessThan(height * width * 0.02)
  })

  it('sets powers of ten apart by the same distance on a logarithmic axis, and leaves out zero', async () => {
    const rowOf = async (value: number) => {
      await show({
        series: { a: [value, value], b: [1, 10_000], c: [0, 0] },
        fieldConfig: { overrides },
        custom: { scale: 'log10', lineWidth: 1, ...plain },
      })
      return (await ink(RED)).top
    }
    const [ten, hundred, thousand] = [await rowOf(10), await rowOf(100), await rowOf(1000)]
    expect(Math.abs(ten! - hundred! - (hundred! - thousand!))).toBeLessThanOrEqual(1)
    expect(ten! - hundred!).toBeGreaterThan(40)
  })

  it('draws below zero what is transformed so, and above what is not', async () => {
    await show({
      ...two,
      custom: { axisCenteredZero: true, lineWidth: 2, ...plain },
      fieldConfig: {
        overrides: [
          ...overrides,
          { matcher: { type: 'byName', name: 'b' }, properties: { custom: { transform: 'negative-Y' } } },
        ],
      },
    })
    const [up, down] = [await ink(RED), await ink(BLUE)]
    expect(up.bottom).toBeLessThan(down.top)
  })

  it('gives series of another unit an axis to the right', async () => {
    await show({
      ...two,
      fieldConfig: {
        overrides: [{ matcher: { type: 'byName', name: 'b' }, properties: { unit: 'bytes' } }],
      },
    })
    const box = (await over().boundingBox())!
    const axes = await page.locator('.u-axis').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().x))
    expect(axes).toHaveLength(3)
    expect([axes[1]! < box.x, axes[2]! >= box.x + box.width - 1]).toEqual([true, true])
  })

  it('fills between two series, and colours a line by thresholds as it passes them', async () => {
    const band = { series: { a: [4, 5, 4], b: [1, 2, 1] }, fieldConfig: { overrides } }
    const unfilled = await inkWith({ lineWidth: 0 }, band)
    const filled = await inkWith({ lineWidth: 0, fillBelowTo: 'b', fillOpacity: 100 }, band)
    expect(filled.pixels).toBeGreaterThan(unfilled.pixels + 10_000)
    const thresholds = { mode: 'absolute' as const, steps: [{ color: BLUE }, { value: 3, color: RED }] }
    await show({
      ...one,
      fieldConfig: { defaults: { thresholds, custom: { thresholdsStyle: 'series', lineWidth: 3, ...plain } } },
    })
    const [high, low] = [await ink(RED), await ink(BLUE)]
    expect(Math.min(high.pixels, low.pixels)).toBeGreaterThan(50)
    expect(high.bottom).toBeLessThanOrEqual(low.top + 1)
  })

  it('sorts the table of the legend by a click on its heading', async () => {
    await show({ ...two, options: { legend: { mode: 'table', values: ['lastNotNull', 'mean'] } } })
    const names = () => page.locator('.o-legend-name').allTextContents()
    await page.getByRole('button', { name: 'Last' }).click()
    expect(await names()).toEqual(['a', 'b'])
    await page.getByRole('button', { name: 'Last' }).click()
    expect(await names()).toEqual(['b', 'a'])
  })

  it('keeps the tooltip open after a click, with links, until Escape', async () => {
    const links = [{ title: 'Of ${__series.name}', url: 'http://127.0.0.1/d?v=${__value.raw}' }]
    await show({ ...one, fieldConfig: { defaults: { ...fixed(RED), links } } })
    await over().hover({ position: { x: 10, y: 100 } })
    expect(await tooltip().locator('.o-tooltip-row').count()).toBe(1)
    await over().click({ position: { x: 10, y: 100 } })
    await page.mouse.move(700, 250)
    expect(await tooltip().getByRole('link').getAttribute('href')).toBe('http://127.0.0.1/d?v=1')
    await page.keyboard.press('Escape')
    expect(await tooltip().getByRole('link').count()).toBe(0)
  })

  it('keeps it open by keys too, and gives the chart its focus back', async () => {
    await show(one)
    await page.mouse.move(5, 5)
    const chart = page.locator('.o-time-chart-plot')
    await chart.focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    expect(await page.getByRole('dialog').textContent()).toContain('}5')
    await page.keyboard.press('Escape')
    expect(await chart.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('zooms times by a drag, values by a drag with shift or on the axis, and back by a double click', async () => {
    await show(one)
    const box = (await over().boundingBox())!
    await drag([box.width * 0.2, 50], [box.width * 0.6, 60])
    expect((await page.evaluate(() => panelPage.zoomed())).map(Math.round)).toEqual([1, 3])
    await page.keyboard.down('Shift')
    await drag([100, 40], [140, 120])
    await page.keyboard.up('Shift')
    await resetButton().waitFor()
    await over().dblclick({ position: { x: 50, y: 60 } })
    await resetButton().waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').count()).toBe(0)
    await drag([-20, 40], [-20, 120])
    await resetButton().click()
    await resetButton().waitFor({ state: 'detached' })
  })

  it.each(['dark', 'light'] as const)('is accessible, %s', async (theme) => {
    const options = { legend: { mode: 'table', values: ['lastNotNull', 'max'] } }
    await show({ ...two, options, theme, marks: [1] })
    expect(await barriers(page)).toEqual([])
  })

  describe('with time downwards', () => {
    const options = { orientation: 'vertical' }

    it('draws from the top down, with values to the right', async () => {
      const early = await inkWith({ lineWidth: 2 }, { series: { a: [1, 1, 1, null, null, null, null] }, options })
      await show({ ...two, series: { a: [1, 1, 1], b: [5, 5, 5] }, options, custom: plain })
      const [low, high] = [await ink(RED), await ink(BLUE)]
      const box = (await over().boundingBox())!
      expect(early.bottom).toBeLessThan(box.height / 2)
      expect(low.right).toBeLessThan(high.left)
      expect(low.bottom - low.top).toBeGreaterThan(box.height * 0.9)
    })

    it('has the time to the left, and axes of values below and above', async () => {
      const above = {
        matcher: { type: 'byName' as const, name: 'b' },
        properties: { custom: { axisPlacement: 'top' } },
      }
      await show({ ...two, options, fieldConfig: { overrides: [above] } })
      const plot = (await over().boundingBox())!
      const [time, below, top] = await page
        .locator('.u-axis')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect))
      expect(time!.x).toBeLessThan(plot.x)
      expect([below!.y >= plot.y + plot.height - 1, top!.y < plot.y]).toEqual([true, true])
    })

    it('tells of the point beside the pointer, and marks it', async () => {
      await show({ ...one, options })
      const { width, height } = (await over().boundingBox())!
      await over().hover({ position: { x: width / 2, y: height * 0.61 } })
      expect(await tooltip().textContent()).toBe('1970-01-01 00:03:00{name="a"}4')
      const mark = (await page.locator('.u-cursor-pt:not(.u-off)').boundingBox())!
      const plot = (await over().boundingBox())!
      expect(Math.abs(mark.y + mark.height / 2 - plot.y - height * 0.6)).toBeLessThan(2)
    })

    it('moves its cursor by the keys up and down, and keeps the tooltip', async () => {
      await show({ ...one, options })
      await page.mouse.move(5, 5)
      await page.locator('.o-time-chart-plot').focus()
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key)
      expect(await page.locator('.o-time-chart [aria-live]').textContent()).toContain('00:01:00, {name="a"} 5')
      await page.keyboard.press('Enter')
      expect(await page.getByRole('dialog').textContent()).toContain('}5')
      await page.keyboard.press('Escape')
    })

    it('zooms times by a drag downwards, values by a drag to the side', async () => {
      await show({ ...one, options })
      const { height } = (await over().boundingBox())!
      await drag([50, height * 0.2], [60, height * 0.6])
      expect((await page.evaluate(() => panelPage.zoomed())).map(Math.round)).toEqual([1, 3])
      await page.keyboard.down('Shift')
      await drag([100, 40], [300, 60])
      await page.keyboard.up('Shift')
      await resetButton().click()
      await drag([100, height + 15], [300, height + 15])
      await resetButton().click()
      await resetButton().waitFor({ state: 'detached' })
    })

    it.each(['dark', 'light'] as const)('is accessible, %s, with its marks beside it', async (theme) => {
      await show({ ...two, options, theme, marks: [1] })
      const plot = (await over().boundingBox())!
      const mark = (await page.getByRole('button', { name: 'Deploy' }).boundingBox())!
      expect(Math.abs(mark.x - plot.x)).toBeLessThan(1)
      expect(Math.abs(mark.y + mark.height / 2 - plot.y - plot.height / 3)).toBeLessThan(1)
      expect(await barriers(page)).toEqual([])
    })

    it.each([
      { drawStyle: 'bars', fillOpacity: 50, gradientMode: 'hue' },
      { stacking: 'normal', fillOpacity: 80, gradientMode: 'opacity' },
      { lineInterpolation: 'stepAfter', thresholdsStyle: 'line+area', showValues: true },
      { drawStyle: 'points', pointSymbol: 'triangle', pointSize: 12, scale: 'symlog' },
    ])('leaves ink: %o', async (custom) => {
      const { pixels } = await inkWith({ lineWidth: 3, ...custom }, { ...one, options })
      expect(pixels).toBeGreaterThan(100)
    })
  })

  it('sets points equally far apart, whatever lies between them', async () => {
    const minutes = [0, 1, 2, 100, 101]
    const bars = { drawStyle: 'bars', fillOpacity: 100, barWidthFactor: 1 }
    const placeOf = async (k: number, timeScale: string) => {
      const values = minutes.map((_, i) => (i === k ? 5 : null))
      await show({ ...one, series: { a: values }, minutes, custom: bars, options: { timeScale } })
      const { left, right } = await ink(RED)
      return (left + right) / 2
    }
    const places: number[] = []
    for (const k of minutes.keys()) places.push(await placeOf(k, 'ordinal'))
    const step = (await over().boundingBox())!.width / minutes.length
    for (const k of [1, 2, 3, 4]) expect(Math.abs(places[k]! - places[k - 1]! - step)).toBeLessThan(2)
    expect((await placeOf(3, 'linear')) - (await placeOf(2, 'linear'))).toBeGreaterThan(3 * step)
    await show({ ...one, series: { a: [1, 2, 3, 4, 5] }, minutes, options: { timeScale: 'ordinal' }, marks: [51] })
    await over().hover({ position: { x: step * 3.2, y: 50 } })
    expect(await tooltip().textContent()).toBe('1970-01-01 01:40:00{name="a"}4')
    const plot = (await over().boundingBox())!
    const mark = (await page.getByRole('button', { name: 'Deploy' }).boundingBox())!
    // Halfway between the third point and the fourth.
    expect(Math.abs(mark.x + mark.width / 2 - plot.x - 3 * step)).toBeLessThan(1)
  })

  it('has a time axis for each zone, and tells times in the first', async () => {
    await show({ ...one, options: { timeZones: ['Asia/Tokyo', 'UTC', 'America/New_York'] } })
    const [first, second, third] = await page
      .locator('.u-axis')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().y))
    expect([first! < second!, second! < third!]).toEqual([true, true])
    await over().hover({ position: { x: 10, y: 100 } })
    expect(await tooltip().textContent()).toContain('1970-01-01 09:00:00')
  })

  it('draws in a narrow panel, with nothing, one point, or only what has no place', async () => {
    for (const values of [[], [1], [null, null], [Number.MAX_VALUE, -Number.MAX_VALUE], [-1, 0]])
      await show({ series: { a: values }, custom: { scale: 'log2', showValues: true }, width: 120 })
    await show({
      ...one,
      custom: { drawStyle: 'bars', scale: 'symlog', gradientMode: 'hue', fillOpacity: 50 },
      width: 160,
    })
    expect(errors).toEqual([])
  })
})
