import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseManifest } from '@orrery/kernel'
import { isCodedError } from '@orrery/schema'
import { PluginFileError } from './errors.ts'
import type { FolderProblem, InstalledPlugin, InstalledPlugins } from './installed.ts'

/**
 * Reads the manifests of plugin packages (`FOLDER/dist/manifest.json`), in the given order. Evaluates no plugin module. A
 * folder without a valid manifest becomes a problem.
 */
export function scan(folders: readonly string[]): InstalledPlugins {
  const plugins: InstalledPlugin[] = []
  const problems: FolderProblem[] = []
  for (const folder of folders) {
    const found = readOrProblem(resolve(folder))
    if ('manifest' in found) plugins.push(found)
    else problems.push(found)
  }
  return { plugins, problems }
}

function readOrProblem(folder: string): InstalledPlugin | FolderProblem {
  try {
    return readPlugin(folder)
  } catch (error) {
    // What has no code is a defect of the host, and must not hide among the problems of plugins.
    if (!isCodedError(error)) throw error
    return { folder, code: error.code, detail: error.message }
  }
}

function readPlugin(folder: string): InstalledPlugin {
  const dist = join(folder, 'dist')
  const text = readText(join(dist, 'manifest.json'), folder)
  const manifest = parseManifest(parseJson(text, folder), join(dist, 'manifest.json'))
  const digest = hash('sha256', text, 'hex').slice(0, 16)
  return { manifest, folder: dist, base: `/plugins/${manifest.id}/${digest}/` }
}

/** At once, because a host reads hundreds of these small files at its start, and each costs four turns of a thread otherwise. */
function readText(file: string, folder: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    throw new PluginFileError('PLUGIN_FOLDER_UNREADABLE', { folder, reason: code ?? message }, { cause })
  }
}

function parseJson(text: string, folder: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PluginFileError('PLUGIN_MANIFEST_NO_JSON', { folder, reason: (cause as SyntaxError).message }, { cause })
  }
}
