import { join } from 'node:path'
import { programs } from '../../support/abilities.ts'
import { launchBrowser } from '../../support/browser.ts'
import { bundleForPage } from '../../support/page-script.ts'
import { benchOf } from '../bench-of.ts'
import { bundleGrafana } from '../format/grafana.ts'
import { interleave, PAIRS, type Figures } from '../measure.ts'
import { createBody } from './body.ts'
import type { PaintBench } from './paint-page.ts'

const SHAPE = { series: 1000, points: 240 }

/** An answer of 1,000 series from its bytes to the first picture, both sides in one page. */
export async function measurePaint(): Promise<Figures[]> {
  if (!programs.chromium) return []
  const [{ script, styles }, peers, browser] = await Promise.all([
    bundleForPage(join(import.meta.dirname, 'paint-page.ts'), { 'node:buffer': join(import.meta.dirname, 'utf8.ts') }),
    bundleGrafana({ format: 'iife', globalName: 'grafana', platform: 'browser' }),
    launchBrowser(),
  ])
  try {
    const page = await browser.newPage({ viewport: { width: 1300, height: 700 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: styles })
    for (const content of [peers, script]) await page.addScriptTag({ content })
    const run = benchOf<PaintBench>(page)
    await run('take', createBody(SHAPE).toString())
    const warm = [await run('paint', 'ours'), await run('paint', 'other')]
    const [ours, other] = warm
    if (warm.some(({ lines }) => lines !== SHAPE.series) || Math.abs(ours!.ink / other!.ink - 1) > 0.1)
      throw new Error(`The two sides do not paint the same: ${JSON.stringify(warm)}`)
    const taken = await interleave(
      PAIRS,
      async () => (await run('paint', 'ours')).ms,
      async () => (await run('paint', 'other')).ms,
    )
    if (errors.length) throw new Error(errors.join('\n'))
    return [
      {
        name: 'answer of 1,000 series x 240 to its first picture, in one page',
        unit: 'ms',
        ours: taken.ours,
        other: { name: 'JSON.parse, the transformation of @grafana/prometheus, uPlot', values: taken.other },
        goal: { type: 'share', atMost: 1 },
      },
    ]
  } finally {
    await browser.close()
  }
}
