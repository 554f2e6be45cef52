import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../support/packages.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

// The example is type-checked with the SDK; the guide for authors must show exactly that.
it.each(['src/share/index.ts', 'src/share/options.ts', 'src/share/apply.ts'])(
  'the guide for authors of transformations quotes %s as it is checked',
  (path) => {
    const source = read(`sdk/plugin/example/${path}`)
    expect(read('docs/plugins/transformations.md')).toContain(`\`${path}\`\n\n\`\`\`ts\n${source}\`\`\`\n`)
  },
)
