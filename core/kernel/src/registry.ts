import { KernelError } from './errors.ts'
import type { Manifest, ManifestContribution } from './manifest.ts'

/** What the enabled plugins contribute, by kind and id. */
export interface Registry {
  /** Adds all contributions of a plugin, or none: throws PLUGIN_DUPLICATE or CONTRIBUTION_DUPLICATE. */
  readonly add: (manifest: Manifest) => void
  /** Removes a plugin's contributions; an unknown plugin is none. */
  readonly remove: (plugin: string) => void
  /** The contributions of a kind, in the order in which their plugins were added. */
  readonly list: (kind: string) => readonly ManifestContribution[]
  readonly find: (kind: string, id: string) => ManifestContribution | undefined
  /** Throws CONTRIBUTION_MISSING. */
  readonly get: (kind: string, id: string) => ManifestContribution
  /** Id of the plugin that contributes it; throws CONTRIBUTION_MISSING. */
  readonly pluginOf: (kind: string, id: string) => string
  /** Manifests of the enabled plugins, in the order in which they were added. */
  readonly plugins: () => readonly Manifest[]
}

interface Entry {
  readonly plugin: string
  readonly contribution: ManifestContribution
}

// Neither kind nor id can hold a slash.
const keyOf = (kind: string, id: string) => `${kind}/${id}`

export const createRegistry = (): Registry => {
  const plugins = new Map<string, Manifest>()
  const entries = new Map<string, Entry>()

  const entryOf = (kind: string, id: string) => {
    const entry = entries.get(keyOf(kind, id))
    if (!entry) throw new KernelError('CONTRIBUTION_MISSING', { kind, id })
    return entry
  }

  return {
    add(manifest) {
      const plugin = manifest.id
      if (plugins.has(plugin)) throw new KernelError('PLUGIN_DUPLICATE', { plugin })
      for (const { kind, id } of manifest.contributes) {
        const other = entries.get(keyOf(kind, id))?.plugin
        if (other !== undefined) throw new KernelError('CONTRIBUTION_DUPLICATE', { kind, id, plugin, other })
      }
      plugins.set(plugin, manifest)
      for (const contribution of manifest.contributes)
        entries.set(keyOf(contribution.kind, contribution.id), { plugin, contribution })
    },
    remove(plugin) {
      for (const { kind, id } of plugins.get(plugin)?.contributes ?? []) entries.delete(keyOf(kind, id))
      plugins.delete(plugin)
    },
    list: (kind) =>
      [...entries.values()].flatMap(({ contribution }) => (contribution.kind === kind ? [contribution] : [])),
    find: (kind, id) => entries.get(keyOf(kind, id))?.contribution,
    get: (kind, id) => entryOf(kind, id).contribution,
    pluginOf: (kind, id) => entryOf(kind, id).plugin,
    plugins: () => [...plugins.values()],
  }
}
