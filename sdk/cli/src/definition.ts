import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Side } from '@orrery/kernel'
import { defaultServerConditions } from 'vite'
import { bundle } from './bundle.ts'
import { closeDoors } from './closed-doors.ts'
import { PluginBuildError } from './errors.ts'
import { readPackage, type PluginPackage } from './package.ts'
import { toPlainData, type ReplaceDoor } from './plain-data.ts'

/** The module behind each door -> the side that the definition gave it. */
export type Doors = ReadonlyMap<string, Side>

/** A definition, read by value. */
export interface ReadDefinition {
  readonly package: PluginPackage
  /** The definition as data; where a door stood is `{ $door, file }`: see {@link placeDoors}. */
  readonly data: Readonly<Record<string, unknown>>
  readonly doors: Doors
}

interface FoundDoor {
  readonly $door: Side
  readonly file: string
}

/**
 * Evaluates `src/index.ts` of a plugin with each `import()` replaced by the path it names, and walks the value. So it is
 * known which file is behind which door, and no file behind a door is loaded.
 */
export async function readDefinition(folder: string): Promise<ReadDefinition> {
  const plugin = await readPackage(folder)
  const { root } = plugin
  const definition = await evaluate(root, await bundleDefinition(root))
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition))
    throw new PluginBuildError('PLUGIN_BUILD_DEFINITION_MISSING', { file: `${root}/src/index.ts` })

  const doors = new Map<string, Side>()
  const record: ReplaceDoor = async ({ $door, open }, at): Promise<FoundDoor> => {
    const file = await open().then(
      (module) => (module as { $file?: string }).$file,
      () => undefined,
    )
    if (!file?.startsWith(`${root}/src/`)) throw new PluginBuildError('PLUGIN_BUILD_DOOR_PATH', { at })
    const other = doors.get(file)
    if (other && other !== $door)
      throw new PluginBuildError('PLUGIN_BUILD_DOOR_SIDES', {
        at,
        file: posix.relative(root, file),
        sides: [other, $door],
      })
    doors.set(file, $door)
    return { $door, file }
  }
  const data = (await toPlainData(definition, 'plugin', record)) as Record<string, unknown>
  return { package: plugin, data, doors }
}

/** The data of a definition with each door replaced by `place(side, file)`; `file` is an absolute path. */
export function placeDoors(
  data: ReadDefinition['data'],
  place: (side: Side, file: string) => unknown,
): Record<string, unknown> {
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(walk)
    if ('$door' in value && 'file' in value) return place(value.$door as Side, value.file as string)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]))
  }
  return walk(data) as Record<string, unknown>
}

async function bundleDefinition(root: string): Promise<string> {
  const [entry] = await bundle('the definition', {
    root,
    ssr: { noExternal: true, resolve: { conditions: ['orrery-source', ...defaultServerConditions] } },
    plugins: [
      closeDoors(root, { isClosed: () => true, code: (file) => `export const $file = ${JSON.stringify(file)}` }),
    ],
    build: {
      ssr: true,
      write: false,
      minify: false,
      rolldownOptions: { cwd: root, input: `${root}/src/index.ts`, output: { codeSplitting: false } },
    },
  })
  // The first file of an output is its entry.
  return (entry as { code: string }).code
}

async function evaluate(root: string, code: string): Promise<unknown> {
  // A file, and not a data: URL, because bundled CommonJS asks for createRequire(import.meta.url).
  const file = `${root}/node_modules/.orrery/definition-${randomUUID()}.mjs`
  await mkdir(posix.dirname(file), { recursive: true })
  await writeFile(file, code)
  try {
    return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PluginBuildError('PLUGIN_BUILD_DEFINITION_FAILED', { file: `${root}/src/index.ts`, reason }, { cause })
  } finally {
    await rm(file)
  }
}
