import { QueryError, type AdhocFilter } from '@orrery/query'

import type { FiltersVariable, Variable } from './variable.ts'

/** The filters that a viewer set, by the names of their variables. */
export type FilterValues = Readonly<Record<string, readonly AdhocFilter[]>>

const isFiltersVariable = (variable: Variable): variable is FiltersVariable => variable.type === 'filters'

/**
 * The filters of each variable of filters: those that were set, else its default. QUERY_VARIABLE_UNKNOWN for a name that
 * no variable of filters has.
 */
export function resolveFilters(variables: readonly Variable[], given: FilterValues): FilterValues {
  const declared = variables.filter(isFiltersVariable)
  const known = declared.map(({ name }) => name)
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new QueryError('QUERY_VARIABLE_UNKNOWN', { variable: unknown, known })
  return Object.fromEntries(
    declared.map(({ name, default: own = [] }) => [name, Object.hasOwn(given, name) ? given[name]! : own]),
  )
}

/** All filters that apply to the queries of a datasource. */
export const filtersFor = (
  variables: readonly Variable[],
  values: FilterValues,
  datasource: string,
): readonly AdhocFilter[] =>
  variables
    .filter(isFiltersVariable)
    .filter((variable) => variable.datasource === datasource)
    .flatMap(({ name }) => values[name] ?? [])
