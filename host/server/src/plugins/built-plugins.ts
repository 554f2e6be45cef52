import { createRequire } from 'node:module'
import type { PluginSource } from './installed.ts'
import { scan } from './scan.ts'
import { openServerDoor } from './server-door.ts'

const { version } = createRequire(import.meta.url)('@orrery/sdk/package.json') as { version: string }

/** Plugins as npm installs them: built, in package folders. */
export const createBuiltPlugins = (folders: readonly string[]): PluginSource => ({
  read: () => scan(folders, version),
  open: openServerDoor,
})
