import { createHooks, createKernel, HostStats, HttpClient, Scheduler, type HookHost, type Kernel } from '@orrery/kernel'
import { queryHooks } from '@orrery/query'
import { isCodedError } from '@orrery/schema'
import { createHttpClient } from './datasources/http-client.ts'
import { createScheduler } from './datasources/scheduler.ts'
import { checkDatasourceTypes } from './datasources/types.ts'
import type { HostLog } from './log/log.ts'
import type { FolderProblem, InstalledPlugins, PluginSource } from './plugins/installed.ts'
import { checkTransforms } from './transforms/library.ts'
import { sdkVersion } from './version.ts'

/** The plugins of this host, enabled as far as they can be, and the kernel that holds them. */
export interface EnabledPlugins {
  readonly kernel: Kernel
  readonly hooks: HookHost
  readonly installed: InstalledPlugins
}

/** Reads what is installed and enables it: a plugin that does not fit becomes a problem beside the others. */
export async function enablePlugins(
  source: PluginSource,
  log: HostLog,
  statsFor: () => HostStats,
): Promise<EnabledPlugins> {
  const hooks = createHooks(queryHooks, {
    onFault: ({ plugin, hook, error }) => log.warn('A tap was skipped.', { plugin, hook, error }),
  })
  const kernel = createKernel({ side: 'server', sdk: sdkVersion, hooks, log: (plugin) => log.with({ plugin }) })
  kernel.provideEach(HostStats, statsFor)
  kernel.provideEach(Scheduler, ({ plugin, onStop }) => {
    const scheduler = createScheduler(log.with({ plugin }))
    onStop(scheduler.close)
    return scheduler
  })
  kernel.provideEach(HttpClient, ({ onStop }) => {
    const http = createHttpClient()
    onStop(http.close)
    return http
  })

  const { plugins, problems } = await source.read()
  const refused: FolderProblem[] = []
  const enabled = plugins.filter((plugin) => {
    try {
      checkDatasourceTypes(plugin.manifest)
      checkTransforms(plugin.manifest)
      kernel.enable(plugin.manifest, (door) => source.open(plugin, door))
      return true
    } catch (error) {
      if (!isCodedError(error)) throw error
      refused.push({ folder: plugin.folder, code: error.code, detail: error.message })
      return false
    }
  })
  const all = [...problems, ...refused]
  for (const { folder, code, detail } of all) log.error('A plugin was not enabled.', { folder, code, reason: detail })
  return { kernel, hooks, installed: { plugins: enabled, problems: all } }
}
