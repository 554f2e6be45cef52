import { expect, it } from 'vitest'

import readme from '../README.md?raw'

// The example is type-checked with this package; the README must show exactly that.
it.each([
  ['src/options.ts', () => import('../example/src/options.ts?raw')],
  ['src/index.ts', () => import('../example/src/index.ts?raw')],
  ['src/server/connect.ts', () => import('../example/src/server/connect.ts?raw')],
  ['src/summary.ts', () => import('../example/src/summary.ts?raw')],
  ['src/ui/big-panel.ts', () => import('../example/src/ui/big-panel.ts?raw')],
])('quotes %s as it is checked', async (path, read) => {
  const { default: source } = await read()
  expect(readme).toContain(`\`${path}\`\n\n\`\`\`ts\n${source}\`\`\`\n`)
})
