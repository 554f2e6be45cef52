import { join, resolve } from 'node:path'
import type { ServerOptions } from '@orrery/server'
import type { HostOptions } from './create-host.ts'
import { readBrand } from './brand/brand.ts'
import { demoFolders } from './demo-content.ts'
import { HostError } from './errors.ts'
import { packageFolder } from './package-folder.ts'
import { chosenPlugins } from './plugin-folders.ts'
import { dataFolder, defaultSettings } from './settings.ts'

/** What a host of these options asks of the server: folders that are found, files that are read. */
export async function toServerOptions(options: HostOptions): Promise<ServerOptions> {
  const {
    demo = false,
    publicUrl,
    database,
    trustProxy,
    auth,
    rateLimits,
    metricsToken,
    actionOrigins,
    annotationDays,
    telemetry,
  } = options
  const { port, host, logLevel, graceMs, drainMs } = { ...defaultSettings, ...options }
  const kept = (['data', 'database'] as const).find((setting) => options[setting] !== undefined)
  if (demo && kept) throw new HostError('CONFIG_DEMO_DATA', { setting: kept })
  const provisioning = await provisioningFolders(options)
  return {
    port,
    host,
    webRoot: join(packageFolder('@orrery/web'), 'dist'),
    plugins: await chosenPlugins(options, process.cwd()),
    demo,
    log: { level: options.logLevel ?? (demo ? 'warn' : logLevel) },
    graceMs,
    drainMs,
    brand: await readBrand(options),
    ...(!demo && { dataFolder: dataFolder(options) }),
    ...(provisioning && { provisioning }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(trustProxy && { trustProxy }),
    ...(auth && { auth }),
    ...(rateLimits !== undefined && { rateLimits }),
    ...(metricsToken !== undefined && { metricsToken }),
    ...(actionOrigins && { actionOrigins }),
    ...(annotationDays !== undefined && { annotationDays }),
    ...(telemetry && { telemetry }),
    ...(database !== undefined && { databaseUrl: database }),
  }
}

async function provisioningFolders({ provisioning, demo }: HostOptions): Promise<readonly string[] | undefined> {
  if (provisioning !== undefined) return [resolve(provisioning)]
  return demo ? demoFolders() : undefined
}
