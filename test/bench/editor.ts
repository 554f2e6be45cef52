import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import type { EditorBench } from './editor/page.ts'
import { interleave, type Figures } from './measure.ts'

const ROUNDS = 5
const METRICS = '100,000 metrics'

/** The value that 95 of 100 do not exceed. */
const p95 = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!

declare global {
  var bench: EditorBench
}

async function measure(page: Page): Promise<Figures[]> {
  const complete = (side: 'ours' | 'peer') => page.evaluate((one) => bench.complete(one), side).then(p95)
  const completion = await interleave(
    ROUNDS,
    () => complete('ours'),
    () => complete('peer'),
  )
  const opened: number[] = []
  const searched: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    opened.push(await page.evaluate(() => bench.openBrowser()))
    searched.push(p95(await page.evaluate(() => bench.searchBrowser())))
  }
  return [
    {
      name: `a completion among ${METRICS}, p95`,
      unit: 'ms',
      ours: completion.ours,
      other: { name: 'codemirror-promql, before CodeMirror sorts its options', values: completion.other },
      goal: { type: 'times', atLeast: 3 },
    },
    {
      name: `browser of ${METRICS}: opened until painted`,
      unit: 'ms',
      ours: opened,
      goal: { type: 'limit', atMost: 1000 },
    },
    {
      name: `browser of ${METRICS}: a key until painted, p95`,
      unit: 'ms',
      ours: searched,
      goal: { type: 'limit', atMost: 200 },
    },
  ]
}

export default async (): Promise<Figures[]> => {
  if (!programs.chromium) return []
  const { script, styles } = await bundleForPage(join(import.meta.dirname, 'editor/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: styles })
    await page.addScriptTag({ content: script })
    const figures = await measure(page)
    if (errors.length) throw new Error(errors.join('\n'))
    return figures
  } finally {
    await browser.close()
  }
}
