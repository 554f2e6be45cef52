import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../support/packages.ts'

const pages = [
  'README.md',
  'AGENTS.md',
  'CONTRIBUTING.md',
  ...globSync('docs/**/*.md', { cwd: root, exclude: (name) => name === 'node_modules' }),
].filter((page) => existsSync(join(root, page)))

/** What a page links to or shows in this repository, without the place in the file. */
const targetsOf = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)|(?:src|srcset|href)="([^"]+)"/g)]
    .map(([, link, attribute]) => (link ?? attribute)!.replace(/[#?].*/, ''))
    .filter((target) => target !== '' && !target.startsWith('/') && !/^[a-z]+:/.test(target))

it.each(pages)('%s links to files that are there', (page) => {
  const missing = targetsOf(readFileSync(join(root, page), 'utf8')).filter(
    (target) => !existsSync(join(root, dirname(page), target)),
  )
  expect(missing).toEqual([])
})
