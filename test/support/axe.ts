import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

interface Axe {
  readonly run: (options: {
    readonly resultTypes: readonly string[]
  }) => Promise<{ violations: { id: string; impact: string | null; nodes: { target: unknown }[] }[] }>
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What keeps people from using the page as it is now: rules that are broken, with where. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // Evaluated by the driver, which the policy of the page does not bind.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    // Places of all that is fine would take most of the time.
    (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`)
}
