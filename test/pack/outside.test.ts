import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'
import { installOutside, packAll } from '../support/pack.ts'
import { until } from '../support/process.ts'

/** The packed packages, installed where nothing of this repository is found. */
describe('packages from tarballs', () => {
  let folder: string
  let host: TestHost

  beforeAll(async () => {
    folder = await installOutside(await packAll())
    host = await startHost(['--demo'], { bin: join(folder, 'node_modules/@orrery/host/bin/orrery.js'), cwd: folder })
  }, 300_000)
  afterAll(async () => {
    await host?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('list the same plugins, without a problem', async () => {
    const list = (await (await fetch(`${host.url}/api/v1/plugins`)).json()) as {
      plugins: { id: string }[]
      problems: unknown[]
    }
    expect(list.problems).toEqual([])
    expect(list.plugins.map(({ id }) => id).sort()).toEqual([
      '@orrery/app-welcome',
      '@orrery/datasource-host',
      '@orrery/datasource-prometheus',
      '@orrery/panel-stat',
      '@orrery/panel-table',
      '@orrery/panel-timeseries',
    ])
  })

  it.skipIf(!programs.chromium)('show the same dashboard', async () => {
    const browser = await launchBrowser()
    try {
      const { page, errors } = await openPage(browser)
      await page.goto(`${host.url}/d/machine`)
      const chart = page.getByRole('region', { name: 'CPU by mode' }).getByRole('application')
      await until('the lines of CPU', async () => ((await chart.getAttribute('aria-label')) ?? '').includes('user'))
      expect(errors).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
