import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchOf } from '../bench/bench-of.ts'
import { programs } from '../support/abilities.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { bundleForPage } from '../support/page-script.ts'
import { runGraphs } from './expressions/graphs.ts'
import type { Bench } from './expressions/page.ts'

const seeds = Array.from({ length: 300 }, (_, i) => i + 1)

describe('graphs of random expressions', () => {
  it('are calculated for the most part, and never fail but with a code', () => {
    const results = runGraphs(seeds)
    const problems = results.flatMap((result) => result.problems)
    expect(problems.length).toBeLessThan(results.length * 2)
    expect(new Set(problems)).toEqual(new Set(['EXPRESSION_INPUT_FAILED', 'EXPRESSION_SERIES_NEEDED']))
  })

  it.skipIf(!programs.chromium)('make the same bytes in Node and in Chromium', async () => {
    const { script } = await bundleForPage(join(import.meta.dirname, 'expressions/page.ts'))
    const browser = await launchBrowser()
    try {
      const { page, errors } = await openPage(browser)
      await page.addScriptTag({ content: script })
      const there = await benchOf<Bench>(page)('runGraphs', seeds)
      const different = runGraphs(seeds).filter(({ digest }, i) => digest !== there[i]!.digest)
      expect(different.map(({ seed, expressions }) => ({ seed, expressions }))).toEqual([])
      expect(errors).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
