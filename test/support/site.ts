import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openPage } from './browser.ts'
import { removeFolder, startHost, temporaryFolder, tokenOf, type TestHost } from './host.ts'
import { datasource, provisioningFolder } from './node-dashboard.ts'
import { startPrometheus, type TestPrometheus } from './prometheus.ts'

export interface SiteOptions {
  /** Documents that the host finds in files when it starts. */
  readonly documents?: readonly object[]
  /** Starts a Prometheus, too; the id of the datasource that asks it. */
  readonly prometheus?: string
  /** The first user, who is signed in; without it the host is a demo, where nobody signs in. */
  readonly user?: string
  readonly page?: Parameters<typeof openPage>[1]
  /** Where the page is opened. */
  readonly path?: string
}

/** A host with what it asks, and a page of a browser that is on it. */
export interface Site {
  readonly host: TestHost
  readonly browser: Browser
  readonly page: Page
  /** See {@link openPage}. */
  readonly errors: string[]
  readonly close: () => Promise<void>
}

export const PASSWORD = 'correct horse'

/** Starts all of it; whatever had started is ended when a part does not. */
export async function openSite({
  documents = [],
  prometheus: id,
  user,
  page: options,
  path,
}: SiteOptions): Promise<Site> {
  const ends: (() => unknown)[] = []
  const close = async () => {
    for (const end of ends.toReversed()) await end()
  }
  try {
    let prometheus: TestPrometheus | undefined
    if (id !== undefined) {
      prometheus = await startPrometheus()
      ends.push(prometheus.remove)
    }
    const sources = prometheus ? [datasource(id!, 'prometheus', prometheus.options)] : []
    const provisioning = provisioningFolder(...sources, ...documents)
    const data = temporaryFolder('site')
    ends.push(() => [provisioning, data].forEach(removeFolder))
    const place = user === undefined ? ['--demo'] : ['--data', data]
    const host = await startHost([...place, '--provisioning', provisioning])
    ends.push(host.stop)
    const browser = await launchBrowser()
    ends.push(() => browser.close())
    const { page, errors } = await openPage(browser, options)
    if (user !== undefined) {
      // The page has the cookie of the answer.
      const answer = await page.request.post(`${host.url}/api/v1/setup`, {
        headers: { 'orrery-request': '1', origin: host.url },
        data: { token: tokenOf(host.setupUrl!), name: user, password: PASSWORD },
      })
      if (!answer.ok()) throw new Error(`set-up: ${await answer.text()}`)
    }
    if (path !== undefined) await page.goto(host.url + path)
    return { host, browser, page, errors, close }
  } catch (error) {
    await close()
    throw error
  }
}
