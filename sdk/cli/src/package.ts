import { readFile, realpath } from 'node:fs/promises'
import { Type, validate } from '@orrery/schema'
import { normalizePath } from 'vite'
import { PluginBuildError } from './errors.ts'

/** What the build takes from a plugin's package.json. */
export interface PluginPackage {
  /** Real path of the plugin's folder, with forward slashes, as in Vite's module ids. */
  readonly root: string
  readonly id: string
  readonly version: string
  /** The versions of `@orrery/sdk` that the plugin works with: `orrery.sdk`. */
  readonly sdk: string
  /** Names of npm packages that are installed beside the plugin, and not bundled into its server side. */
  readonly dependencies: readonly string[]
}

const PackageJson = Type.Object({
  name: Type.String({ minLength: 1 }),
  version: Type.String({ minLength: 1 }),
  orrery: Type.Object({ sdk: Type.String({ minLength: 1 }) }),
  dependencies: Type.Optional(Type.Record(Type.String(), Type.String())),
})

/** Reads package.json; PLUGIN_BUILD_PACKAGE_INVALID when it is missing, or lacks what a plugin must say. */
export async function readPackage(folder: string): Promise<PluginPackage> {
  const file = `${folder}/package.json`
  const invalid = (reason: string, cause?: unknown) =>
    new PluginBuildError('PLUGIN_BUILD_PACKAGE_INVALID', { file, reason }, { cause })
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw invalid('cannot be read. Run the command in the folder of a plugin, or name it with --root.', cause)
  })
  const result = validate(
    PackageJson,
    parseJson(text, (cause) => invalid(`is no JSON: ${String(cause)}`, cause)),
  )
  if (!result.ok) throw invalid(result.problems.map(({ path, message }) => `${path || 'it'} ${message}`).join('; '))
  const { name, version, orrery, dependencies = {} } = result.value
  const root = normalizePath(await realpath(folder))
  return { root, id: name, version, sdk: orrery.sdk, dependencies: Object.keys(dependencies) }
}

function parseJson(text: string, invalid: (cause: unknown) => Error): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid(cause)
  }
}
