import { join } from 'node:path'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import { measureHour, measureView } from './live/hour.ts'
import type { LiveBench } from './live/page.ts'
import { WINDOW } from './live/ticks.ts'
import { median, PAIRS, type Figures, type Goal } from './measure.ts'

const share = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!

interface Drawing {
  readonly series: number
  /** How many frames are measured at a time. */
  readonly frames: number
  readonly goal?: Goal
}

/** A panel that is drawn each frame, with what came in since. */
async function measureFrames({ series, frames, goal }: Drawing): Promise<Figures[]> {
  if (!programs.chromium) return []
  const { script, styles } = await bundleForPage(join(import.meta.dirname, 'live/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(`about:blank#series=${series}`)
    await page.addStyleTag({ content: `${styles}\nbody { margin: 0 }` })
    await page.addScriptTag({ content: script })
    const run = () => page.evaluate((count) => (globalThis as unknown as { bench: LiveBench }).bench.run(count), frames)
    const protocol = await page.context().newCDPSession(page)
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async () => {
      const { metrics } = await protocol.send('Performance.getMetrics')
      return 1000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value
    }
    await run()
    const busy: number[][] = []
    const inScript: number[] = []
    for (let k = 0; k < PAIRS; k++) {
      const before = await spent()
      const taken = await run()
      inScript.push(((await spent()) - before) / frames)
      if (taken.drawn < frames * 0.9) throw new Error(`Of ${frames} frames ${taken.drawn} were drawn. ${errors.join()}`)
      busy.push(taken.busy)
    }
    if (errors.length) throw new Error(errors.join())
    const what = `time series panel, ${series} x ${WINDOW.toLocaleString('en')}, 1,000 ticks a second, drawn each frame`
    return [
      {
        name: `${what}: 95 % of frames are ready in`,
        unit: 'ms',
        ours: busy.map((times) => share(times, 0.95)),
        ...(goal && { goal }),
      },
      { name: `${what}: half of the frames are ready in`, unit: 'ms', ours: busy.map(median) },
      { name: `${what}: script of a frame`, unit: 'ms CPU', ours: inScript },
    ]
  } finally {
    await browser.close()
  }
}

export default async (): Promise<Figures[]> => [
  ...(await measureHour()),
  await measureView(),
  ...(await measureFrames({ series: 1, frames: 240, goal: { type: 'limit', atMost: 16 } })),
  // What rasters in software decides here: dense lines of many series cost the same in every chart.
  ...(await measureFrames({ series: 10, frames: 30 })),
]
