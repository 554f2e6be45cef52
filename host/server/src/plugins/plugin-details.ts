import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { can, type Subject } from '@orrery/access'
import type { PluginDetails } from '@orrery/api'
import { Type, validate } from '@orrery/schema'
import { PluginFileError } from './errors.ts'
import type { InstalledPlugin } from './installed.ts'

/** What is read of the package that a plugin came in. */
const Package = Type.Object({ license: Type.Optional(Type.String()), homepage: Type.Optional(Type.String()) })

/** A package that cannot be read states nothing. */
async function readPackage(folder: string) {
  const text = await readFile(join(folder, '..', 'package.json'), 'utf8').catch(() => '{}')
  try {
    const found = validate(Package, JSON.parse(text))
    return found.ok ? found.value : {}
  } catch {
    return {}
  }
}

const isWebAddress = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '')

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  )

/** The body of `GET /api/v1/plugins/{id}`; PLUGIN_NOT_FOUND. */
export async function pluginDetails(
  plugins: readonly InstalledPlugin[],
  id: string,
  subject: Subject,
): Promise<PluginDetails> {
  const plugin = plugins.find(({ manifest }) => manifest.id === id)
  if (!plugin) throw new PluginFileError('PLUGIN_NOT_FOUND', { id })
  const { manifest, folder } = plugin
  const { license, homepage } = await readPackage(folder)
  const files = await Promise.all(
    Object.keys(manifest.files)
      .sort()
      .map(async (path) => {
        const bytes = await sizeOf(join(folder, path))
        return { path, ...(bytes !== undefined && { bytes }) }
      }),
  )
  return {
    sdk: manifest.sdk,
    ...(can(subject, 'host:read') && { folder }),
    ...(license !== undefined && { license }),
    ...(homepage !== undefined && isWebAddress(homepage) && { homepage }),
    startsWithHost: manifest.setup?.atStart === true,
    files,
  }
}
