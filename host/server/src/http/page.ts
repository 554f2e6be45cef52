import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { check, Type } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import { importMap } from '../plugins/import-map.ts'
import type { InstalledPlugin } from '../plugins/installed.ts'

/** The page of the interface, and the policy that it is served with. */
export interface Page {
  readonly html: string
  readonly csp: string
}

const PLACE = '<!--importmap-->'

const HostMap = Type.Object({
  imports: Type.Record(Type.String(), Type.String()),
  integrity: Type.Record(Type.String(), Type.String()),
})

// `data:` images are what canvases and icons in style sheets become; nothing else comes from outside or from text.
const policy = (importMapHash: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${importMapHash}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The built page with the import map that also holds the integrity of the plugins' files. */
export async function renderPage(webRoot: string, plugins: readonly InstalledPlugin[]): Promise<Page> {
  const read = (file: string) =>
    readFile(join(webRoot, file), 'utf8').catch((cause: unknown) => {
      throw new ServerError(
        'OPTIONS_INVALID',
        { reason: `the interface in ${webRoot} has no ${file}; build it first` },
        { cause },
      )
    })
  const [html, map] = await Promise.all([read('index.html'), read('importmap.json')])
  if (!html.includes(PLACE))
    throw new ServerError('OPTIONS_INVALID', {
      reason: `index.html in ${webRoot} has no ${PLACE}; build the interface anew`,
    })
  const { text, cspHash } = importMap(check(HostMap, JSON.parse(map), `importmap.json in ${webRoot}`), plugins)
  // A function, because a text would have its `$` replaced.
  return { html: html.replace(PLACE, () => `<script type="importmap">${text}</script>`), csp: policy(cspHash) }
}
