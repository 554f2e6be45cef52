import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PEERS } from '../peers.ts'

/** A field of theirs, with what naming reads. */
export interface PeerField {
  readonly name: string
  readonly type: 'time' | 'number'
  readonly labels?: Readonly<Record<string, string>>
  readonly config: { readonly displayNameFromDS?: string }
  readonly values: readonly number[]
}

export interface PeerFrame {
  readonly refId: string
  readonly length: number
  readonly fields: readonly PeerField[]
}

interface PeerText {
  readonly text: string
}

/** What is called of @grafana/prometheus and @grafana/data. */
export interface Grafana {
  readonly transformV2: (
    response: { data: PeerFrame[] },
    request: { targets: readonly { refId: string; legendFormat: string }[] },
    options: object,
  ) => { data: PeerFrame[] }
  readonly getValueFormat: (
    id: string,
  ) => (value: number, decimals?: number | null, scaled?: number | null, zone?: string) => PeerText
  readonly formattedValueToString: (text: PeerText) => string
}

// What is imported beside naming and formatting and not called by them: each call and each property gives the stub itself.
const STUB = `
const stub = new Proxy(function () { return stub }, {
  getPrototypeOf: () => stub,
  get: (_, key) => key === '__esModule' ? false : key === Symbol.toPrimitive ? () => '' : stub,
})
module.exports = stub`
const STUBBED = /^(@grafana\/runtime|react|react-dom|react-use|react-i18next|stream)(\/|$)/

const ENTRY = `
export { transformV2 } from './node_modules/@grafana/prometheus/dist/esm/result_transformer.mjs'
export { getValueFormat, formattedValueToString } from '@grafana/data'`

const require = createRequire(import.meta.url)

// The parts of esbuild and jsdom that are called: their own types lie with the peers.
interface Esbuild {
  readonly build: (options: object) => Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>
}
interface PluginBuild {
  readonly onResolve: (which: { filter: RegExp }, give: (found: { path: string }) => object) => void
  readonly onLoad: (which: { filter: RegExp; namespace: string }, give: () => object) => void
}
interface Jsdom {
  readonly JSDOM: new (html: string, options: { url: string }) => { readonly window: Record<string, unknown> }
}

const stubs = {
  name: 'stubs',
  setup({ onResolve, onLoad }: PluginBuild) {
    onResolve({ filter: STUBBED }, ({ path }) => ({ path, namespace: 'stub' }))
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: STUB }))
  },
}

interface Bundle {
  readonly format: 'cjs' | 'iife'
  readonly platform: 'node' | 'browser'
  /** Of an `iife`. */
  readonly globalName?: string
}

/** What a script takes of their packages, as one script: they are made for bundlers. */
export async function bundleGrafana(how: Bundle, entry = ENTRY): Promise<string> {
  const { build } = require(join(PEERS, 'node_modules/esbuild')) as Esbuild
  const { outputFiles } = await build({
    ...how,
    stdin: { contents: entry, resolveDir: PEERS },
    bundle: true,
    write: false,
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
    plugins: [stubs],
  })
  return outputFiles[0]!.text
}

/** Runs a bundle in Node, which they know too little: what they get of a browser is enough to load them, and not timed. */
export function requireGrafana<Exports>(file: string): Exports {
  const { JSDOM } = require(join(PEERS, 'node_modules/jsdom')) as Jsdom
  const { window } = new JSDOM('', { url: 'http://localhost/' })
  Object.assign(globalThis, { window })
  for (const name of ['document', 'localStorage', 'Element', 'HTMLElement', 'DOMParser'])
    Object.assign(globalThis, { [name]: window[name] })
  return require(file) as Exports
}

/** Calls back with a bundle for Node in a file, which is removed afterwards. */
export async function withBundle<T>(entry: string, use: (file: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-bench-'))
  const file = join(folder, 'grafana.cjs')
  try {
    writeFileSync(file, await bundleGrafana({ format: 'cjs', platform: 'node' }, entry))
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const loadGrafana = (): Promise<Grafana> => withBundle(ENTRY, requireGrafana<Grafana>)
