import { expect, it } from 'vitest'
import { checkLibraryPanel, dashboardProblems } from './check.ts'
import type { DashboardSpec } from './dashboard.ts'
import { LibraryPanel, libraryPanelsOf, withLibraryPanels } from './library-panel.ts'
import type { PanelSpec } from './panel-spec.ts'

const cpu: PanelSpec = { type: 'timeseries', title: 'CPU', queries: [], options: {} }
const own: PanelSpec = { type: 'stat', title: 'Own', queries: [], options: {} }
const spec: DashboardSpec = {
  time: { from: 'now-1h', to: 'now' },
  panels: { own },
  libraryPanels: {
    first: { library: 'cpu' },
    second: { library: 'cpu', title: 'Other CPU' },
    third: { library: 'gone' },
  },
  layout: {
    type: 'auto',
    minWidth: 360,
    rowHeight: 280,
    maxColumns: 3,
    items: ['own', 'first', 'second', 'third'].map((panel) => ({ panel })),
  },
}

it('shows panels of the library under the ids that they have on a dashboard', () => {
  const shown = withLibraryPanels(spec, (library) => (library === 'cpu' ? cpu : undefined))
  expect(shown.panels).toEqual({ own, first: cpu, second: { ...cpu, title: 'Other CPU' } })
  expect(shown.panels['first']).toBe(cpu)
  expect(withLibraryPanels(spec, () => cpu).panels['second']).toBe(shown.panels['second'])
  expect(libraryPanelsOf(spec)).toEqual(['cpu', 'gone'])
})

it('leaves a dashboard that shows none of the library as it is', () => {
  const { libraryPanels: _, ...bare } = spec
  expect(withLibraryPanels(bare, () => cpu)).toBe(bare)
  expect(libraryPanelsOf(bare)).toEqual([])
})

it('finds an id that names two panels', () => {
  expect(dashboardProblems(spec)).toEqual([])
  expect(dashboardProblems({ ...spec, libraryPanels: { ...spec.libraryPanels, own: { library: 'cpu' } } })).toEqual([
    { path: '/libraryPanels/own', message: 'has the id of a panel of the dashboard' },
  ])
})

it('is a resource of its own', () => {
  const { apiVersion, kind } = LibraryPanel
  const resource = { apiVersion, kind, namespace: 'default', id: 'cpu', metadata: { title: 'CPU' }, spec: cpu }
  expect(checkLibraryPanel(resource)).toEqual(resource)
  const query = { refId: 'A', datasource: 'prom', query: {} }
  const twice = { ...resource, spec: { ...cpu, queries: [query, query] } }
  expect(() => checkLibraryPanel(twice)).toThrow(/"cpu".*\/spec\/queries\/1\/refId is "A" again/s)
})
