import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  removeFolder,
  signIn,
  startHost,
  temporaryFolder,
  tokenOf,
  type Person,
  type TestHost,
} from '../support/host.ts'

const dashboard = {
  apiVersion: 'orrery.dev/v1',
  kind: 'dashboard',
  namespace: 'default',
  id: 'load',
  metadata: { title: 'Load' },
  spec: {
    time: { from: 'now-1m', to: 'now' },
    variables: [{ type: 'choice', name: 'window', options: [{ value: '1m' }, { value: '5m' }] }],
    panels: {
      load: {
        type: 'timeseries',
        title: 'Load',
        queries: [{ refId: 'A', datasource: 'machine', query: { type: 'range', metric: 'load', legend: '$window' } }],
        options: {},
      },
    },
    layout: { type: 'grid', items: [{ panel: 'load', x: 0, y: 0, w: 24, h: 8 }] },
  },
}
const machine = {
  apiVersion: 'orrery.dev/v1',
  kind: 'datasource',
  namespace: 'default',
  id: 'machine',
  metadata: { title: 'Machine' },
  spec: { type: 'host', options: {} },
}

describe('a viewer', () => {
  let host: TestHost
  let viewer: Person
  let revision: string
  const [data, provisioning] = [temporaryFolder('data'), temporaryFolder('provisioning')]

  beforeAll(async () => {
    writeFileSync(join(provisioning, 'all.json'), JSON.stringify(machine))
    writeFileSync(join(provisioning, 'load.json'), JSON.stringify(dashboard))
    host = await startHost(['--data', data, '--provisioning', provisioning])
    const admin = await signIn(host, { name: 'ada', password: 'correct horse', token: tokenOf(host.setupUrl!) })
    await admin.request('/api/v1/users', {
      method: 'POST',
      body: { name: 'vic', password: 'battery staple', role: 'viewer' },
    })
    viewer = await signIn(host, { name: 'vic', password: 'battery staple' })
    ;({ revision } = (await (await viewer.request('/api/v1/ns/default/dashboards/load')).json()) as {
      revision: string
    })
  })
  afterAll(async () => {
    await host?.stop()
    removeFolder(data)
    removeFolder(provisioning)
  })

  const query = async (patch: object, item: object = { type: 'panel', id: 'a', panel: 'load', width: 500 }) => {
    const to = Date.now()
    const body = {
      dashboard: { id: 'load', revision },
      range: { from: to - 60_000, to },
      timeZone: 'UTC',
      items: [item],
      ...patch,
    }
    const answer = await viewer.request('/api/v1/ns/default/query', { method: 'POST', body })
    return { status: answer.status, code: answer.ok ? undefined : ((await answer.json()) as { code: string }).code }
  }

  it('runs what is saved', async () => {
    expect(await query({ variables: { window: '5m' } })).toEqual({ status: 200, code: undefined })
  })

  it.each([
    [
      'query text in a panel',
      {},
      { type: 'panel', id: 'a', panel: 'load', width: 500, query: { type: 'range', metric: 'cpu' } },
    ],
    [
      'a query of its own',
      {},
      {
        type: 'draft',
        id: 'a',
        datasource: 'machine',
        refId: 'A',
        query: { type: 'range', metric: 'cpu' },
        width: 500,
      },
    ],
    ['a value that the author did not allow', { variables: { window: '1h' } }, undefined],
  ])('gets 403 for %s', async (_, patch, item) => {
    expect((await query(patch, item)).status).toBe(403)
  })

  it('changes nothing', async () => {
    const answer = await viewer.request('/api/v1/ns/default/dashboards/load', {
      method: 'PUT',
      body: dashboard,
      headers: { 'if-match': `"${revision}"` },
    })
    expect(answer.status).toBe(403)
  })

  it('is nobody without a session', async () => {
    const answer = await fetch(`${host.url}/api/v1/ns/default/dashboards`)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'SIGN_IN_NEEDED'])
  })
})
