// The host with hot reload of itself, the SDK and the first-party plugins, all from source.
import { join } from 'node:path'
import { must, root } from './run-step.mjs'

await must(join(root, 'host/orrery/src/dev/main.ts'), process.argv.slice(2), {
  nodeArgs: [
    '--conditions=orrery-source',
    // What only the host loads restarts it; interface and plugins are hot.
    ...['core', 'sdk/plugin/src', 'host/server/src', 'host/api/src'].map((path) => `--watch-path=${path}`),
    '--watch-preserve-output',
  ],
})
