import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { datasource, provisioningFolder, resource } from './node-dashboard.ts'

export interface LineBackend {
  readonly url: string
  /** The expressions that it was asked for, in their order. */
  readonly asked: readonly string[]
  readonly stop: () => void
}

const LINES = 5

/** A point a step of one line: a wave of its own. */
function pointsOf(line: number, start: number, end: number, step: number): [number, string][] {
  const points: [number, string][] = []
  for (let at = start; at <= end; at += step) points.push([at, (50 + 40 * Math.sin(at / 100 + line)).toFixed(3)])
  return points
}

/** Answers every range query as Prometheus does, with the same five lines; of anything else it knows nothing. */
export async function startLineBackend(): Promise<LineBackend> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    if (!request.url!.endsWith('/query_range')) return response.writeHead(404).end()
    const params = new URLSearchParams(await text(request))
    const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(params.get(name)))
    asked.push(params.get('query') ?? '')
    const result = Array.from({ length: LINES }, (_, line) => ({
      metric: { line: String(line) },
      values: pointsOf(line, start!, end!, step!),
    }))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const PANELS = 50
const COLUMNS = 3

/** A folder with a dashboard of 50 time series, three in a row, over a backend; `exprOf` gives the query of each. */
export function largeDashboardFolder(backend: string, exprOf: (panel: number) => string): string {
  const numbers = Array.from({ length: PANELS }, (_, i) => i)
  const panelOf = (i: number) => ({
    type: 'timeseries',
    title: `Panel ${i}`,
    queries: [{ refId: 'A', datasource: 'lines', query: { type: 'range', expr: exprOf(i), legend: 'line {{line}}' } }],
    options: {},
  })
  const spec = {
    time: { from: 'now-15m', to: 'now' },
    panels: Object.fromEntries(numbers.map((i) => [`p${i}`, panelOf(i)])),
    layout: {
      type: 'grid',
      items: numbers.map((i) => ({
        panel: `p${i}`,
        x: (i % COLUMNS) * 8,
        y: Math.floor(i / COLUMNS) * 6,
        w: 8,
        h: 6,
      })),
    },
  }
  return provisioningFolder(
    datasource('lines', 'prometheus', { url: backend }),
    resource('dashboard', 'large', 'Large', spec),
  )
}
