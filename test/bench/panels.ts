import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { benchOf } from './bench-of.ts'
import { bundleForPage } from '../support/page-script.ts'
import { PAIRS, type Figures } from './measure.ts'
import type { PanelsBench } from './panels/page.ts'
import { measureTransform } from './panels/transform.ts'

const MOVES = 50
const SERIES = 30_000
const POINTS = 20
const TOTAL = SERIES.toLocaleString('en')

/** Reads a counter of Chromium's main thread in milliseconds of processor time. */
async function openMeter(page: Page) {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async (name: 'ScriptDuration' | 'TaskDuration') => {
    const { metrics } = await protocol.send('Performance.getMetrics')
    return 1000 * metrics.find((metric) => metric.name === name)!.value
  }
}
type Meter = Awaited<ReturnType<typeof openMeter>>

async function times<T>(count: number, take: () => Promise<T>): Promise<T[]> {
  const taken: T[] = []
  for (let k = 0; k < count; k++) taken.push(await take())
  return taken
}

type Run = ReturnType<typeof benchOf<PanelsBench>>

/** Thirty charts of ten series: on a large screen all are seen, on a small one some. */
async function measureRedraws(run: Run, read: Meter): Promise<Figures[]> {
  const seen = await run('showCharts', { count: 30, columns: 6, width: 310, height: 200 })
  if (seen !== 30) throw new Error(`Of 30 charts ${seen} are on the screen.`)
  await times(3, () => run('changeRange'))
  const cpu: number[] = []
  const wall = await times(PAIRS, async () => {
    const before = await read('TaskDuration')
    const drawn = await run('changeRange')
    cpu.push((await read('TaskDuration')) - before)
    return drawn
  })
  const some = await run('showCharts', { count: 30, columns: 3, width: 620, height: 300 })
  if (some > 15) throw new Error(`${some} charts are on the screen, not some of them.`)
  await times(3, () => run('changeRange'))
  const scrolled = await times(PAIRS, () => run('changeRange'))
  return [
    {
      name: '30 charts of 10 series on the screen, another range: frame in which the last is drawn',
      unit: 'frames',
      ours: wall.map((one) => Math.max(...one.seen)),
      goal: { type: 'limit', atMost: 2 },
    },
    { name: '30 charts of 10 series x 1,000 on the screen: all drawn, main thread', unit: 'ms', ours: cpu },
    {
      name: `${some} of 30 charts on the screen: frame in which the last of these is drawn`,
      unit: 'frames',
      ours: scrolled.map((one) => Math.max(...one.seen)),
      goal: { type: 'limit', atMost: 2 },
    },
    {
      name: `${some} of 30 charts on the screen: frame in which the last of the others is drawn`,
      unit: 'frames',
      ours: scrolled.map((one) => Math.max(...one.others)),
    },
  ]
}

async function measureCursor(page: Page, run: Run, read: Meter): Promise<Figures[]> {
  await run('showCharts', { count: 30, columns: 6, width: 310, height: 200 })
  await page.mouse.move(150, 100)
  await times(3, () => run('movePointer', MOVES))
  const ours = await times(PAIRS, async () => {
    const before = await read('ScriptDuration')
    await run('movePointer', MOVES)
    return ((await read('ScriptDuration')) - before) / MOVES
  })
  return [
    {
      name: 'move of the pointer over 30 charts of 10 series, cursors shared: script',
      unit: 'ms',
      ours,
      goal: { type: 'limit', atMost: 2 },
    },
  ]
}

async function measureManySeries(run: Run, read: Meter): Promise<Figures[]> {
  const first = { script: [] as number[], task: [] as number[] }
  const zoom = { script: [] as number[], task: [] as number[] }
  const measure = async (into: typeof first, task: () => Promise<unknown>) => {
    const before = [await read('ScriptDuration'), await read('TaskDuration')] as const
    await task()
    into.script.push((await read('ScriptDuration')) - before[0])
    into.task.push((await read('TaskDuration')) - before[1])
  }
  await run('makeFrame', SERIES, POINTS)
  await run('showPanel')
  for (let k = 0; k < PAIRS; k++) {
    await run('makeFrame', SERIES, POINTS)
    await measure(first, () => run('showPanel'))
    const { notices, summary, legend } = await run('panelState')
    if (!notices.some((text) => text.includes(TOTAL)) || !summary.startsWith(`${TOTAL} series.`))
      throw new Error(`The panel does not say what it leaves out: ${notices.join(' ')} ${summary}`)
    if (legend > 500) throw new Error(`The legend has ${legend} entries.`)
    await measure(zoom, () => run('zoomPanel'))
  }
  const shape = `${TOTAL} series x ${POINTS} in a time series panel`
  return [
    { name: `${shape}: frames to drawn, script`, unit: 'ms', ours: first.script, goal: { type: 'limit', atMost: 500 } },
    { name: `${shape}: frames to drawn, main thread with raster`, unit: 'ms', ours: first.task },
    { name: `${shape}: zoom, script`, unit: 'ms', ours: zoom.script, goal: { type: 'limit', atMost: 50 } },
    { name: `${shape}: zoom, main thread with raster`, unit: 'ms', ours: zoom.task },
  ]
}

const updates = [
  [1000, 'lines', {}],
  [100_000, 'lines', {}],
  [1_000_000, 'lines', {}],
  [1_000_000, 'series of bars', { drawStyle: 'bars' }],
  [1_000_000, 'stacked areas', { stacking: 'normal', fillOpacity: 50 }],
] as const

/** Other data of the same shape, as each refresh brings it. */
async function measureUpdates(run: Run, read: Meter): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const [points, drawn, custom] of updates) {
    await run('makeUpdates', points, custom)
    await run('showPanel')
    await times(2, () => run('updatePanel'))
    const ours = await times(PAIRS, async () => {
      const before = await read('TaskDuration')
      await run('updatePanel')
      return (await read('TaskDuration')) - before
    })
    const name = `update of a time series panel, ${points.toLocaleString('en')} points as ten ${drawn}: main thread`
    figures.push({ name, unit: 'ms', ours })
  }
  return figures
}

export default async (): Promise<Figures[]> => {
  const transform = await measureTransform()
  if (!programs.chromium) return [transform]
  const { script, styles } = await bundleForPage(join(import.meta.dirname, 'panels/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: `${styles}\nbody { margin: 0 }` })
    await page.addScriptTag({ content: script })
    const run = benchOf<PanelsBench>(page)
    const read = await openMeter(page)
    const figures = [
      ...(await measureRedraws(run, read)),
      ...(await measureCursor(page, run, read)),
      ...(await measureManySeries(run, read)),
      ...(await measureUpdates(run, read)),
    ]
    if (errors.length) throw new Error(errors.join('\n'))
    return [transform, ...figures]
  } finally {
    await browser.close()
  }
}
