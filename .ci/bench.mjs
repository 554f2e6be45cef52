// Figures, as ratios to a floor of the same run. Names of benches choose some; --write keeps them in docs/reference.
import { join } from 'node:path'
import { must, root, TURBO } from './run-step.mjs'

await must(TURBO, ['run', 'build', '--filter=@orrery/host', '--output-logs=errors-only', '--log-order=grouped'])
await must(join(root, 'test/bench/main.ts'), process.argv.slice(2), { nodeArgs: ['--conditions=orrery-source'] })
