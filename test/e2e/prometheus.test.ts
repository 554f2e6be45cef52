import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage, picture } from '../support/browser.ts'
import { removeFolder, startHost, temporaryFolder, type TestHost } from '../support/host.ts'
import { datasource, nodeDashboard, provisioningFolder } from '../support/node-dashboard.ts'
import { until } from '../support/process.ts'
import { startPrometheus, type TestPrometheus } from '../support/prometheus.ts'

describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
  'a person with a Prometheus',
  () => {
    let prometheus: TestPrometheus
    let host: TestHost
    let browser: Browser
    let page: Page
    let errors: string[]
    const folder = temporaryFolder('e2e')
    const provisioning = provisioningFolder(datasource('machine', 'host', {}), nodeDashboard)

    beforeAll(async () => {
      prometheus = await startPrometheus()
      host = await startHost(['--data', folder, '--provisioning', provisioning])
      browser = await launchBrowser()
      ;({ page, errors } = await openPage(browser))
    })
    afterAll(async () => {
      await browser?.close()
      await host?.stop()
      await prometheus?.remove()
      removeFolder(folder)
      removeFolder(provisioning)
    })

    const panelOf = (title: string) => page.getByRole('region', { name: title, exact: true })
    /** Panels draw on a canvas; what they show stands in the name of their chart. */
    const chartOf = (title: string) => panelOf(title).getByRole('application')
    const summaryOf = async (title: string) => (await chartOf(title).getAttribute('aria-label')) ?? ''

    it('becomes the first admin by the one-time link', async () => {
      await page.goto(host.setupUrl!)
      await page.getByLabel('Name').fill('ada')
      await page.getByLabel(/^Password\*?$/).fill('correct horse')
      await page.getByLabel('Password, once more').fill('correct horse')
      await page.getByRole('button', { name: 'Create the user and begin' }).click()
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
    })

    it('signs out, and in again', async () => {
      await page.getByRole('button', { name: 'ada' }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await page.getByLabel('Name').fill('ada')
      await page.getByLabel('Password').fill('correct horse')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
    })

    it('adds the datasource, tests it and saves it', async () => {
      await page.getByRole('link', { name: 'Data sources' }).click()
      await page.getByRole('link', { name: 'Add a data source' }).first().click()
      await page.getByText('Metrics of a Prometheus server').click()
      await page.getByLabel('Server URL').fill(prometheus.url)
      await page.getByLabel('Scrape interval').fill('1s')
      await page.getByRole('button', { name: 'Test' }).click()
      await page.getByText(/Prometheus \d+\.\d+\.\d+.* answers/).waitFor()
      await picture(page, 'datasource')
      await page.getByRole('button', { name: 'Save' }).click()
      await until('the saved datasource', async () =>
        (await page.request.get(`${host.url}/api/v1/ns/default/datasources/prometheus`)).ok(),
      )
    })

    it('opens a provisioned dashboard of rates, which draws lines', async () => {
      await page.getByRole('link', { name: 'Dashboards', exact: true }).click()
      await page.getByRole('link', { name: /^Node/ }).click()
      await until('the lines of CPU', async () => (await summaryOf('CPU')).includes('idle'))
      await until('the lines of Network', async () => /eth0|lo/.test(await summaryOf('Network')))
      await picture(page, 'prometheus')
    })

    it('refreshes by itself', async () => {
      await until('the machine', async () => (await summaryOf('Machine')).includes('busy'))
      const before = await summaryOf('Machine')
      await until('newer data', async () => (await summaryOf('Machine')) !== before)
    })

    it('zooms by dragging, and changes the time', async () => {
      const box = (await chartOf('CPU').boundingBox())!
      await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.4)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5, { steps: 5 })
      await page.mouse.up()
      await until('the range in the address', () => /[?&]from=\d{13}/.test(page.url()))
      await page.getByRole('button', { name: 'Zoom out' }).click()
      await page.getByRole('button', { name: / to / }).click()
      await page.getByRole('button', { name: 'Last 5 minutes' }).click()
      await until('the quick range in the address', () => page.url().includes('from=now-5m'))
      await until('lines in the new range', async () => (await summaryOf('CPU')).includes('idle'))
    })

    it('sees a clear error on the panels of a server that is away, and on these only', async () => {
      await prometheus.stop()
      // The last that it said may be that it stops.
      await until('the error on CPU', async () =>
        /cannot be reached|left alone/.test((await panelOf('CPU').getByRole('alert').textContent()) ?? ''),
      )
      await panelOf('Network').getByRole('alert').waitFor()
      expect(await panelOf('Machine').getByRole('alert').count()).toBe(0)
      await picture(page, 'prometheus-away')
    })

    it('sees them recover when it is back', async () => {
      await prometheus.start()
      await until('no error any more', async () => (await page.getByRole('alert').count()) === 0, 60)
      await until('lines again', async () => (await summaryOf('CPU')).includes('idle'))
    })

    it('has a quiet console', () => {
      expect(errors).toEqual([])
    })
  },
)
