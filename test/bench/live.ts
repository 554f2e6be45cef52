import { join } from 'node:path'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { measureHour, measureView } from './live/hour.ts'
import type { LiveBench } from './live/page.ts'
import { SERIES, WINDOW } from './live/ticks.ts'
import { median, PAIRS, type Figures } from './measure.ts'
import { bundleComponents } from './panels/bundle.ts'

const FRAMES = 240

const share = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!

/** A panel that is drawn each frame, with what came in since. */
async function measureFrames(): Promise<Figures[]> {
  if (!programs.chromium) return []
  const { script, styles } = await bundleComponents(join(import.meta.dirname, 'live/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: `${styles}\nbody { margin: 0 }` })
    await page.addScriptTag({ content: script })
    const run = (frames: number) =>
      page.evaluate((count) => (globalThis as unknown as { bench: LiveBench }).bench.run(count), frames)
    const protocol = await page.context().newCDPSession(page)
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async () => {
      const { metrics } = await protocol.send('Performance.getMetrics')
      return 1000 * metrics.find((metric) => metric.name === 'TaskDuration')!.value
    }
    await run(FRAMES)
    const busy: number[][] = []
    const cpu: number[] = []
    for (let k = 0; k < PAIRS; k++) {
      const before = await spent()
      const taken = await run(FRAMES)
      cpu.push(((await spent()) - before) / FRAMES)
      if (taken.drawn < FRAMES * 0.9) throw new Error(`Of ${FRAMES} frames ${taken.drawn} were drawn. ${errors.join()}`)
      busy.push(taken.busy)
    }
    if (errors.length) throw new Error(errors.join())
    const what = `time series panel, ${SERIES} x ${WINDOW.toLocaleString('en')}, 1,000 ticks a second, drawn each frame`
    return [
      {
        name: `${what}: 95 % of frames are ready in`,
        unit: 'ms',
        ours: busy.map((times) => share(times, 0.95)),
        goal: { type: 'limit', atMost: 16 },
      },
      { name: `${what}: half of the frames are ready in`, unit: 'ms', ours: busy.map(median) },
      { name: `${what}: processor time of a frame, main thread`, unit: 'ms', ours: cpu },
    ]
  } finally {
    await browser.close()
  }
}

export default async (): Promise<Figures[]> => [
  ...(await measureHour()),
  await measureView(),
  ...(await measureFrames()),
]
