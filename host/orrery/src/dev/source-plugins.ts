import { placeDoors, readDefinition } from '@orrery/cli'
import { isCodedError } from '@orrery/sdk'
import type { InstalledPlugin, InstalledPlugins } from '@orrery/server'

type Read = { readonly plugin: InstalledPlugin } | { readonly problem: InstalledPlugins['problems'][number] }

/** Plugins read from their sources: the manifests that a build would write, but doors are source files. */
export interface SourcePlugins {
  readonly read: () => Promise<InstalledPlugins>
  /** Reads the definition in this folder anew at the next `read`. */
  readonly forget: (root: string) => void
}

export function createSourcePlugins(roots: readonly string[]): SourcePlugins {
  const known = new Map<string, Promise<Read>>()
  const readOnce = (root: string) => {
    const reading = known.get(root) ?? readSource(root)
    known.set(root, reading)
    return reading
  }
  return {
    read: async () => {
      const all = await Promise.all(roots.map(readOnce))
      return {
        plugins: all.flatMap((read) => ('plugin' in read ? [read.plugin] : [])),
        problems: all.flatMap((read) => ('problem' in read ? [read.problem] : [])),
      }
    },
    forget: (root) => void known.delete(root),
  }
}

async function readSource(folder: string): Promise<Read> {
  try {
    const { package: plugin, data } = await readDefinition(folder)
    const { root, id, version, sdk } = plugin
    const placed = placeDoors(data, ($door, file) => {
      const path = `.${file.slice(root.length)}`
      return $door === 'shared' ? { $door, server: path, web: path } : { $door, path }
    })
    // A definition's shape is checked where plugins are made: by the compiler, and by the build.
    const manifest = { manifest: 1, id, version, sdk, ...placed, files: {} } as unknown as InstalledPlugin['manifest']
    return { plugin: { manifest, folder: root, base: `/@fs${root.startsWith('/') ? '' : '/'}${root}/` } }
  } catch (error) {
    if (!isCodedError(error)) throw error
    return { problem: { folder, code: error.code, detail: error.message } }
  }
}
