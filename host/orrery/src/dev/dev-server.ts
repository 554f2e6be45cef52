import { join } from 'node:path'
import type { DevMiddleware, PluginSource } from '@orrery/server'
import { createServer, defaultServerConditions, normalizePath, type Plugin } from 'vite'
import { createSourcePlugins } from './source-plugins.ts'

export interface DevServerOptions {
  /** Folder of the interface's sources, with its `vite.config.ts`. */
  readonly webRoot: string
  /** Package folders of the plugins, read from source. Real paths. */
  readonly pluginRoots: readonly string[]
  /** Port of the socket over which pages learn of edits. */
  readonly socketPort: number
  /** Called after an edit of what the host loaded: server code, or a definition. The page reloads when it has settled. */
  readonly onHostChange: () => Promise<void>
}

export interface DevServer {
  /** Answers with the interface and with files of the plugins, from source. */
  readonly middleware: DevMiddleware
  /** The plugins, for the host. */
  readonly plugins: PluginSource
  readonly close: () => Promise<void>
}

/** Serves the interface and the plugins from source: edits are hot, a server door is fresh at its next opening. */
export async function createDevServer(options: DevServerOptions): Promise<DevServer> {
  const roots = options.pluginRoots.map((root) => normalizePath(root))
  const sources = createSourcePlugins(roots)
  const onEdit = (root: string) => {
    sources.forget(root)
    return options.onHostChange()
  }
  const vite = await createServer({
    root: options.webRoot,
    configFile: join(options.webRoot, 'vite.config.ts'),
    logLevel: 'warn',
    clearScreen: false,
    // Host and plugins share the SDK in Node too: external, so that Node (run with this condition) loads it once.
    ssr: {
      external: ['@orrery/sdk'],
      resolve: { conditions: ['orrery-source', ...defaultServerConditions], externalConditions: ['orrery-source'] },
    },
    plugins: [watchPlugins(roots, onEdit)],
    server: {
      middlewareMode: true,
      hmr: { host: '127.0.0.1', port: options.socketPort },
      fs: { allow: [...roots, join(options.webRoot, '../..')] },
    },
  })
  return {
    middleware: vite.middlewares,
    plugins: {
      read: sources.read,
      open: async ({ folder }, door) => {
        const module = await vite.ssrLoadModule(join(folder, door.$door === 'shared' ? door.server : door.path))
        return (module as { default: unknown }).default
      },
    },
    close: () => vite.close(),
  }
}

/** An edit of server code makes the host load it anew; one of what both sides share, the definition too, reloads the page also. */
const watchPlugins = (roots: readonly string[], onEdit: (root: string) => Promise<void>): Plugin => ({
  name: 'orrery:watch-plugins',
  configureServer: (server) => void server.watcher.add(roots.map((root) => `${root}/src`)),
  hotUpdate: {
    order: 'pre',
    async handler({ file }) {
      const root = roots.find((root) => file.startsWith(`${root}/src/`))
      if (this.environment.name !== 'client' || root === undefined || /\/src\/ui\/|\.test(-d)?\.ts$/.test(file)) return
      await onEdit(root)
      if (!/\/src\/server\//.test(file)) this.environment.hot.send({ type: 'full-reload' })
      return []
    },
  },
})
