import type { QueryBatch } from '@orrery/api'
import { encodeEnd, encodeMessage } from '@orrery/query'
import { defineTable, number } from '@orrery/sdk'
import { expect, it } from 'vitest'
import { startFakeHost, type HostAnswer } from '../api/testing.ts'
import { pluginList } from '../plugins/plugin-list.ts'
import { addStarter, findStarters } from './starters.ts'
import { toStored } from './testing.ts'

const Count = defineTable({ count: number() })
const spec = (datasource: string) => ({
  time: { from: 'now-1h', to: 'now' },
  panels: { a: { type: 'stat', title: 'A', queries: [{ refId: 'A', datasource, query: {} }], options: {} } },
  layout: { type: 'grid', items: [{ panel: 'a', x: 0, y: 0, w: 24, h: 8 }] },
})
const door = (code: string) => ({ $door: 'shared', server: './none.js', web: `./${encodeURIComponent(code)}` })
const starter = (id: string, datasource: string, code = `export default ${spec.toString()}`) => ({
  kind: 'starter',
  id,
  title: id,
  description: `About ${id}`,
  datasource,
  finds: { type: 'instant', expr: id },
  dashboard: door(code),
})

const contributes = [
  starter('nodes', 'prometheus'),
  starter('shop', 'prometheus'),
  starter('broken', 'prometheus', 'export default () => ({ panels: 1 })'),
  starter('empty', 'prometheus'),
  starter('failing', 'prometheus'),
  starter('logs', 'loki'),
]
const start = (dashboards: readonly string[] = []) => {
  const plugin = { id: '@acme/p', title: 'P', version: '1.0.0', base: 'data:text/javascript,', contributes }
  pluginList.value = { plugins: [plugin], problems: [] }
  return startFakeHost(({ method, url, body }): HostAnswer => {
    if (url.pathname.endsWith('/query'))
      return (response) => {
        for (const { id } of (body as QueryBatch).items) {
          const problem = { code: 'X', status: 400, detail: 'No.', params: {} }
          const frame = Count.fromRows(id === 'empty' ? [] : [{ count: 1 }])
          const chunks =
            id === 'failing'
              ? encodeMessage({ id, refId: 'A', problem })
              : encodeMessage({ id, refId: 'A', part: 0 }, frame)
          for (const chunk of chunks) response.write(chunk)
          for (const chunk of encodeMessage({ id, end: true })) response.write(chunk)
        }
        for (const chunk of encodeEnd()) response.write(chunk)
        response.end()
      }
    const stored = toStored({})
    if (method === 'PUT') return { status: 201, body: { ...stored, resource: body } }
    const items = dashboards.map((id) => ({ ...stored, resource: { ...stored.resource, kind: 'dashboard', id } }))
    return { body: { items } }
  })
}
const find = () => findStarters({ id: 'prom', type: 'prometheus' }, new AbortController().signal)

it('offers in one request those whose data the datasource has, and says which are there already', async () => {
  const asked = await start(['shop-prom'])
  const offered = await find()
  expect(offered.map(({ id, dashboard, isAdded }) => ({ id, dashboard, isAdded }))).toEqual([
    { id: 'broken', dashboard: 'broken-prom', isAdded: false },
    { id: 'nodes', dashboard: 'nodes-prom', isAdded: false },
    { id: 'shop', dashboard: 'shop-prom', isAdded: true },
  ])
  expect(asked.filter(({ url }) => url.pathname.endsWith('/query'))).toHaveLength(1)
})

it('adds a dashboard that asks the datasource, unless one of its id is there', async () => {
  const asked = await start()
  const nodes = (await find()).find(({ id }) => id === 'nodes')!
  await addStarter(nodes, 'prom')
  const { method, url, headers, body } = asked.at(-1)!
  expect([method, url.pathname, headers['if-none-match']]).toEqual([
    'PUT',
    '/api/v1/ns/default/dashboards/nodes-prom',
    '*',
  ])
  expect(body).toMatchObject({ kind: 'dashboard', metadata: { title: 'nodes' }, spec: spec('prom') })
})

it('says which plugin makes a dashboard that is none, and stores nothing', async () => {
  const asked = await start()
  const broken = (await find()).find(({ id }) => id === 'broken')!
  await expect(addStarter(broken, 'prom')).rejects.toMatchObject({
    code: 'PLUGIN_CODE_FAILED',
    params: { plugin: '@acme/p', title: 'broken' },
  })
  expect(asked.some(({ method }) => method === 'PUT')).toBe(false)
})
