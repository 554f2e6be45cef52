import { join } from 'node:path'
import type { Shape } from '../chart/columns.ts'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import type { Taken } from './chart/page.ts'
import { interleave, PAIRS, type Figures } from './measure.ts'
import { PEERS } from './peers.ts'

const UPLOT = 'uPlot with all points'
const TEN_MILLION: Shape = { points: 10_000_000 }
const MILLION: Shape = { points: 1_000_000 }
/** In each sample, so that asking for the time counts for little. */
const DRAWINGS = 40
const TEN_TIMES: Shape = { points: 100_000, series: 10 }

const besideUPlot = ({ ours, other }: Taken) => ({ unit: 'ms', ours, other: { name: UPLOT, values: other } })

/** Charts of 1200 x 400 pixels without axes, in turn in one page. Each is compared pixel by pixel before it is timed. */
export default async (): Promise<Figures[]> => {
  if (!programs.chromium) return []
  const [browser, { script }] = await Promise.all([
    launchBrowser(),
    bundleForPage(join(import.meta.dirname, 'chart/page.ts')),
  ])
  /**
   * Processor time of the page's main thread for one drawing, without painting: what is told to the canvas and thrown away
   * by the next drawing.
   */
  async function compareScript(shape: Shape): Promise<Taken> {
    const { page } = await openPage(browser)
    await page.addScriptTag({ content: script })
    await page.evaluate(([one, views]) => chartBench.open(one, views), [shape, DRAWINGS] as const)
    const client = await page.context().newCDPSession(page)
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async () => {
      const { metrics } = await client.send('Performance.getMetrics')
      return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
    }
    const draw = async (side: 'ours' | 'other') => {
      const before = await spent()
      await page.evaluate((one) => chartBench.drawViews(one), side)
      return ((await spent()) - before) / DRAWINGS
    }
    for (const side of ['ours', 'other'] as const) await draw(side)
    const taken = await interleave(
      PAIRS,
      () => draw('ours'),
      () => draw('other'),
    )
    await page.close()
    return taken
  }

  /** Each figure in a page of its own: what one leaves behind is not collected in another. */
  async function inPage<T, A>(run: (input: A) => Promise<T> | T, input: A, library?: string): Promise<T> {
    const { page } = await openPage(browser)
    if (library !== undefined) await page.addScriptTag({ path: library })
    await page.addScriptTag({ content: script })
    // The types of the driver's argument do not follow a type parameter.
    const result = await page.evaluate(run as (input: unknown) => Promise<T> | T, input)
    await page.close()
    return result
  }
  const redraws = (shape: Shape) =>
    inPage(([one, pairs]) => chartBench.redraws(one, pairs), [shape, 3 * PAIRS] as const)

  const first = await inPage(([one, pairs]) => chartBench.firstDraws(one, pairs), [TEN_MILLION, PAIRS] as const)
  const [tenMillion, million, tenTimes] = [await redraws(TEN_MILLION), await redraws(MILLION), await redraws(TEN_TIMES)]
  const [millionScript, tenTimesScript] = [await compareScript(MILLION), await compareScript(TEN_TIMES)]
  const peer = await inPage(
    ([one, pairs]) => chartBench.besidePeer(one, pairs),
    [MILLION, 3 * PAIRS] as const,
    join(PEERS, 'node_modules/echarts/dist/echarts.min.js'),
  )
  const appends = await inPage(([points, pairs]) => chartBench.appends(points, pairs), [1_000_000, PAIRS] as const)
  await browser.close()

  return [
    { name: '10M points: zoom and pan', ...besideUPlot(tenMillion), goal: { type: 'times', atLeast: 10 } },
    {
      name: '10M points: first draw and build',
      ...besideUPlot(first),
      goal: { type: 'times', atLeast: 3 },
    },
    { name: '1M points: zoom and pan, script', ...besideUPlot(millionScript), goal: { type: 'times', atLeast: 8 } },
    { name: '1M points: zoom and pan', ...besideUPlot(million) },
    {
      name: '1M points: zoom and pan, beside a chart that thins out',
      unit: 'ms',
      ours: peer.ours,
      other: { name: 'ECharts with its sampling', values: peer.other },
    },
    {
      name: '10 x 100k points: zoom and pan, script',
      ...besideUPlot(tenTimesScript),
      goal: { type: 'times', atLeast: 2.5 },
    },
    { name: '10 x 100k points: zoom and pan', ...besideUPlot(tenTimes) },
    {
      name: 'a point is added to 1M',
      unit: 'ms',
      ours: appends.ours,
      other: { name: 'built anew', values: appends.other },
      goal: { type: 'times', atLeast: 1000 },
    },
  ]
}
