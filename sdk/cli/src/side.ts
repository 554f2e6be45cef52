import { posix } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defaultClientConditions, defaultServerConditions, type InlineConfig, type Plugin } from 'vite'
import { bundle, type BundledFile } from './bundle.ts'
import { closeDoors } from './closed-doors.ts'
import { cssLayer } from './css-layer.ts'
import type { ReadDefinition } from './definition.ts'
import { FOLDERS, guardSide, type BuiltSide } from './guard.ts'

/** What the browser gets from the host through the import map. */
export const SHARED_IN_BROWSER = [
  /^(vue|@orrery\/(sdk|ui)(\/.*)?)$/,
  // An editor of two copies of these does not work.
  /^@codemirror\/(state|view|language|autocomplete|lint|commands|search)$/,
  /^@lezer\/(common|highlight|lr)$/,
]

/** The files of one built side, by their path from `dist`: `./server/connect-HASH.js`; and which file is behind each door. */
export interface BuiltFiles {
  readonly files: readonly string[]
  readonly doors: ReadonlyMap<string, string>
}

/** Bundles the doors of one side into `dist/server` or `dist/ui`; nothing when the side has no door. */
export async function buildSide(definition: ReadDefinition, side: BuiltSide): Promise<BuiltFiles> {
  const entries = entriesOf(definition, side)
  if (Object.keys(entries).length === 0) return { files: [], doors: new Map() }
  const config = side === 'server' ? serverConfig(definition, entries) : webConfig(definition, entries)
  const output = await bundle(`the ${side} side`, config)
  const path = ({ fileName }: BundledFile) => `./${FOLDERS[side]}/${fileName}`
  const doors = output.flatMap((file) =>
    file.type === 'chunk' && file.isEntry && file.facadeModuleId ? [[file.facadeModuleId, path(file)] as const] : [],
  )
  return { files: output.map(path).sort(), doors: new Map(doors) }
}

type Entries = Readonly<Record<string, string>>

/** Names come from the whole path in `src`: two panels may both be called Panel.vue. */
function entriesOf({ package: { root }, doors }: ReadDefinition, side: BuiltSide): Entries {
  const entries: Record<string, string> = {}
  // Sorted: output must not depend on the order of the definition's fields.
  for (const file of [...doors.keys()].sort()) {
    if (!isOpen(doors.get(file), side)) continue
    const path = posix.relative(`${root}/src`, file)
    const name = path
      .replace(`${FOLDERS[side]}/`, '')
      .replace(/\.\w+$/, '')
      .replaceAll('/', '-')
    entries[name in entries ? path.replace(/[./]/g, '-') : name] = file
  }
  return entries
}

const isOpen = (door: string | undefined, side: BuiltSide) => door === side || door === 'shared'

const closeOther = ({ package: { root }, doors }: ReadDefinition, side: BuiltSide) =>
  closeDoors(root, {
    isClosed: (file) => doors.has(file) && !isOpen(doors.get(file), side),
    code: (file) => `throw new Error(${JSON.stringify(`${posix.relative(root, file)} is not on the ${side} side`)})`,
  })

/** Where npm has put a package on this machine is nobody's business: of its files only the place in it is told. */
const OUTPUT = {
  entryFileNames: '[name]-[hash].js',
  chunkFileNames: '[name]-[hash].js',
  sourcemapPathTransform: (source: string) => source.replace(/^.*\/node_modules\//, 'node_modules/'),
}
/** No ids of modules in comments: they are paths, too. */
const NO_IDS = { attachDebugInfo: 'none' } as const

function serverConfig(definition: ReadDefinition, input: Entries): InlineConfig {
  const { root, dependencies } = definition.package
  return {
    root,
    plugins: [guardSide(root, 'server'), closeOther(definition, 'server')],
    // npm installs `dependencies` (native ones too) beside the plugin; everything else is bundled.
    ssr: { noExternal: true, resolve: { conditions: ['orrery-source', ...defaultServerConditions] } },
    build: {
      ssr: true,
      outDir: 'dist/server',
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        experimental: NO_IDS,
        input: { ...input },
        external: (id) =>
          /^(node:|@orrery\/)/.test(id) || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
        output: OUTPUT,
        preserveEntrySignatures: 'strict',
      },
    },
  }
}

// Else NODE_ENV decides, and Vue writes the path of each file on this machine into the output.
const alwaysProduction: Plugin = {
  name: 'orrery:always-production',
  configResolved: (config) => void Object.assign(config, { isProduction: true }),
}

function webConfig(definition: ReadDefinition, entry: Entries): InlineConfig {
  const { root } = definition.package
  return {
    root,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['orrery-source', ...defaultClientConditions] },
    plugins: [
      guardSide(root, 'web'),
      closeOther(definition, 'web'),
      alwaysProduction,
      // Vue would draw runs of static nodes through innerHTML, where the host's policy blocks style attributes.
      vue({ template: { compilerOptions: { hoistStatic: false } } }),
      cssLayer,
    ],
    build: {
      outDir: 'dist/ui',
      target: 'es2023',
      sourcemap: true,
      cssCodeSplit: false,
      lib: { entry: { ...entry }, formats: ['es'], cssFileName: 'ui' },
      rolldownOptions: { experimental: NO_IDS, external: SHARED_IN_BROWSER, output: OUTPUT },
    },
  }
}
