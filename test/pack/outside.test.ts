import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, tokenOf, type TestHost } from '../support/host.ts'
import { datasource, nodeDashboard, provisioningFolder } from '../support/node-dashboard.ts'
import { installOutside, packAll } from '../support/pack.ts'
import { until } from '../support/process.ts'
import { startPrometheus, type TestPrometheus } from '../support/prometheus.ts'

/** The packed packages, installed where nothing of this repository is found. */
describe('packages from tarballs', () => {
  let outside: string
  let host: TestHost
  const serve = (args: readonly string[]) =>
    startHost(args, { bin: join(outside, 'node_modules/@orrery/host/bin/orrery.js'), cwd: outside })

  beforeAll(async () => {
    outside = await installOutside(await packAll())
  }, 300_000)
  afterAll(() => rmSync(outside, { recursive: true, force: true }))

  it('list the same plugins, without a problem', async () => {
    host = await serve(['--demo'])
    const answer = await fetch(`${host.url}/api/v1/plugins`)
    const list = (await answer.json()) as { plugins: { id: string }[]; problems: unknown[] }
    await host.stop()
    expect(list.problems).toEqual([])
    expect(list.plugins.map(({ id }) => id).sort()).toEqual([
      '@orrery/app-welcome',
      '@orrery/datasource-host',
      '@orrery/datasource-prometheus',
      '@orrery/datasource-testdata',
      '@orrery/panel-barchart',
      '@orrery/panel-bargauge',
      '@orrery/panel-gauge',
      '@orrery/panel-heatmap',
      '@orrery/panel-stat',
      '@orrery/panel-table',
      '@orrery/panel-text',
      '@orrery/panel-timeseries',
      '@orrery/transform-sql',
    ])
  })

  describe.skipIf(!programs.chromium || !programs.prometheus || !programs['node-exporter'])(
    'with a real Prometheus',
    () => {
      let prometheus: TestPrometheus
      beforeAll(async () => {
        prometheus = await startPrometheus()
      })
      afterAll(() => prometheus.remove())

      it('show the same dashboard', async () => {
        const provisioning = provisioningFolder(
          datasource('machine', 'host', {}),
          datasource('prometheus', 'prometheus', prometheus.options),
          nodeDashboard,
        )
        host = await serve(['--data', join(outside, 'data'), '--provisioning', provisioning])
        const browser = await launchBrowser()
        try {
          const { page, errors } = await openPage(browser)
          const headers = { 'orrery-request': '1', origin: host.url }
          const data = { token: tokenOf(host.setupUrl!), name: 'ada', password: 'correct horse' }
          expect((await page.request.post(`${host.url}/api/v1/setup`, { headers, data })).ok()).toBe(true)
          await page.goto(`${host.url}/d/node`)
          const summaryOf = (title: string) =>
            page.getByRole('region', { name: title }).getByRole('application').getAttribute('aria-label')
          await until('the lines of CPU', async () => (await summaryOf('CPU'))?.includes('idle'))
          await until('the lines of Machine', async () => (await summaryOf('Machine'))?.includes('busy'))
          expect(errors).toEqual([])
        } finally {
          await browser.close()
          await host.stop()
          rmSync(provisioning, { recursive: true, force: true })
        }
      })
    },
  )
})
