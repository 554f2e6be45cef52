import { Dashboard } from '@orrery/dashboard'
import { expect, it } from 'vitest'
import { missingDatasources, missingLibraryPanels, replaceRefs } from './import-dashboard.ts'

const query = (datasource: string) => ({ refId: 'A', datasource, query: { datasource } })
const dashboard: Dashboard = {
  apiVersion: Dashboard.apiVersion,
  kind: Dashboard.kind,
  namespace: 'default',
  id: 'shop',
  metadata: { title: 'Shop' },
  spec: {
    time: { from: 'now-1h', to: 'now' },
    variables: [{ type: 'query', name: 'job', datasource: 'gone', query: {} }],
    annotations: [{ type: 'query', name: 'Deploys', datasource: 'gone', query: {} }],
    panels: {
      cpu: { type: 'stat', title: 'CPU', queries: [query('gone')], options: {} },
      disk: { type: 'stat', title: 'Disk', queries: [query('there')], options: {} },
      any: { type: 'stat', title: 'Any', queries: [query('$source')], options: {} },
    },
    layout: { type: 'grid', items: [] },
  },
}

it('names the data sources that are not there, each once, and no variables', () => {
  expect(missingDatasources(dashboard, new Set(['there']))).toEqual(['gone'])
})

it('asks others wherever they are asked, and leaves what queries say', () => {
  const { spec } = replaceRefs(dashboard, { datasource: { gone: 'prom' }, 'library-panel': { gone: 'other' } })
  expect(spec.variables).toMatchObject([{ datasource: 'prom' }])
  expect(spec.annotations).toMatchObject([{ datasource: 'prom' }])
  expect(Object.values(spec.panels).map(({ queries }) => queries[0])).toEqual([
    { ...query('gone'), datasource: 'prom' },
    query('there'),
    query('$source'),
  ])
  expect(dashboard.spec.panels['cpu']!.queries[0]!.datasource).toBe('gone')
})

it('names the library panels that are not there, and shows others in their places', () => {
  const libraryPanels = { load: { library: 'gone' }, up: { library: 'there' } }
  const shown = { ...dashboard, spec: { ...dashboard.spec, libraryPanels } }
  expect(missingLibraryPanels(shown, new Set(['there']))).toEqual(['gone'])
  expect(replaceRefs(shown, { datasource: {}, 'library-panel': { gone: 'load' } }).spec.libraryPanels).toEqual({
    load: { library: 'load' },
    up: { library: 'there' },
  })
})
