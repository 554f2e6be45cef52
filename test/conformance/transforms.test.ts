import { join } from 'node:path'
import { builtInTransforms } from '@orrery/query'
import { beforeAll, describe, expect, it } from 'vitest'
import { benchOf } from '../bench/bench-of.ts'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import { runChains } from './transforms/chains.ts'
import type { Bench } from './transforms/page.ts'

const seeds = Array.from({ length: 200 }, (_, i) => i + 1)

describe('chains of random transformations', () => {
  let here: Awaited<ReturnType<typeof runChains>>
  beforeAll(async () => {
    here = await runChains(seeds)
  })

  it('reach every transformation, mostly with options that it takes', () => {
    const steps = here.flatMap((result) => result.steps)
    expect(new Set(steps.map(({ type }) => type))).toEqual(new Set(builtInTransforms.map(({ id }) => id)))
    expect(here.reduce((sum, { failed }) => sum + failed, 0)).toBeLessThan(steps.length / 5)
    // Options may be refused; code never throws on data.
    expect(here.flatMap(({ problems }) => problems.filter((problem) => problem.includes('failed')))).toEqual([])
  })

  it.skipIf(!programs.chromium)('make the same bytes in Node and in Chromium', async () => {
    const { script } = await bundleForPage(join(import.meta.dirname, 'transforms/page.ts'))
    const browser = await launchBrowser()
    try {
      const { page, errors } = await openPage(browser)
      await page.addScriptTag({ content: script })
      const there = await benchOf<Bench>(page)('runChains', seeds)
      const different = here.filter(({ digest }, i) => digest !== there[i]!.digest)
      expect(different.map(({ seed, steps }) => ({ seed, steps }))).toEqual([])
      expect(errors).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
