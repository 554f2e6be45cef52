import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const versionIn = (file: string | URL) => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version

export const hostVersion = versionIn(new URL('../package.json', import.meta.url))

/** Of the SDK that this host gives to plugins. */
export const sdkVersion = versionIn(require.resolve('@orrery/sdk/package.json'))
