import { join } from 'node:path'
import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { benchOf } from './bench-of.ts'
import { bundleForPage } from '../support/page-script.ts'
import type { HeatmapBench } from './heatmap/page.ts'
import { interleave, PAIRS, type Figures } from './measure.ts'

const SIDE = 1000

type Run = ReturnType<typeof benchOf<HeatmapBench>>

async function measureDrawing(run: Run): Promise<Figures> {
  await run('makeCells', SIDE, SIDE)
  await run('drawPixels')
  await run('drawPaths')
  const { ours, other } = await interleave(
    PAIRS,
    () => run('drawPixels'),
    () => run('drawPaths'),
  )
  return {
    name: 'a million cells drawn, with raster',
    unit: 'ms',
    ours,
    other: { name: 'one path for each colour', values: other },
    goal: { type: 'times', atLeast: 10 },
  }
}

async function measureUpdate(run: Run, columns: number, rows: number): Promise<Figures> {
  await run('showPanel', columns, rows)
  await run('updatePanel')
  const ours: number[] = []
  for (let k = 0; k < PAIRS; k++) ours.push(await run('updatePanel'))
  const count = (columns * rows).toLocaleString('en')
  return { name: `heatmap panel of ${count} cells: new data to picture, frame awaited`, unit: 'ms', ours }
}

export default async (): Promise<Figures[]> => {
  if (!programs.chromium) return []
  const { script, styles } = await bundleForPage(join(import.meta.dirname, 'heatmap/page.ts'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.setContent('<!doctype html><body></body>')
    await page.addStyleTag({ content: `${styles}\nbody { margin: 0 }` })
    await page.addScriptTag({ content: script })
    const run = benchOf<HeatmapBench>(page)
    const figures = [await measureDrawing(run)]
    for (const [columns, rows] of [
      [50, 20],
      [1000, 100],
      [SIDE, SIDE],
    ] as const)
      figures.push(await measureUpdate(run, columns, rows))
    if (errors.length) throw new Error(errors.join('\n'))
    return figures
  } finally {
    await browser.close()
  }
}
