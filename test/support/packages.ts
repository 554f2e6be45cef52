import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

export interface Package {
  readonly folder: string
  readonly layer: string
  readonly name: string
  readonly json: {
    readonly private?: boolean
    readonly license?: string
    readonly keywords?: readonly string[]
    readonly orrery?: { readonly sdk?: string }
    readonly exports?: Readonly<Record<string, unknown>>
    readonly publishConfig?: unknown
    readonly dependencies?: Readonly<Record<string, string>>
    readonly devDependencies?: Readonly<Record<string, string>>
    readonly peerDependencies?: Readonly<Record<string, string>>
  }
}

/** Every package of the repository, by layer. */
export const packages: readonly Package[] = ['core', 'sdk', 'plugins', 'host'].flatMap((layer) =>
  readdirSync(join(root, layer))
    .filter((name) => existsSync(join(root, layer, name, 'package.json')))
    .map((name) => {
      const folder = join(layer, name)
      const json = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Package['json'] & {
        name: string
      }
      return { folder, layer, name: json.name, json }
    }),
)

export const sourcesOf = ({ folder }: Package) =>
  globSync(['src/**/*.ts', 'src/**/*.vue'], { cwd: join(root, folder) }).map((file) => ({
    file,
    text: readFileSync(join(root, folder, file), 'utf8'),
  }))

/** The package that an import specifier names: `@orrery/ui/style.css` is of `@orrery/ui`. */
export const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

export const importsOf = (text: string) =>
  [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!)
