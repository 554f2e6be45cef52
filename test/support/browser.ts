import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { programs } from './abilities.ts'
import { root } from './packages.ts'

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: programs.chromium!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A page that remembers what went wrong in it: console errors, warnings of the policy, exceptions. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options })
  page.setDefaultTimeout(10_000)
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return { page, errors }
}

/** Keeps a picture under test/artifacts when ORRERY_SCREENSHOTS is set. */
export async function picture(page: Page, name: string) {
  if (!process.env['ORRERY_SCREENSHOTS']) return
  const folder = join(root, 'test/artifacts')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
