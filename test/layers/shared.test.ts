import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import web from '../../host/web/vite.config.ts'
import { SHARED_IN_BROWSER } from '../../sdk/cli/src/side.ts'
import { root } from '../support/packages.ts'

const { include = [], exclude = [] } = web.optimizeDeps ?? {}
const given = [...include, ...exclude]

it('gives plugins from the host what their builder leaves to it', () => {
  expect(given.filter((name) => !SHARED_IN_BROWSER.some((pattern) => pattern.test(name)))).toEqual([])
  const { dependencies } = JSON.parse(readFileSync(join(root, 'sdk/ui/package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  // An editor of two copies of these does not work.
  const parts = Object.keys(dependencies).filter((name) => /^@(codemirror|lezer)\//.test(name))
  expect(parts.length).toBeGreaterThan(5)
  expect(parts.filter((name) => !given.includes(name))).toEqual([])
})
