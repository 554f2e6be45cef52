import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** By name, because this module may be part of a bundle in another package. */
const versionOf = (name: string) =>
  (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version

export const hostVersion = versionOf('@orrery/server')

/** Of the SDK that this host gives to plugins. */
export const sdkVersion = versionOf('@orrery/sdk')
