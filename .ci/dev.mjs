// The host with hot reload of itself, the SDK and the first-party plugins, all from source.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { must, root } from './run-step.mjs'

// What only the host loads restarts it; interface and plugins are hot.
const watched = [
  ...readdirSync(join(root, 'core')).map((name) => `core/${name}/src`),
  'sdk/plugin/src',
  'sdk/cli/src',
  'host/api/src',
  'host/server/src',
  'host/orrery/src',
]

await must(join(root, 'host/orrery/src/dev/main.ts'), process.argv.slice(2), {
  nodeArgs: ['--conditions=orrery-source', ...watched.map((path) => `--watch-path=${path}`), '--watch-preserve-output'],
})
