import { programs } from '../support/abilities.ts'
import { launchBrowser } from '../support/browser.ts'
import { removeFolder, startHost } from '../support/host.ts'
import { largeDashboardFolder, startLineBackend } from '../support/large-dashboard.ts'
import { measureDrag } from './dashboard/drag.ts'
import { measureHundred, saveHundred } from './dashboard/hundred.ts'
import { measureOpen } from './dashboard/open.ts'
import { measureRefreshes } from './dashboard/refreshes.ts'
import { measureScroll } from './dashboard/scroll.ts'
import type { Figures } from './measure.ts'

/** A dashboard of 50 time series, each with a query of its own, and one of 100 that ask ten queries. */
export default async (): Promise<Figures[]> => {
  if (!programs.chromium) return []
  const backend = await startLineBackend()
  const folder = largeDashboardFolder(backend.url, (panel) => `load{panel="${panel}"}`)
  const host = await startHost(['--demo', '--provisioning', folder])
  const browser = await launchBrowser()
  const hundred = await saveHundred(browser, host.url)
  const figures = [
    ...(await measureOpen(browser, host.url)),
    ...(await measureScroll(browser, host.url)),
    ...(await measureRefreshes(browser, host.url)),
    ...(await measureHundred(browser, hundred, backend)),
    ...(await measureDrag(browser, hundred)),
  ]
  await browser.close()
  await host.stop()
  backend.stop()
  removeFolder(folder)
  return figures
}
