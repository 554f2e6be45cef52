import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HostError } from './errors.ts'
import { packageFolder } from './package-folder.ts'

/** Package folders of the plugins that ship with the host: its dependencies that are named like plugins. */
export async function firstPartyPlugins(): Promise<string[]> {
  const text = await readFile(join(packageFolder('@orrery/host'), 'package.json'), 'utf8')
  const { dependencies } = JSON.parse(text) as { dependencies: Readonly<Record<string, string>> }
  return Object.keys(dependencies)
    .filter((name) => /^@orrery\/(datasource|panel|app|channel|transform)-/.test(name))
    .map(packageFolder)
}

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

const isPackage = (folder: string) =>
  stat(join(folder, 'package.json')).then(
    (file) => file.isFile(),
    () => false,
  )
