import type { AdhocFilter, FilterOptions, FilterOptionsRequest } from '@orrery/sdk'
import type { Api } from './api.ts'
import type { Flavour } from './flavour.ts'
import { askNames, valuesPath } from './names.ts'

export type FilterParams = Readonly<Record<string, string>>

/** The grammar is loaded for the first filter: most dashboards have none. */
const loadGrammar = () => import('../promql/filters.ts')

/** A selector of all series, to which filters can be added: Prometheus wants one condition that the empty text does not meet. */
const everything = '{__name__!=""}'

/**
 * Narrows an expression down. Prometheus gets the filters within its selectors; VictoriaMetrics, whose language is larger
 * than the grammar, adds them itself: https://docs.victoriametrics.com/victoriametrics/#prometheus-querying-api-enhancements
 */
export async function withFilters(
  expr: string,
  filters: readonly AdhocFilter[],
  flavour: Flavour,
): Promise<{ expr: string; params: FilterParams }> {
  if (filters.length === 0) return { expr, params: {} }
  const { addLabelFilters } = await loadGrammar()
  if (flavour === 'victoriametrics') return { expr, params: { 'extra_filters[]': addLabelFilters('{}', filters) } }
  return { expr: addLabelFilters(expr, filters), params: {} }
}

/** Labels, and values of one, of the series that the other filters leave. */
export const createFilterOptions =
  (api: Api) =>
  async ({ key, search, limit, range, filters, signal }: FilterOptionsRequest): Promise<FilterOptions> => {
    const match = filters.length > 0 ? (await loadGrammar()).addLabelFilters(everything, filters) : undefined
    const { names } = await askNames(api, {
      path: key === undefined ? 'labels' : valuesPath(key),
      range,
      match,
      search,
      limit,
      signal,
      // The name of a metric is chosen by the query itself.
      ...(key === undefined && { accepts: (name) => name !== '__name__' }),
    })
    return { names: names.names, isCutOff: names.isCutOff }
  }
