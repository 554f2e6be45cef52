// Generates docs/reference from the code and builds the documentation site into docs/.vitepress/dist.
import { join } from 'node:path'
import { bin, must, root } from './run-step.mjs'

await must(join(root, 'docs/generate/main.ts'), [], { nodeArgs: ['--conditions=orrery-source'] })
if (!process.argv.includes('--reference-only')) await must(bin('vitepress/bin/vitepress.js'), ['build', 'docs'])
