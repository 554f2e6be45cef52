import { createHash } from 'node:crypto'
import type { InstalledPlugin } from './installed.ts'

/** An import map as the built interface has it in `importmap.json`. */
export interface ImportMap {
  readonly imports: Readonly<Record<string, string>>
  readonly integrity: Readonly<Record<string, string>>
}

/** What the page gets: the content of its import map script, and the source expression that its policy allows it by. */
export interface RenderedImportMap {
  readonly text: string
  /** `'sha256-...'`, with quotes, for `script-src`. */
  readonly cspHash: string
}

/** The interface's import map with the integrity of every script of the plugins, so that browsers refuse a changed one. */
export function importMap(host: ImportMap, plugins: readonly InstalledPlugin[]): RenderedImportMap {
  const integrity = { ...host.integrity }
  for (const { manifest, base } of plugins)
    for (const [file, hash] of Object.entries(manifest.files))
      if (/^\.\/ui\/.*\.js$/.test(file)) integrity[base + file.slice(2)] = hash
  // `<` cannot end the script element early.
  const text = JSON.stringify({ imports: host.imports, integrity }).replaceAll('<', '\\u003c')
  return { text, cspHash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` }
}
