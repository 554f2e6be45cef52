import { join, resolve } from 'node:path'
import { startServer, type RunningServer } from '@orrery/server'
import { demoFolders } from './demo-content.ts'
import { HostError } from './errors.ts'
import { packageFolder } from './package-folder.ts'
import { firstPartyPlugins, pluginFoldersIn } from './plugin-folders.ts'
import { dataFolder, type Settings } from './settings.ts'

/** How a host is made. Paths are relative to the working directory. */
export interface HostOptions extends Settings {
  /** Shows this machine: temporary data, nobody signs in, and only this machine can reach it. */
  readonly demo?: boolean
}

/**
 * Starts a host with the interface, the plugins that ship with it and those of `plugins`. The defaults are port 3000 of
 * 127.0.0.1, and data in `./orrery-data`. Throws a coded error when it cannot start.
 */
export async function createHost(options: HostOptions = {}): Promise<RunningServer> {
  const { port = 3000, host = '127.0.0.1', plugins = [], demo = false, publicUrl, database } = options
  const kept = (['data', 'database'] as const).find((setting) => options[setting] !== undefined)
  if (demo && kept) throw new HostError('CONFIG_DEMO_DATA', { setting: kept })
  const provisioning = await provisioningFolders(options)
  const folders = [...(await firstPartyPlugins()), ...(await Promise.all(plugins.map(pluginFoldersIn))).flat()]
  return startServer({
    port,
    host,
    webRoot: join(packageFolder('@orrery/web'), 'dist'),
    plugins: folders,
    demo,
    ...(demo ? { log: { level: 'warn' } } : { dataFolder: dataFolder(options) }),
    ...(provisioning && { provisioning }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(database !== undefined && { databaseUrl: database }),
  })
}

async function provisioningFolders({ provisioning, demo }: HostOptions): Promise<readonly string[] | undefined> {
  if (provisioning !== undefined) return [resolve(provisioning)]
  return demo ? demoFolders() : undefined
}
