import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const PREFIX = 'virtual:shared/'
const sri = (content: Uint8Array) => `sha384-${createHash('sha384').update(content).digest('base64')}`

/**
 * Gives the packages that interface and plugins share a file each, and writes importmap.json: where each is, with the
 * integrity of every script. The host puts it into the page, with the scripts of the plugins added.
 */
export function sharedModules(names: readonly string[]): Plugin {
  let folder = ''
  const files: Record<string, string> = {}
  return {
    name: 'orrery:shared',
    apply: 'build',
    config: ({ root = process.cwd() }) => ({
      build: {
        rolldownOptions: {
          preserveEntrySignatures: 'exports-only',
          input: {
            app: join(root, 'index.html'),
            ...Object.fromEntries(
              names.map((name) => [`shared-${name.replace(/\W+/g, '-').replace(/^-/, '')}`, PREFIX + name]),
            ),
          },
        },
      },
    }),
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir)
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load: (id) =>
      id.startsWith(`\0${PREFIX}`) ? `export * from ${JSON.stringify(id.slice(PREFIX.length + 1))}` : undefined,
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && file.facadeModuleId?.startsWith(`\0${PREFIX}`))
          files[file.facadeModuleId.slice(PREFIX.length + 1)] = `/${file.fileName}`
    },
    writeBundle: {
      order: 'post',
      handler() {
        const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))
        const integrity = Object.fromEntries(
          scripts.map((name) => [`/assets/${name}`, sri(readFileSync(join(folder, 'assets', name)))]),
        )
        writeFileSync(
          join(folder, 'importmap.json'),
          `${JSON.stringify({ imports: files, integrity }, undefined, 2)}\n`,
        )
      },
    },
  }
}
