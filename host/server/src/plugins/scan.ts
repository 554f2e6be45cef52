import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { KernelError, parseManifest, sdkSatisfies } from '@orrery/kernel'
import { isCodedError } from '@orrery/schema'
import { PluginFileError } from './errors.ts'
import type { FolderProblem, InstalledPlugin, InstalledPlugins } from './installed.ts'

/**
 * Reads the manifests of plugin packages (`FOLDER/dist/manifest.json`), in the given order. Evaluates no plugin module. A
 * folder without a valid manifest, for another SDK, or with a plugin that is there already, becomes a problem.
 */
export async function scan(folders: readonly string[], sdkVersion: string): Promise<InstalledPlugins> {
  const plugins = new Map<string, InstalledPlugin>()
  const problems: FolderProblem[] = []
  const read = await Promise.all(folders.map((folder) => readPlugin(resolve(folder)).catch((error: unknown) => error)))
  for (const [index, found] of read.entries()) {
    const error = isPlugin(found) ? refuse(found, plugins, sdkVersion) : found
    if (error !== undefined) problems.push(toProblem(folders[index]!, error))
    else if (isPlugin(found)) plugins.set(found.manifest.id, found)
  }
  return { plugins: [...plugins.values()], problems }
}

function refuse({ manifest }: InstalledPlugin, plugins: ReadonlyMap<string, InstalledPlugin>, sdkVersion: string) {
  const { id: plugin, sdk: range } = manifest
  if (plugins.has(plugin)) return new KernelError('PLUGIN_DUPLICATE', { plugin })
  if (!sdkSatisfies(range, sdkVersion))
    return new KernelError('SDK_RANGE_UNSUPPORTED', { plugin, range, version: sdkVersion })
  return undefined
}

async function readPlugin(folder: string): Promise<InstalledPlugin> {
  const dist = join(folder, 'dist')
  const text = await readFile(join(dist, 'manifest.json'), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new PluginFileError('PLUGIN_FOLDER_UNREADABLE', { folder, reason: cause.code ?? cause.message }, { cause })
  })
  const manifest = parseManifest(parseJson(text, folder), join(dist, 'manifest.json'))
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { manifest, folder: dist, base: `/plugins/${manifest.id}/${digest}/` }
}

function parseJson(text: string, folder: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PluginFileError('PLUGIN_MANIFEST_NO_JSON', { folder, reason: (cause as SyntaxError).message }, { cause })
  }
}

const isPlugin = (found: unknown): found is InstalledPlugin => !(found instanceof Error)

const toProblem = (folder: string, error: unknown): FolderProblem => {
  // What has no code is a defect of the host, and must not hide among the problems of plugins.
  if (!isCodedError(error)) throw error
  return { folder, code: error.code, detail: error.message }
}
