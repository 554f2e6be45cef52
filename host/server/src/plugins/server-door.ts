import { hash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serverPath, type DoorRef } from '@orrery/kernel'
import { PluginFileError } from './errors.ts'
import type { InstalledPlugin } from './installed.ts'

const verified = new WeakMap<InstalledPlugin, Promise<void>>()

/**
 * The default export of the module behind a server or shared door. Only a file that the manifest lists is loaded, and only
 * when every server file of the plugin is the one that was installed (compared once for each plugin).
 */
export async function openServerDoor(plugin: InstalledPlugin, door: DoorRef): Promise<unknown> {
  const { id } = plugin.manifest
  const path = serverPath(door)
  if (path === undefined || !path.startsWith('./server/') || !Object.hasOwn(plugin.manifest.files, path))
    throw forbidden(id, door)
  await verifyOnce(plugin)
  const file = await realpath(join(plugin.folder, path))
  if (!file.startsWith((await realpath(join(plugin.folder, 'server'))) + sep)) throw forbidden(id, door)

  const module = await load(id, path, file)
  if (!('default' in module))
    throw new PluginFileError('PLUGIN_DOOR_FAILED', { id, file: path, reason: 'it has no default export' })
  return module.default
}

async function load(id: string, path: string, file: string): Promise<object> {
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as object
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PluginFileError('PLUGIN_DOOR_FAILED', { id, file: path, reason }, { cause })
  }
}

const forbidden = (id: string, door: DoorRef) =>
  new PluginFileError('PLUGIN_DOOR_FORBIDDEN', { id, door: JSON.stringify(door) })

function verifyOnce(plugin: InstalledPlugin): Promise<void> {
  const running = verified.get(plugin) ?? verify(plugin)
  verified.set(plugin, running)
  // A file that is put back is found good at the next opening.
  running.catch(() => verified.delete(plugin))
  return running
}

/** All server files and not just the door, because a door imports chunks. */
async function verify({ manifest, folder }: InstalledPlugin): Promise<void> {
  const check = async ([file, installed]: [string, string]) => {
    const content = await readFile(join(folder, file)).catch(() => undefined)
    if (content === undefined || integrity(content) !== installed)
      throw new PluginFileError('PLUGIN_FILE_CHANGED', { id: manifest.id, file })
  }
  await Promise.all(
    Object.entries(manifest.files)
      .filter(([file]) => file.startsWith('./server/'))
      .map(check),
  )
}

const integrity = (content: Uint8Array) => `sha384-${hash('sha384', content, 'base64')}`
