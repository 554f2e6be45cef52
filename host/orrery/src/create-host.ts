import type { RunningServer } from '@orrery/server'
import type { Settings } from './settings.ts'

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
  // Late, because a configuration imports this package too, and must not load the server.
  const [{ startServer }, { toServerOptions }] = await Promise.all([
    import('@orrery/server'),
    import('./server-options.ts'),
  ])
  return startServer(await toServerOptions(options))
}
