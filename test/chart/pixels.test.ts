import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import type { Look } from './charts.ts'
import type { Case, Difference } from './page.ts'

const SAME = { pixels: 0, rangesDiffer: false }
const LOTS = 100_000

describe.skipIf(!programs.chromium)('exact drawing', () => {
  let browser: Browser
  let script: string
  const pages = new Map<number, Page>()
  beforeAll(async () => {
    ;[browser, { script }] = await Promise.all([launchBrowser(), bundleForPage(join(import.meta.dirname, 'page.ts'))])
  })
  afterAll(() => browser?.close())

  async function compare(test: Case, pixelRatio = 1): Promise<Difference[]> {
    let page = pages.get(pixelRatio)
    if (!page) {
      page = (await openPage(browser, { deviceScaleFactor: pixelRatio })).page
      await page.addScriptTag({ content: script })
      pages.set(pixelRatio, page)
    }
    return page.evaluate((one) => compareCharts(one), test)
  }

  const lines: Record<string, Case> = {
    'one series': { shape: { points: LOTS } },
    'ten series': { shape: { points: 20_000, series: 10 } },
    'a fill': { shape: { points: LOTS }, look: { fill: true } },
    'single gaps': { shape: { points: LOTS, series: 2, gaps: 'single' } },
    'short and long gaps, filled': { shape: { points: LOTS, series: 2, gaps: 'runs' }, look: { fill: true } },
    'half of it missing': { shape: { points: LOTS, gaps: 'half' }, look: { fill: true } },
    'gaps that are spanned': { shape: { points: LOTS, gaps: 'runs' }, look: { spanGaps: true } },
    'empty and nearly empty series': { shape: { points: LOTS, series: 3, nearlyEmpty: true } },
    infinities: { shape: { points: LOTS, infinities: true }, look: { fixedRange: [0, 200] } },
    'unequal steps': { shape: { points: LOTS, steps: 'uneven', gaps: 'single' } },
    'repeated times': { shape: { points: LOTS, steps: 'repeated', gaps: 'runs' } },
    'three value axes that are shown': {
      shape: { points: LOTS, series: 3, gaps: 'runs' },
      look: { valueAxes: 3, showAxes: true, width: 2 },
    },
    'a logarithmic axis': { shape: { points: LOTS, gaps: 'single' }, look: { log: 10 } },
    'a logarithmic axis, zero and below': {
      shape: { points: LOTS, offset: -40, gaps: 'runs' },
      look: { log: 2, fill: true, showAxes: true },
    },
    'times of its own': { shape: { points: LOTS, gaps: 'runs', steps: 'uneven' }, look: { ownTimes: true } },
    'times of its own, repeated, on two logarithmic axes': {
      shape: { points: LOTS, series: 2, steps: 'repeated' },
      look: { ownTimes: true, log: 10, valueAxes: 2, fill: true },
    },
    'bands down': { shape: { points: LOTS, series: 3, gaps: 'single' }, look: { bands: 'down' } },
    'bands up and down': { shape: { points: 20_000, series: 3 }, look: { bands: 'both' } },
    'few points, which are shown': { shape: { points: 2300, gaps: 'single' }, look: { showPoints: true } },
    'a little over four points a pixel': { shape: { points: 2450, gaps: 'runs' }, look: { showPoints: true } },
    'unaligned pixels': { shape: { points: 20_000, gaps: 'single' }, look: { pxAlign: 0 } },
    'a line of one pixel': { shape: { points: LOTS, gaps: 'runs' }, look: { width: 1 } },
    'nothing taken in yet': { shape: { points: LOTS, gaps: 'runs' }, look: { fill: true }, taken: 0 },
    'half of it taken in': { shape: { points: LOTS, gaps: 'runs' }, taken: LOTS / 2 },
  }
  it.each(Object.entries(lines))('is that of uPlot to the pixel: %s', async (_, test) => {
    const differences = await compare(test)
    expect(differences).toEqual(differences.map(() => expect.objectContaining(SAME)))
    expect(differences.every(({ ink }) => ink > 0)).toBe(true)
  })

  const dense = { points: 50_000, gaps: 'runs' } as const
  it.each([1.5, 2])('is that of uPlot to the pixel at a pixel ratio of %d', async (ratio) => {
    const looks = [
      { size: [601, 241], showAxes: true },
      { fill: true, ownTimes: true },
      { width: 2, log: 10 },
    ] as const
    for (const look of looks) {
      const differences = await compare({ shape: dense, look, zooms: 2 }, ratio)
      expect(differences, JSON.stringify(look)).toEqual(differences.map(() => expect.objectContaining(SAME)))
    }
  })

  const steps = [
    ['after', 1, 1.25, 1],
    ['before', -1, 1.5, 1],
    ['after', 1, 2, 1.5],
  ] as const
  it.each(steps)('looks like that of uPlot in steps %s, %d, a line of %d at %d', async (_, stepped, width, ratio) => {
    for (const look of [
      { stepped, width },
      { stepped, width, fill: true, ownTimes: true },
    ]) {
      const differences = await compare({ shape: dense, look, zooms: 2 }, ratio)
      expect(differences.map(({ rangesDiffer }) => rangesDiffer)).not.toContain(true)
      for (const { seen, most, ink } of differences) {
        expect(seen).toBeLessThan(ink * 0.002)
        expect(most).toBeLessThan(32)
      }
    }
  })

  it.each([1, -1] as const)('looks the same as that of uPlot in steps %d of hair lines', async (stepped) => {
    const differences = await compare({ shape: dense, zooms: 2, look: { stepped, width: 1, fill: stepped === 1 } })
    expect(differences).toEqual(differences.map(() => expect.objectContaining({ seen: 0, rangesDiffer: false })))
  })

  const bars = { align: 0, share: 0.6, maxWidth: Infinity } as const
  const barCases: Record<string, Case> = {
    'many in a pixel': { shape: { points: LOTS, offset: -60, gaps: 'runs' }, look: { bars } },
    'many in a pixel, of several series': { shape: { points: 20_000, series: 3 }, look: { bars } },
    'at unequal times': { shape: { points: LOTS, steps: 'uneven', gaps: 'single' }, look: { bars } },
    'few and wide, after their time': { shape: { points: 40, offset: -50 }, look: { bars: { ...bars, align: 1 } } },
    'narrow, before their time': { shape: { points: 300 }, look: { bars: { align: -1, share: 1, maxWidth: 2 } } },
    'with times of their own': { shape: { points: 30_000 }, look: { bars, ownTimes: true } },
    'not taken in yet': { shape: { points: LOTS, gaps: 'half' }, look: { bars }, taken: 0 },
  }
  it.each(Object.entries(barCases))('shows what all bars would, to the pixel: %s', async (_, { look, ...test }) => {
    // Without a rim, for it is drawn within the bar.
    const differences = await compare({ ...test, look: { ...look, width: 0, fill: true, fixedRange: [-80, 200] } })
    expect(differences).toEqual(differences.map(() => expect.objectContaining({ pixels: 0 })))
    expect(differences.every(({ ink }) => ink > 0)).toBe(true)
  })

  const downwards: Record<string, Case> = {
    'several series with gaps, filled': { shape: { points: LOTS, series: 3, gaps: 'runs' }, look: { fill: true } },
    'single gaps of a thick line': { shape: { points: LOTS, gaps: 'single' }, look: { width: 3 } },
    'few points, which are shown': { shape: { points: 900, gaps: 'single' }, look: { showPoints: true } },
    'times of its own on two logarithmic axes that are shown': {
      shape: { points: LOTS, series: 2, steps: 'uneven' },
      look: { ownTimes: true, log: 10, valueAxes: 2, showAxes: true },
    },
    'bands up and down': { shape: { points: 20_000, series: 3 }, look: { bands: 'both' } },
    bars: { shape: { points: LOTS, offset: -60 }, look: { bars, width: 0, fill: true, fixedRange: [-80, 200] } },
  }
  it.each(Object.entries(downwards))('is that of uPlot with time downwards: %s', async (_, test) => {
    const differences = await compare({ ...test, look: { size: [240, 600], ...test.look, vertical: true } })
    expect(differences).toEqual(differences.map(() => expect.objectContaining({ pixels: 0 })))
    expect(differences.every(({ ink }) => ink > 0)).toBe(true)
  })

  // A canvas rounds slanted edges off a little differently along and across; level ones are the same.
  const turnedLooks: Record<string, { readonly look: Look; readonly atMost: number }> = {
    'filled lines': { look: { fill: true }, atMost: 80 },
    'hair lines in steps': { look: { stepped: 1, width: 1 }, atMost: 8 },
    'thick steps': { look: { stepped: -1, width: 2 }, atMost: 40 },
    'smooth lines': { look: { smooth: true }, atMost: 80 },
    bands: { look: { bands: 'down' }, atMost: 80 },
    'bars with a rim': { look: { bars, fill: true, width: 1 }, atMost: 0 },
  }
  it.each(Object.entries(turnedLooks))(
    'time downwards is time to the right, turned: %s',
    async (_, { look, atMost }) => {
      for (const points of [60, 50_000]) {
        const differences = await compare({
          shape: { points, series: 2, gaps: 'single' },
          look,
          turned: true,
          zooms: 1,
        })
        for (const { most, ink, rangesDiffer } of differences) {
          expect([ink > 0, rangesDiffer]).toEqual([true, false])
          expect(most).toBeLessThanOrEqual(atMost)
        }
      }
    },
  )

  it('draws a smooth line as a straight one where there is more than one point a pixel', async () => {
    const differences = await compare({ shape: { points: LOTS, gaps: 'runs' }, look: { smooth: true }, zooms: 0 })
    expect(differences).toEqual([expect.objectContaining(SAME)])
  })

  it('curves a smooth line where there are few points', async () => {
    const [difference] = await compare({ shape: { points: 30 }, look: { smooth: true }, zooms: 0 })
    expect(difference!.pixels).toBeGreaterThan(20)
  })

  it('would be seen to be wrong', async () => {
    const differences = await compare({ shape: { points: LOTS }, look: { fixedRange: [0, 200] }, wrong: true })
    for (const { pixels } of differences.slice(0, 1)) expect(pixels).toBeGreaterThan(100)
  })
})
