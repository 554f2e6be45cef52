import { join } from 'node:path'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import { PAIRS, type Figures } from './measure.ts'
import type { PanelName, ValuesBench } from './values/page.ts'

const names: readonly PanelName[] = ['stat', 'gauge', 'bargauge']
/** Points of all series; with a million, what is done with each of them is most of the work. */
const sizes = [1000, 100_000, 1_000_000]
const SERIES = 10

/** An update must not miss two frames of a screen; of a million points, it must not take many passes. */
const goalOf = (points: number): NonNullable<Figures['goal']> =>
  points === sizes.at(-1) ? { type: 'share', atMost: 15 } : { type: 'limit', atMost: 33 }

export default async (): Promise<Figures[]> => {
  if (!programs.chromium) return []
  const { script, styles } = await bundleForPage(join(import.meta.dirname, 'values/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 600 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: styles })
    await page.addScriptTag({ content: script })
    const figures: Figures[] = []
    for (const name of names)
      for (const points of sizes) {
        const taken = await page.evaluate(
          async ([panel, series, count, pairs]) => {
            const { bench } = globalThis as unknown as { bench: ValuesBench }
            await bench.open(panel, series, count)
            for (let k = 0; k < 3; k++) await bench.refresh()
            const all: { ours: number; floor: number }[] = []
            for (let k = 0; k < pairs; k++) all.push(await bench.refresh())
            return all
          },
          [name, SERIES, points, PAIRS] as const,
        )
        figures.push({
          name: `${name} of ${SERIES} series, ${points.toLocaleString('en')} points: a refresh, script`,
          unit: 'ms',
          ours: taken.map(({ ours }) => ours),
          ...(points === sizes.at(-1) && {
            other: { name: 'one loop over the values', values: taken.map(({ floor }) => floor) },
          }),
          goal: goalOf(points),
        })
      }
    if (errors.length) throw new Error(errors.join('\n'))
    return figures
  } finally {
    await browser.close()
  }
}
