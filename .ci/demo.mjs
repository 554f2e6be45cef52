// Builds what the host needs and starts it on embedded defaults with live data. Nothing is kept.
import { join } from 'node:path'
import { must, root, TURBO } from './run-step.mjs'

await must(TURBO, ['run', 'build', '--filter=@orrery/host', '--output-logs=errors-only', '--log-order=grouped'])
await must(join(root, 'host/orrery/bin/orrery.js'), ['serve', '--demo', ...process.argv.slice(2)])
