import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'
import { installOutside, packAll } from '../support/pack.ts'
import { root } from '../support/packages.ts'
import { until } from '../support/process.ts'

const run = promisify(execFile)
const EXAMPLE = join(root, 'docs/examples/own-app')
const SHIPPED = ['@orrery/panel-stat', '@orrery/panel-timeseries']

/** The example of a team's own app, with the packed packages, where nothing of this repository is found. */
describe('an app of a team', () => {
  let folder: string
  let bin: string
  const orrery = (...args: readonly string[]) => run(process.execPath, [bin, ...args], { cwd: folder })

  beforeAll(async () => {
    folder = await installOutside(await packAll(), EXAMPLE)
    bin = join(folder, 'node_modules/@orrery/host/bin/orrery.js')
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('needs its plugin built, and says so', async () => {
    const failed = await orrery('config', 'check').catch((error: { code: number; stdout: string }) => error)
    expect(failed).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /error: plugins: .*datasource-fleet has no readable dist\/manifest\.json/,
      ) as string,
    })
  })

  it('is built and checked', async () => {
    await run('npm', ['run', 'build'], { cwd: folder, shell: process.platform === 'win32' })
    const { stdout } = await orrery('config', 'check', '-o', 'json')
    const { file, problems, settings } = JSON.parse(stdout) as {
      file: string
      problems: unknown[]
      settings: { name: string; value?: unknown; from: string }[]
    }
    expect([problems, settings.find(({ name }) => name === 'name')]).toEqual([
      [],
      { name: 'name', value: 'Fleet watch', from: file },
    ])
  })

  it('does not load the server to explain itself', async () => {
    const { stdout } = await run(
      process.execPath,
      ['--input-type=module', '--eval', `${LOADED}; await import('@orrery/host'); console.log(JSON.stringify(loaded))`],
      { cwd: folder },
    )
    const loaded = (JSON.parse(stdout) as string[]).map((url) => url.split('/@orrery/host/')[1] ?? url)
    expect(loaded.sort()).toEqual(['dist/create-host.js', 'dist/define-config.js', 'dist/index.js'])
  })

  describe.skipIf(!programs.chromium)('in a browser', () => {
    let host: TestHost
    beforeAll(async () => {
      host = await startHost([], { bin, cwd: folder })
    })
    afterAll(() => host.stop())

    it('has its own name, logo, colours, home page, plugins and data, also for whoever is not signed in', async () => {
      const list = (await (await fetch(`${host.url}/api/v1/plugins`)).json()) as { plugins: { id: string }[] }
      expect(list.plugins.map(({ id }) => id).sort()).toEqual(['@fleet-watch/datasource-fleet', ...SHIPPED])
      const browser = await launchBrowser()
      try {
        const { page, errors } = await openPage(browser)
        await page.goto(host.url)
        const chart = page.getByRole('region', { name: 'Speed' }).getByRole('application')
        await until('the vans', async () => (await chart.getAttribute('aria-label'))?.includes('van-3'))
        expect([new URL(page.url()).pathname, await page.title()]).toEqual([
          '/d/fleet',
          'The fleet today · Fleet watch',
        ])
        const logo = page.locator('nav img')
        expect(await logo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true)
        const accent = () =>
          page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--o-accent'))
        expect(await accent()).toBe('#5ad1b3')
        expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/brand/logo')
        await page.getByRole('link', { name: 'Dashboards' }).first().click()
        await page.getByRole('link', { name: 'The fleet today' }).waitFor()
        expect(await page.content()).not.toContain('Orrery')
        await page.getByRole('button', { name: 'Anonymous' }).click()
        await page.getByRole('menuitem', { name: 'Sign in' }).click()
        await page.getByRole('textbox', { name: /^Name/ }).waitFor()
        expect(await page.getByRole('main').textContent()).toContain('Fleet watch')
        expect([await page.title(), errors]).toEqual(['Sign in · Fleet watch', []])
      } finally {
        await browser.close()
      }
    })
  })
})

/** Notes every module that is loaded. */
const LOADED = `
  import { registerHooks } from 'node:module'
  const loaded = []
  registerHooks({ load: (url, context, next) => (url.startsWith('file:') && loaded.push(url), next(url, context)) })`
