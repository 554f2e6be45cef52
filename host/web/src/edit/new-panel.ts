import type { DashboardSpec, PanelSpec } from '@orrery/dashboard'
import { contributionsOf } from '../plugins/plugin-list.ts'
import type { DatasourceChoice } from '../query/datasource-choices.ts'
import { newQuery } from '../query/query-list.ts'

/** What most panels are. */
const USUAL_TYPE = 'timeseries'

/** The datasource that the panel before was made with, else the default one, else the first. */
function usualDatasource({ panels }: DashboardSpec, datasources: readonly DatasourceChoice[]) {
  const last = Object.values(panels)
    .findLast(({ queries }) => queries.length > 0)
    ?.queries.at(-1)?.datasource
  return datasources.find(({ id, type }) => id === last && type) ?? datasources.find(({ type }) => type)
}

/** A panel to begin with; undefined when no plugin draws panels. */
export function newPanel(spec: DashboardSpec, datasources: readonly DatasourceChoice[]): PanelSpec | undefined {
  const types = contributionsOf('panel')
  const type = types.find(({ id }) => id === USUAL_TYPE) ?? types[0]
  if (!type) return undefined
  const source = usualDatasource(spec, datasources)
  const queries = source ? [{ refId: 'A', datasource: source.id, query: newQuery(source.type) }] : []
  return { type: type.id, title: '', queries, options: {} }
}
