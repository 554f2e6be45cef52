import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Plugin } from 'vite'
import { stopWith } from './bundle.ts'
import { PluginBuildError } from './errors.ts'

/** The sides of a build, and the folder of `src` and `dist` that holds the code of each. */
export const FOLDERS = { server: 'server', web: 'ui' } as const
export type BuiltSide = keyof typeof FOLDERS

/**
 * Fails the build when a side's module graph holds a Node built-in (web) or a file of the other side's folder, with the
 * way that led there. Vite alone replaces a built-in by an empty module and builds on.
 */
export const guardSide = (root: string, side: BuiltSide): Plugin => {
  const foreign = `${root}/src/${FOLDERS[side === 'web' ? 'server' : 'web']}/`
  const importers = new Map<string, string>()
  const way = (id: string | undefined): string[] =>
    id === undefined || id.startsWith('\0') ? [] : [...way(importers.get(id)), posix.relative(root, id.split('?')[0]!)]

  return {
    name: 'orrery:guard',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        if (!importer) return
        const target = await this.resolve(source, importer, { skipSelf: true })
        const missing = !target || target.external || target.id.startsWith('__vite-browser-external')
        // An npm package may have the name of a built-in (buffer), and may switch a built-in off for browsers.
        if (side === 'web' && missing && isBuiltin(source) && !(await isSwitchedOff(source, importer)))
          throw stopWith(
            new PluginBuildError('PLUGIN_BUILD_NODE_IN_WEB', { module: source, way: [...way(importer), source] }),
          )
        if (target && target.id !== importer && !importers.has(target.id)) importers.set(target.id, importer)
      },
    },
    // Not when it is resolved: a closed door is resolved too, but never loaded.
    load(id) {
      if (id.startsWith(foreign))
        throw stopWith(new PluginBuildError('PLUGIN_BUILD_WRONG_SIDE', { side, way: way(id) }))
    },
  }
}

async function isSwitchedOff(source: string, importer: string): Promise<boolean> {
  const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(importer)?.[0]
  if (folder === undefined) return false
  const { browser } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { browser?: unknown }
  return typeof browser === 'object' && browser !== null && (browser as Record<string, unknown>)[source] === false
}
