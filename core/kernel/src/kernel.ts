import { createContainer, type MakeService } from './container.ts'
import { isDoorRef, serverPath, webPath, type DoorRef } from './door-ref.ts'
import { KernelError } from './errors.ts'
import type { HookHost } from './hook-host.ts'
import type { Manifest } from './manifest.ts'
import { createPluginRun, type PluginRun } from './plugin-run.ts'
import { createRegistry, type Registry } from './registry.ts'
import { sdkSatisfies } from './sdk-range.ts'
import { Logger, type Services, type Token } from './services.ts'

/** Loads the module behind a door and gives its default export. */
export type OpenDoor = (door: DoorRef) => Promise<unknown>

export interface KernelOptions {
  /** The side that this process is: only its doors and shared ones can be opened. */
  readonly side: 'server' | 'web'
  /** Version of the SDK that this host gives to plugins. */
  readonly sdk: string
  readonly hooks: HookHost
  /** The log of one plugin; plugins get theirs as the service `Logger`. */
  readonly log: (plugin: string) => Logger
}

/** Holds the enabled plugins of one process: what they contribute, their code, their services, and their end. */
export interface Kernel {
  readonly registry: Registry
  /** Gives a service of the host to all plugins; throws SERVICE_DUPLICATE. */
  readonly provide: <T>(token: Token<T>, value: T) => void
  /** Gives each plugin a service of its own, made when it is first asked for. Call it before plugins are enabled. */
  readonly provideEach: <T>(token: Token<T>, make: MakeService<T>) => void
  /**
   * Adds a plugin; none of its code runs yet. Throws SDK_RANGE_UNSUPPORTED, PLUGIN_DUPLICATE or CONTRIBUTION_DUPLICATE,
   * and leaves nothing behind then.
   */
  readonly enable: (manifest: Manifest, open: OpenDoor) => void
  /** Undoes what the plugin did and forgets it; an unknown plugin is none. Failures are logged. */
  readonly disable: (plugin: string) => Promise<void>
  /**
   * The default export behind a door, after the plugin's setup on the server, which runs once. Throws PLUGIN_MISSING,
   * DOOR_MISSING (a door of the other side), PLUGIN_SETUP_FAILED (the next opening tries again), or what loading throws.
   */
  readonly openDoor: (plugin: string, door: DoorRef) => Promise<unknown>
  /** Runs the setup of every plugin that asks for it at the start. A failure is logged; the first use tries again. */
  readonly start: () => Promise<void>
  /** Opens the door that a contribution has under `field`; throws CONTRIBUTION_MISSING or DOOR_MISSING as well. */
  readonly openContribution: (kind: string, id: string, field: string) => Promise<unknown>
  /** What a plugin can ask for; throws PLUGIN_MISSING. */
  readonly services: (plugin: string) => Services
  /** Disables all plugins, the last first. */
  readonly close: () => Promise<void>
}

interface Enabled {
  readonly run: PluginRun
  readonly open: OpenDoor
}

export const createKernel = ({ side, sdk, hooks, log }: KernelOptions): Kernel => {
  const registry = createRegistry()
  const container = createContainer()
  const enabled = new Map<string, Enabled>()
  const pathOf = side === 'server' ? serverPath : webPath

  container.provideEach(Logger, ({ plugin }) => log(plugin))

  const pluginOf = (plugin: string) => {
    const found = enabled.get(plugin)
    if (!found) throw new KernelError('PLUGIN_MISSING', { plugin })
    return found
  }

  const openDoor = async (plugin: string, door: DoorRef) => {
    const { run, open } = pluginOf(plugin)
    if (pathOf(door) === undefined) throw new KernelError('DOOR_MISSING', { plugin, door: JSON.stringify(door), side })
    await run.start()
    // It may have been disabled while it was set up.
    pluginOf(plugin)
    return open(door)
  }

  const disable = async (plugin: string) => {
    const found = enabled.get(plugin)
    enabled.delete(plugin)
    registry.remove(plugin)
    await found?.run.stop()
  }

  return {
    registry,
    provide: container.provide,
    provideEach: container.provideEach,
    enable(manifest, open) {
      const plugin = manifest.id
      if (!sdkSatisfies(manifest.sdk, sdk))
        throw new KernelError('SDK_RANGE_UNSUPPORTED', { plugin, range: manifest.sdk, version: sdk })
      registry.add(manifest)
      const setup = side === 'server' ? manifest.setup?.server : undefined
      const run = createPluginRun(plugin, { hooks, log, container }, setup && (() => open(setup)))
      enabled.set(plugin, { run, open })
    },
    disable,
    openDoor,
    async openContribution(kind, id, field) {
      const plugin = registry.pluginOf(kind, id)
      const door = registry.get(kind, id)[field]
      if (!isDoorRef(door)) throw new KernelError('DOOR_MISSING', { plugin, door: `${field} of ${kind} "${id}"`, side })
      return openDoor(plugin, door)
    },
    services: (plugin) => pluginOf(plugin).run.services,
    async start() {
      const asked = registry.plugins().filter(({ setup }) => setup?.atStart)
      await Promise.all(
        asked.map(({ id }) =>
          pluginOf(id)
            .run.start()
            .catch((error: unknown) => log(id).error('The setup at the start failed.', { error })),
        ),
      )
    },
    async close() {
      for (const plugin of [...enabled.keys()].reverse()) await disable(plugin)
    },
  }
}
