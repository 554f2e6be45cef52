import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { benchOf } from './bench-of.ts'
import { bundleForPage } from '../support/page-script.ts'
import { type Figures } from './measure.ts'
import type { TableBench } from './table/page.ts'

const ROWS = 1_000_000
const PAIRS = 2
const FRAMES = 30
const PEER = 'a virtual list of row objects'

type Run = ReturnType<typeof benchOf<TableBench>>

/** Reads a counter of Chromium's main thread in milliseconds of processor time. */
async function openMeter(page: Page) {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await protocol.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
  }
  return async (task: () => Promise<unknown>) => {
    const before = await read()
    await task()
    return (await read()) - before
  }
}
type Meter = Awaited<ReturnType<typeof openMeter>>

async function measureMillion(run: Run, meter: Meter): Promise<Figures[]> {
  const ours = { paint: [] as number[], scroll: [] as number[], sort: [] as number[], longest: [] as number[] }
  const other = { paint: [] as number[], scroll: [] as number[], sort: [] as number[] }
  await run('makeFrame', ROWS)
  await run('show', 'table')
  for (let pair = 0; pair < PAIRS; pair++) {
    ours.paint.push(await meter(() => run('show', 'table')))
    ours.scroll.push((await meter(() => run('scroll', FRAMES))) / FRAMES)
    ours.sort.push(
      await meter(async () => {
        ours.longest.push((await run('sort', 'table')).longest)
      }),
    )
    other.paint.push(await meter(() => run('show', 'objects')))
    other.scroll.push((await meter(() => run('scroll', FRAMES))) / FRAMES)
    other.sort.push(await meter(() => run('sort', 'objects')))
  }
  const shape = '1,000,000 rows x 10 columns'
  return [
    {
      name: `${shape}: frame to first picture, main thread`,
      unit: 'ms',
      ours: ours.paint,
      other: { name: PEER, values: other.paint },
      goal: { type: 'times', atLeast: 5 },
    },
    {
      name: `${shape}: a frame of scrolling, main thread`,
      unit: 'ms',
      ours: ours.scroll,
      other: { name: PEER, values: other.scroll },
      goal: { type: 'limit', atMost: 16 },
    },
    {
      name: `${shape}: sorted by a number, main thread`,
      unit: 'ms',
      ours: ours.sort,
      other: { name: PEER, values: other.sort },
      goal: { type: 'share', atMost: 1 },
    },
    {
      name: `${shape}: longest time without a frame while sorting`,
      unit: 'ms',
      ours: ours.longest,
      goal: { type: 'limit', atMost: 50 },
    },
  ]
}

async function measureUpdates(run: Run, meter: Meter): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const rows of [1000, 100_000, ROWS]) {
    await run('makeFrame', rows)
    await run('show', 'table')
    await run('update')
    const ours: number[] = []
    for (let k = 0; k < 9; k++) ours.push(await meter(() => run('update')))
    const name = `${rows.toLocaleString('en')} rows x 10 columns: another frame to its picture, main thread`
    figures.push({ name, unit: 'ms', ours, goal: { type: 'limit', atMost: 50 } })
  }
  return figures
}

export default async (): Promise<Figures[]> => {
  if (!programs.chromium) return []
  const { script, styles } = await bundleForPage(join(import.meta.dirname, 'table/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body class="dark"></body>')
    await page.addStyleTag({ content: `${styles}\nbody { margin: 0 }` })
    await page.addScriptTag({ content: script })
    const run = benchOf<TableBench>(page)
    const meter = await openMeter(page)
    const figures = [...(await measureMillion(run, meter)), ...(await measureUpdates(run, meter))]
    if (errors.length) throw new Error(errors.join('\n'))
    return figures
  } finally {
    await browser.close()
  }
}
