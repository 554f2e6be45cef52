import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { PluginFileError } from './errors.ts'
import type { InstalledPlugin } from './installed.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Serves the browser files that the manifests list, and nothing else, below each plugin's `base`; they never change there. */
export function servePluginFiles(app: FastifyInstance, plugins: readonly InstalledPlugin[]): void {
  const files = new Map<string, string>()
  for (const { manifest, folder, base } of plugins)
    for (const file of Object.keys(manifest.files))
      if (file.startsWith('./ui/')) files.set(base + file.slice(2), join(folder, file))

  app.get('/plugins/*', async (request, reply) => {
    const path = `/plugins/${(request.params as { '*': string })['*']}`
    const file = files.get(path)
    const content = file === undefined ? undefined : await readFile(file).catch(() => undefined)
    // Below the same path are the pages that tell of plugins.
    if (file === undefined && (request.headers.accept ?? '').includes('text/html')) return reply.callNotFound()
    if (file === undefined || content === undefined) throw new PluginFileError('PLUGIN_FILE_MISSING', { path })
    return reply
      .header('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('x-content-type-options', 'nosniff')
      .send(content)
  })
}
