import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseManifest } from '@orrery/kernel'
import { isCodedError } from '@orrery/schema'
import { PluginFileError } from './errors.ts'
import type { FolderProblem, InstalledPlugin, InstalledPlugins } from './installed.ts'

/**
 * Reads the manifests of plugin packages (`FOLDER/dist/manifest.json`), in the given order. Evaluates no plugin module. A
 * folder without a valid manifest becomes a problem.
 */
export async function scan(folders: readonly string[]): Promise<InstalledPlugins> {
  const plugins: InstalledPlugin[] = []
  const problems: FolderProblem[] = []
  for (const found of await Promise.all(folders.map((folder) => readOrProblem(resolve(folder)))))
    if ('manifest' in found) plugins.push(found)
    else problems.push(found)
  return { plugins, problems }
}

async function readOrProblem(folder: string): Promise<InstalledPlugin | FolderProblem> {
  try {
    return await readPlugin(folder)
  } catch (error) {
    // What has no code is a defect of the host, and must not hide among the problems of plugins.
    if (!isCodedError(error)) throw error
    return { folder, code: error.code, detail: error.message }
  }
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
