import { join } from 'node:path'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import { benchOf } from './bench-of.ts'
import { PAIRS, type Figures } from './measure.ts'
import type { Refreshed, RefreshBench } from './refresh/page.ts'

const sizes = [1000, 100_000, 1_000_000]

const words: Readonly<Record<Refreshed, (count: string) => string>> = {
  'bars of series': (count) => `bar chart of ten series, ${count} points`,
  'bars of rows': (count) => `bar chart of ${count} rows, of which at most 10,000 are drawn`,
  'text of rows': (count) => `text rendered per row, ${count} rows, of which at most 200 are shown`,
}

const rows: readonly (readonly [Refreshed, number])[] = [
  ...sizes.map((size) => ['bars of series', size] as const),
  ...sizes.map((size) => ['bars of rows', size] as const),
  ...[10, 200, 1_000_000].map((size) => ['text of rows', size] as const),
]

export default async (): Promise<Figures[]> => {
  if (!programs.chromium) return []
  const { script, styles } = await bundleForPage(join(import.meta.dirname, 'refresh/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1300, height: 700 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: styles })
    await page.addScriptTag({ content: script })
    const call = benchOf<RefreshBench>(page)
    const figures: Figures[] = []
    for (const [what, count] of rows) {
      await call('open', what, count)
      for (let k = 0; k < 3; k++) await call('refresh')
      const taken: Awaited<ReturnType<RefreshBench['refresh']>>[] = []
      for (let k = 0; k < PAIRS; k++) taken.push(await call('refresh'))
      figures.push({
        name: `${words[what](count.toLocaleString('en'))}: a refresh, script`,
        unit: 'ms',
        ours: taken.map(({ ours }) => ours),
        ...(what === 'bars of series' &&
          count === 1_000_000 && {
            other: { name: 'one loop over the values', values: taken.map(({ floor }) => floor) },
            goal: { type: 'share', atMost: 15 },
          }),
      })
    }
    if (errors.length) throw new Error(errors.join('\n'))
    return figures
  } finally {
    await browser.close()
  }
}
