import type { PluginContainer, PluginScope, RootContainer } from './container.ts'
import { KernelError } from './errors.ts'
import type { HookHost } from './hook-host.ts'
import type { Logger, Services } from './services.ts'
import type { ServerSetup } from './setup.ts'

/** What a plugin's setup needs of its host. */
export interface SetupHost {
  readonly hooks: HookHost
  readonly log: (plugin: string) => Logger
  readonly container: RootContainer
}

/** A plugin while it is enabled: its setup, its services, and their end. */
export interface PluginRun {
  /** Runs the setup unless it has run; callers at the same time share one run. Throws PLUGIN_SETUP_FAILED. */
  readonly start: () => Promise<void>
  readonly services: Services
  /** Undoes all that the plugin did through its setup. Never throws: failures are logged. */
  readonly stop: () => Promise<void>
}

type Undo = () => void | Promise<void>

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

// One try at setting up: all of it is thrown away when it fails.
interface Attempt {
  readonly container: PluginContainer
  readonly setup: Undo[]
  readonly services: Undo[]
}

/** `openSetup` loads the setup's module of this side; absent when the plugin has none. */
export const createPluginRun = (
  plugin: string,
  host: SetupHost,
  openSetup: (() => Promise<unknown>) | undefined,
): PluginRun => {
  const log = host.log(plugin)
  let current: Attempt | undefined
  let starting: Promise<void> | undefined
  let stopped = false

  const begin = (): Attempt => {
    const services: Undo[] = []
    const scope: PluginScope = { plugin, onStop: (run) => void services.push(run) }
    return { container: host.container.childFor(scope), setup: [], services }
  }
  // Taps and teardown first, because both may use services. One failure does not keep the rest from being undone.
  const end = async ({ setup, services }: Attempt) => {
    for (const run of [...setup, ...services.reverse()])
      try {
        await run()
      } catch (error) {
        log.error('a part of the plugin could not be stopped', { error })
      }
  }
  const attempt = () => {
    if (stopped) throw new KernelError('PLUGIN_MISSING', { plugin })
    return (current ??= begin())
  }

  const setUp = async () => {
    if (!openSetup) return
    const { container, setup: undo } = attempt()
    try {
      const setup = (await openSetup()) as ServerSetup
      const taps = host.hooks.facadeFor(plugin)
      undo.push(taps.dispose)
      const teardown = await setup({ get: container.get, provide: container.provide, log, hooks: taps.hooks })
      if (teardown) undo.push(teardown)
    } catch (error) {
      const failed = current!
      current = undefined
      await end(failed)
      throw new KernelError('PLUGIN_SETUP_FAILED', { plugin, reason: reasonOf(error) }, { cause: error })
    }
  }

  return {
    async start() {
      starting ??= setUp().catch((error: unknown) => {
        starting = undefined
        throw error
      })
      await starting
    },
    services: { get: (token) => attempt().container.get(token) },
    async stop() {
      await starting?.catch(() => undefined)
      stopped = true
      if (current) await end(current)
      current = undefined
    },
  }
}
