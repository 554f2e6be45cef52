import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder, temporaryFolder } from '../support/host.ts'
import { resource } from '../support/node-dashboard.ts'
import type { Figures } from './measure.ts'
import { measureBackup } from './requests/backup.ts'
import type { Answers } from './requests/bare-server.ts'
import { paceOf, type Load, type Pace } from './requests/load.ts'
import { measureSessions } from './requests/sessions.ts'
import { startProcess, type ServerProcess } from './server/child.ts'
import { toRequest } from './server/client.ts'
import { BATCH_PATH, headersOf, toBatch, toBatchRequest } from './server/load.ts'

const DASHBOARDS = 10_000
const ROUNDS = 5
const WINDOW_MS = 1000
const QUERY = { series: 10, points: 100, number: 0, isFresh: false }

const toDashboard = (index: number, text = 'Rate of requests, by code') => {
  const panels = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [
      `p${i}`,
      {
        type: 'timeseries',
        title: `${text} ${i}`,
        queries: [{ refId: 'A', datasource: 'd', query: QUERY }],
        options: {},
      },
    ]),
  )
  return resource('dashboard', `dashboard-${index}`, `Dashboard ${index}`, {
    time: { from: 'now-1h', to: 'now' },
    panels,
    layout: { type: 'grid', items: Object.keys(panels).map((panel, i) => ({ panel, x: 0, y: i * 8, w: 12, h: 8 })) },
  })
}

const DASHBOARDS_PATH = '/api/v1/ns/default/dashboards'
const ONE = `${DASHBOARDS_PATH}/dashboard-1`

async function send(host: ServerProcess, method: string, path: string, body?: object): Promise<Response> {
  const headers = { ...headersOf(host), 'content-type': 'application/json' }
  const answer = await fetch(host.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  if (!answer.ok) throw new Error(`${method} ${path} is answered with ${answer.status}: ${await answer.text()}`)
  return answer
}

async function fill(host: ServerProcess): Promise<void> {
  for (let from = 0; from < DASHBOARDS; from += 1000) {
    const resources = Array.from({ length: 1000 }, (_, i) => toDashboard(from + i))
    await send(host, 'POST', '/api/v1/ns/default/apply', { resources })
  }
}

/** The same requests to both; of those that write, each says something new. */
function loadsOf(host: ServerProcess, bare: ServerProcess): Record<string, readonly [ours: Load, other: Load]> {
  const headers = headersOf(host)
  const fixed = (url: string, bytes: Buffer): Load => ({ url, next: () => bytes })
  const get = (path: string, bareAt: string) =>
    [
      fixed(host.url, toRequest(host.url, path, undefined, headers, 'GET')),
      fixed(bare.url, toRequest(bare.url, bareAt, undefined, {}, 'GET')),
    ] as const
  let written = 0
  const put = (url: string, toPath: (index: number) => string, besides: Readonly<Record<string, string>>): Load => ({
    url,
    next: () => {
      const index = written++ % DASHBOARDS
      return toRequest(url, toPath(index), toDashboard(index, `Text ${written}`), besides, 'PUT')
    },
  })
  return {
    'list of 100 dashboards': get(DASHBOARDS_PATH, '/list'),
    'get of a dashboard': get(ONE, '/get'),
    'put of a dashboard, kept on the disk': [
      put(host.url, (index) => `${DASHBOARDS_PATH}/dashboard-${index}`, { ...headers, 'if-match': '*' }),
      put(bare.url, () => '/put', {}),
    ],
    'query of 10 series x 100, from the cache': [
      fixed(host.url, toBatchRequest(host, [QUERY])),
      fixed(bare.url, toRequest(bare.url, '/query', toBatch([QUERY]), {})),
    ],
  }
}

async function measureLoad(
  name: string,
  [ours, other]: readonly [Load, Load],
  connections: number,
): Promise<Figures[]> {
  const paces = { ours: [] as Pace[], other: [] as Pace[] }
  for (let round = 0; round < ROUNDS; round++) {
    paces.ours.push(await paceOf(ours, connections, WINDOW_MS))
    paces.other.push(await paceOf(other, connections, WINDOW_MS))
  }
  const figures = (what: string, unit: string, of: (pace: Pace) => number): Figures => ({
    name: `${name}, ${connections} connections: ${what}`,
    unit,
    ours: paces.ours.map(of),
    other: { name: 'bare Fastify', values: paces.other.map(of) },
  })
  return [
    figures('time for a request', 'ms', ({ perSecond }) => 1000 / perSecond),
    figures('p99', 'ms', ({ p99 }) => p99),
  ]
}

export default async (): Promise<Figures[]> => {
  const folder = temporaryFolder('bench')
  const host = await startProcess(join(import.meta.dirname, 'server/host.ts'), [folder])
  await fill(host)
  const answers: Answers = {
    list: await (await send(host, 'GET', DASHBOARDS_PATH)).json(),
    get: await (await send(host, 'GET', ONE)).json(),
    query: Buffer.from(await (await send(host, 'POST', BATCH_PATH, toBatch([QUERY]))).arrayBuffer()).toString('base64'),
  }
  const file = join(folder, 'answers.json')
  writeFileSync(file, JSON.stringify(answers))
  const bare = await startProcess(join(import.meta.dirname, 'requests/bare-server.ts'), [file])
  try {
    const loads = Object.entries(loadsOf(host, bare))
    for (const [, pair] of loads) for (const load of pair) await paceOf(load, 16, 2 * WINDOW_MS)
    const figures: Figures[] = []
    for (const [name, pair] of loads)
      for (const connections of [16, 64]) figures.push(...(await measureLoad(name, pair, connections)))
    return [...figures, ...(await measureBackup(folder, DASHBOARDS)), ...(await measureSessions(host, folder))]
  } finally {
    await Promise.all([host.stop(), bare.stop()])
    removeFolder(folder)
  }
}
