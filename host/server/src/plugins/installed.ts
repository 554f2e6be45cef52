import type { DoorRef, Manifest } from '@orrery/kernel'

/** A plugin that the host may use. */
export interface InstalledPlugin {
  readonly manifest: Manifest
  /** The folder that the paths in the manifest start from. */
  readonly folder: string
  /** URL prefix of its files: a web door `./ui/X.js` is at `{base}ui/X.js`. It changes with any file, so below it nothing does. */
  readonly base: string
}

/** A folder that could not be used, and why. */
export interface FolderProblem {
  readonly folder: string
  readonly code: string
  readonly detail: string
}

export interface InstalledPlugins {
  readonly plugins: readonly InstalledPlugin[]
  readonly problems: readonly FolderProblem[]
}

/** Where the host's plugins come from: built packages, or their sources in development. */
export interface PluginSource {
  /** The plugins as they are now. Evaluates no code of theirs; a broken one is a problem and never an exception. */
  readonly read: () => Promise<InstalledPlugins>
  /** The default export of the module behind a server or shared door. */
  readonly open: (plugin: InstalledPlugin, door: DoorRef) => Promise<unknown>
}
