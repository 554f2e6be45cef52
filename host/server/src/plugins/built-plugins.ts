import type { PluginSource } from './installed.ts'
import { scan } from './scan.ts'
import { openServerDoor } from './server-door.ts'

/** Plugins as npm installs them: built, in package folders. */
export const createBuiltPlugins = (folders: readonly string[]): PluginSource => ({
  read: async () => scan(folders),
  open: openServerDoor,
})
