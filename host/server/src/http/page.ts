import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { check, Type } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import { LOGO_PATH, THEME_PATH, type Brand } from './brand.ts'
import { importMap } from '../plugins/import-map.ts'
import type { InstalledPlugin } from '../plugins/installed.ts'

/** The page of the interface as one request gets it, and the policy that it is served with. */
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
// The nonce is for the code editor, whose styles are made as it is drawn.
const policy = (importMapHash: string, nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${importMapHash}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!)

function cutOnce(text: string, before: string): readonly [string, string] {
  const at = Math.max(0, text.indexOf(before))
  return [text.slice(0, at), text.slice(at)]
}

/** The page under the name of a brand, with its icon and its theme. */
function withBrand(html: string, { name, logo, theme }: Brand): string {
  const links = [
    ...(logo ? [`<link rel="icon" href="${LOGO_PATH}" type="${logo.type}" />`] : []),
    ...(theme === undefined ? [] : [`<link rel="stylesheet" href="${THEME_PATH}" />`]),
  ]
  const named =
    name === undefined ? html : html.replace(/<title>.*?<\/title>/, () => `<title>${escapeHtml(name)}</title>`)
  const unmarked = logo ? named.replace(/<link rel="icon"[^>]*>/, '') : named
  return unmarked.replace('</head>', () => `${links.join('')}</head>`)
}

/**
 * The built page with its brand, and the import map that also holds the integrity of the plugins' files. Each call gives
 * it anew, with a nonce of its own.
 */
export async function renderPage(
  webRoot: string,
  plugins: readonly InstalledPlugin[],
  brand: Brand = {},
): Promise<() => Page> {
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
  const page = withBrand(html, brand).replace(PLACE, () => `<script type="importmap">${text}</script>`)
  const [before, after] = cutOnce(page, '</head>')
  return () => {
    const nonce = randomBytes(16).toString('base64')
    return { html: `${before}<meta property="csp-nonce" nonce="${nonce}" />${after}`, csp: policy(cspHash, nonce) }
  }
}
