import { join } from 'node:path'
import { programs } from '../../support/abilities.ts'
import { launchBrowser } from '../../support/browser.ts'
import { root } from '../../support/packages.ts'
import { bundleForPage } from '../../support/page-script.ts'
import { benchOf } from '../bench-of.ts'
import { interleave, PAIRS, type Figures } from '../measure.ts'
import type { WorkerBench } from './worker-page.ts'

/** What an editor's preview takes of the page: a filter and a sort of a million points, in its worker and without it. */
export async function measureWorker(): Promise<Figures[]> {
  if (!programs.chromium) return []
  const worker = await bundleForPage(join(root, 'host/web/src/transforms/shape-worker.ts'))
  const page = await bundleForPage(join(import.meta.dirname, 'worker-page.ts'))
  const browser = await launchBrowser()
  try {
    const opened = await browser.newPage()
    await opened.addScriptTag({ content: page.script })
    const run = benchOf<WorkerBench>(opened)
    await run('here')
    await run('inWorker', worker.script)
    const { ours, other } = await interleave(
      PAIRS,
      () => run('inWorker', worker.script),
      () => run('here'),
    )
    return [
      {
        name: 'in Chromium, preview of a filter and a sort of 1M points in a worker: longest block of the page',
        unit: 'ms',
        ours,
        other: { name: 'on the main thread', values: other },
        goal: { type: 'share', atMost: 0.5 },
      },
    ]
  } finally {
    await browser.close()
  }
}
