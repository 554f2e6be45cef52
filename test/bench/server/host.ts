// The host from source, in a process of its own, with a datasource that has its frames at hand. Its argument is the data
// folder; in memory without one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NumberColumn, type SeriesFrame } from '@orrery/frames'
import type { Manifest } from '@orrery/kernel'
import type { Connect } from '@orrery/query'
import { Type, type Static } from '@orrery/schema'
import { startServer, type PluginSource } from '@orrery/server'
import { datasource } from '../../support/node-dashboard.ts'
import { createSeries } from '../frames/data.ts'
import { serveParent } from './child.ts'

const Options = Type.Object({}, { additionalProperties: false })
const Query = Type.Object(
  {
    series: Type.Integer(),
    points: Type.Integer(),
    /** Tells queries apart, for the cache. */
    number: Type.Integer(),
    /** Answers with memory of its own, as an answer from a backend is. */
    isFresh: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type Query = Static<typeof Query>

let asked = 0
const frames = new Map<string, SeriesFrame>()

function prepared({ series, points }: Query): SeriesFrame {
  const key = `${series} x ${points}`
  const frame = frames.get(key) ?? createSeries({ series, points })
  frames.set(key, frame)
  return frame
}

const connect: Connect<Static<typeof Options>, Query> = () => ({
  query: async ({ query }) => {
    asked++
    const frame = prepared(query)
    if (!query.isFresh) return [frame]
    return [frame.with({ fields: new Map([['value', new NumberColumn('number', frame.numbers().values.slice())]]) })]
  },
  check: async () => 'Frames are at hand.',
  close: () => {},
})

const manifest: Manifest = {
  manifest: 1,
  id: '@bench/datasource-prepared',
  version: '1.0.0',
  sdk: '*',
  title: 'Prepared',
  contributes: [
    {
      kind: 'datasource',
      id: 'prepared',
      title: 'Prepared',
      options: Options,
      query: Query,
      connect: { $door: 'server', path: './connect.js' },
    },
  ],
  files: {},
}

const plugins: PluginSource = {
  read: async () => ({ plugins: [{ manifest, folder: '/nowhere', base: '/plugins/prepared/1/' }], problems: [] }),
  open: async () => connect,
}

const webRoot = mkdtempSync(join(tmpdir(), 'orrery-bench-'))
writeFileSync(join(webRoot, 'index.html'), '<!doctype html><head><!--importmap--></head><title>Orrery</title>')
writeFileSync(join(webRoot, 'importmap.json'), JSON.stringify({ imports: {}, integrity: {} }))
const [dataFolder] = process.argv.slice(2)
const server = await startServer({
  rateLimits: false,
  port: 0,
  ...(dataFolder === undefined ? {} : { dataFolder }),
  webRoot,
  plugins,
  log: { level: 'error', write: (line) => console.error(line) },
})

const headers = { 'content-type': 'application/json', 'orrery-request': '1' }
const token = new URLSearchParams(new URL(server.setupUrl!).hash.slice(1)).get('token')
const signedIn = await fetch(`${server.url}/api/v1/setup`, {
  method: 'POST',
  headers,
  body: JSON.stringify({ token, name: 'ada', password: 'correct horse' }),
})
const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const made = await fetch(`${server.url}/api/v1/ns/default/datasources/d`, {
  method: 'PUT',
  headers: { ...headers, cookie, 'if-none-match': '*' },
  body: JSON.stringify(datasource('d', 'prepared', {})),
})
if (!made.ok) throw new Error(`The datasource was not made: ${await made.text()}`)

const close = async () => {
  await server.close()
  rmSync(webRoot, { recursive: true })
}
serveParent({ url: server.url, cookie }, close, () => asked)
