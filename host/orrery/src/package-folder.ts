import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const require = createRequire(import.meta.url)

/** The folder of this package, or of one that it depends on. By name, because the command is bundled. */
export const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`))
