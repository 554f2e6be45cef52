import { readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { HostError } from './errors.ts'
import { packageFolder } from './package-folder.ts'
import type { Settings } from './settings.ts'

/** The plugins that ship with the host, by package name: its dependencies that are named like plugins. */
async function shippedPlugins(): Promise<string[]> {
  const text = await readFile(join(packageFolder('@orrery/host'), 'package.json'), 'utf8')
  const { dependencies } = JSON.parse(text) as { dependencies: Readonly<Record<string, string>> }
  return Object.keys(dependencies).filter((name) => /^@orrery\/(datasource|panel|app|channel|transform)-/.test(name))
}

/** Package folders of the plugins that ship with the host: all, or those that are named. CONFIG_PLUGIN_UNKNOWN. */
export async function firstPartyPlugins(chosen?: readonly string[] | false): Promise<string[]> {
  const shipped = await shippedPlugins()
  const unknown = chosen && chosen.find((name) => !shipped.includes(name))
  if (unknown) throw new HostError('CONFIG_PLUGIN_UNKNOWN', { plugin: unknown, shipped })
  if (chosen === false) return []
  return (chosen ?? shipped).map(packageFolder)
}

/** Package folders of all plugins that a host of these settings has; entries of `plugins` are seen from a folder. */
export async function chosenPlugins({ defaults, plugins = [] }: Settings, from: string): Promise<string[]> {
  const located = await Promise.all(plugins.map((entry) => locatePlugin(entry, from)))
  return [...(await firstPartyPlugins(defaults)), ...(await Promise.all(located.map(pluginFoldersIn))).flat()]
}

/**
 * The folder that an entry of `plugins` stands for: a path from a folder, or a package that is installed there, as Node
 * would find it. CONFIG_PLUGIN_MISSING when it is neither.
 */
export async function locatePlugin(entry: string, from: string): Promise<string> {
  const folder = resolve(from, entry)
  if (!isPackageName(entry) || (await isFolder(folder))) return folder
  const places = createRequire(join(from, 'config.js')).resolve.paths(entry) ?? []
  for (const place of places) if (await isPackage(join(place, entry))) return join(place, entry)
  throw new HostError('CONFIG_PLUGIN_MISSING', { plugin: entry, folder: from })
}

const isPackageName = (text: string) => /^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/.test(text)

/** The package folders that a `--plugins` folder stands for: itself when it is a package, else the packages in it. */
export async function pluginFoldersIn(folder: string): Promise<string[]> {
  if (await isPackage(folder)) return [folder]
  const children = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new HostError('CONFIG_PLUGINS_UNREADABLE', { folder, reason: cause.code ?? cause.message }, { cause })
  })
  const found: string[] = []
  for (const name of children.map(({ name }) => name).sort()) {
    const child = join(folder, name)
    if (name.startsWith('@')) found.push(...(await pluginFoldersIn(child)))
    else if (await isPackage(child)) found.push(child)
  }
  return found
}

const isFolder = (path: string) =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )

const isPackage = (folder: string) =>
  stat(join(folder, 'package.json')).then(
    (file) => file.isFile(),
    () => false,
  )
