import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { removeFolder, signIn, startHost, temporaryFolder, type TestHost } from '../support/host.ts'
import { root } from '../support/packages.ts'
import { answers, freePort, start, until, type Running } from '../support/process.ts'

const EXAMPLE = join(root, 'docs/examples/fastapi')

/** The example as its page says it runs without Docker; only ports and the pace of scrapes are others. */
describe.skipIf(!programs.chromium || !programs.prometheus || !programs.fastapi)('a person with a FastAPI app', () => {
  const folder = temporaryFolder('fastapi')
  const running: Running[] = []
  let prometheus: string
  let host: TestHost
  let browser: Browser
  let page: Page
  let errors: string[]

  const edit = (file: string, changes: readonly (readonly [string, string])[]) => {
    const path = join(folder, file)
    const before = readFileSync(path, 'utf8')
    const after = changes.reduce((text, [from, to]) => text.replaceAll(from, to), before)
    expect(after).not.toBe(before)
    writeFileSync(path, after)
  }
  const ask = async (path: string) => (await (await fetch(`${prometheus}/api/v1/${path}`)).json()) as { data: unknown }
  const hasRate = async () => {
    const query = encodeURIComponent('sum by (path) (rate(request_count_total[5m])) > 0')
    const { data } = (await ask(`query?query=${query}`)) as { data: { result: unknown[] } }
    return data.result.length >= 3
  }

  beforeAll(async () => {
    const [appPort, prometheusPort] = [await freePort(), await freePort()]
    prometheus = `http://127.0.0.1:${prometheusPort}`
    cpSync(EXAMPLE, folder, { recursive: true })
    edit('prometheus.yml', [
      ['shop:8000', `127.0.0.1:${appPort}`],
      ['5s', '1s'],
    ])
    edit('provisioning/prometheus.yaml', [
      ['http://prometheus:9090', prometheus],
      ['5s', '1s'],
    ])
    const python = programs.fastapi!
    running.push(
      start(python, ['-m', 'uvicorn', 'app:app', '--port', String(appPort)], { cwd: folder }),
      start(python, ['traffic.py', `http://127.0.0.1:${appPort}`], { cwd: folder }),
      start(
        programs.prometheus!,
        [
          '--config.file=prometheus.yml',
          '--enable-feature=exemplar-storage',
          '--storage.tsdb.path=data',
          `--web.listen-address=127.0.0.1:${prometheusPort}`,
        ],
        { cwd: folder },
      ),
    )
    await answers(`${prometheus}/-/ready`)
    host = await startHost(['--data', join(folder, 'orrery'), '--provisioning', join(folder, 'provisioning')])
    const token = new URLSearchParams(new URL(host.setupUrl!).hash.slice(1)).get('token')!
    await signIn(host, { name: 'ada', password: 'correct horse', token })
    browser = await launchBrowser()
    ;({ page, errors } = await openPage(browser))
    await until('rates of three paths', hasRate, 60)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    await Promise.all(running.map((each) => each.stop('SIGKILL')))
    removeFolder(folder)
  })

  const panelOf = (title: string) => page.getByRole('region', { name: title, exact: true })
  const isReady = (title: string) =>
    until(`panel ${title}`, async () => (await panelOf(title).getAttribute('data-state')) === 'ready')
  /** Summaries are written when the page has time for it. */
  const isSummed = (title: string, words: RegExp) =>
    until(`${title}: ${words}`, async () => {
      const id = await panelOf(title).getAttribute('aria-describedby')
      return id !== null && words.test((await page.locator(`[id="${id}"]`).textContent()) ?? '')
    })

  it('has rules that Prometheus reads', async () => {
    const { data } = (await ask('rules')) as { data: { groups: { rules: { name: string; health: string }[] }[] } }
    expect(data.groups[0]!.rules.map(({ name }) => name)).toEqual([
      'path:request_count:rate5m',
      'ShopErrors',
      'ShopSlow',
      'ShopDown',
    ])
  })

  it('sees its dashboard with the data of the app', async () => {
    await page.goto(`${host.url}/sign-in?to=/d/shop`)
    await page.getByLabel('Name').fill('ada')
    await page.getByLabel('Password').fill('correct horse')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await isReady('Requests a second')
    await isSummed('Requests a second', /\/items\/\{item_id\}/)
    await isReady('Share of requests that failed')
    await isReady('95 of 100 are faster than')
    await isSummed('95 of 100 are faster than', /\d (ms|s)\b/)
    await isReady('Durations')
    await isReady('Alerts of Prometheus')
  })

  it('reads in its table which path is slowest', async () => {
    await isReady('Slowest paths')
    await panelOf('Slowest paths').scrollIntoViewIfNeeded()
    const cell = panelOf('Slowest paths').getByRole('gridcell').first()
    await until('the slowest path', async () => (await cell.textContent()) === '/checkout')
  })

  it('is offered more dashboards on the page of the data source, and adds one', async () => {
    await page.goto(`${host.url}/datasources/prometheus`)
    const offered = page.getByRole('region', { name: 'Dashboards for this data source' })
    await offered.getByRole('button', { name: 'Add HTTP service: rate, errors, duration' }).click()
    await offered.getByRole('link', { name: 'Open HTTP service: rate, errors, duration' }).click()
    await isReady('Requests by path')
    // Of node-exporter there is nothing here.
    expect(await page.getByText('Machines (node-exporter)').count()).toBe(0)
  })

  it('has a quiet console', () => {
    expect(errors).toEqual([])
  })
})
