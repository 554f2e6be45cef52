import type { QueryBatch } from '@orrery/api'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { startHost, type TestHost } from '../support/host.ts'
import { freePort, until } from '../support/process.ts'
import { startRelay, type Relay } from '../support/relay.ts'

describe.skipIf(!programs.chromium)('a live dashboard', () => {
  let browser: Browser
  let host: TestHost
  let relay: Relay
  let page: Page
  let port: number
  const batches: QueryBatch[] = []
  const start = () => startHost(['--demo', '--port', String(port)])

  const summary = (panel = 'loop') =>
    page.evaluate((id) => {
      const described = document.querySelector(`[data-panel="${id}"]`)?.getAttribute('aria-describedby')
      return described ? document.getElementById(described)?.textContent : undefined
    }, panel)
  const streams = async () => {
    const metrics = await (await fetch(`${host.url}/metrics`)).text()
    return Number(/^orrery_live_streams (\d+)$/m.exec(metrics)?.[1])
  }
  const problems = () => page.locator('[data-state=error]').count()
  /** The panel says something else so many times. */
  const moves = async (times: number, panel?: string) => {
    for (let i = 0; i < times; i++) {
      const before = await until('a summary', () => summary(panel))
      await until('another summary', async () => (await summary(panel)) !== before)
    }
  }

  beforeAll(async () => {
    port = await freePort()
    host = await start()
    relay = await startRelay(host.url)
    browser = await launchBrowser()
    ;({ page } = await openPage(browser))
    page.on('request', (request) => {
      if (request.url().endsWith('/query')) batches.push(request.postDataJSON() as QueryBatch)
    })
    await page.goto(`${relay.url}/d/orrery?refresh=off`)
    await page.locator('[data-panel=loop][data-state=ready] canvas').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    relay?.stop()
    await host?.stop()
  })

  it('is turned on where refreshing is chosen, and the address keeps it', async () => {
    await page.getByTitle('Refresh by itself').click()
    await page.getByRole('menuitem', { name: 'Live' }).click()
    await page.waitForURL(/refresh=live/)
    await until('a live batch', () => batches.at(-1)?.live)
    await moves(1)
  })

  it('moves on by itself, without a question more', async () => {
    const count = batches.length
    await moves(4)
    expect(batches).toHaveLength(count)
    expect(await problems()).toBe(0)
  })

  it('goes on from where it was when the connection is cut', async () => {
    const count = batches.length
    relay.cut()
    await until('a question', () => batches.length > count)
    expect(batches[count]!.items.every((item) => item.type === 'panel' && item.since !== undefined)).toBe(true)
    await moves(2)
    expect(await problems()).toBe(0)
  })

  it('goes on when the host was started anew', async () => {
    await host.stop()
    await until('a problem', problems)
    host = await start()
    await until('no problem', async () => (await problems()) === 0)
    await moves(2)
  })

  it('follows nothing for panels that are not on the screen', async () => {
    await page.setViewportSize({ width: 1440, height: 300 })
    const live = () => batches.at(-1)!.items.map(({ id }) => id)
    await until('fewer panels', () => !live().includes('loop'))
    await moves(1, 'loop-now')
    await page.setViewportSize({ width: 1440, height: 900 })
    await until('the panel is asked for', () => live().includes('loop'))
    await moves(2)
  })

  it('ends when another way to refresh is chosen', async () => {
    expect(await streams()).toBeGreaterThan(0)
    await page.getByTitle('Refresh by itself').click()
    await page.getByRole('menuitem', { name: 'Off' }).click()
    await until('a question', () => batches.at(-1)!.live === undefined)
    await until('no stream', async () => (await streams()) === 0)
  })

  it('offers live only for ranges that end now', async () => {
    await page.goto(`${relay.url}/d/orrery?refresh=live&from=1700000000000&to=1700000060000`)
    await page.locator('[data-panel=loop]').waitFor()
    await page.getByTitle('Refresh by itself').click()
    expect(await page.getByRole('menuitem').allTextContents()).not.toContain('Live')
  })
})
