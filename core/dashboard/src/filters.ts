import { listOf, parseTemplate, readVariable, type VariableScope } from '@orrery/format'
import { QueryError, type AdhocFilter } from '@orrery/query'

import type { FiltersVariable, Variable } from './variable.ts'
import type { ScopedVariable } from './variables/scope.ts'

/** The filters that a viewer set, by the keys of their variables. */
export type FilterValues = Readonly<Record<string, readonly AdhocFilter[]>>

const isFiltersVariable = (variable: Variable): variable is FiltersVariable => variable.type === 'filters'

/** The variables of filters among others. */
export const filterVariables = (variables: Iterable<ScopedVariable>) =>
  [...variables].flatMap(({ key, variable }) => (isFiltersVariable(variable) ? [{ key, variable }] : []))

/**
 * The filters of each variable of filters: those that were set, else its default. QUERY_VARIABLE_UNKNOWN for a key that
 * no variable of filters has.
 */
export function resolveFilters(variables: readonly ScopedVariable[], given: FilterValues): FilterValues {
  const declared = filterVariables(variables)
  const known = declared.map(({ key }) => key)
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown !== undefined) throw new QueryError('QUERY_VARIABLE_UNKNOWN', { variable: unknown, known })
  return Object.fromEntries(
    declared.map(({ key, variable: { default: own = [] } }) => [key, Object.hasOwn(given, key) ? given[key]! : own]),
  )
}

/** The id of a datasource that a variable may name, `$source`: of several values the first. As it is where none is known. */
export function datasourceIn(datasource: string, scope: VariableScope): string {
  const [segment] = parseTemplate(datasource)
  const found = segment && 'variable' in segment ? readVariable(segment, scope) : undefined
  return (found && listOf(found.value)[0]) ?? datasource
}

/** All filters that apply to the queries of a datasource, of the variables that are known at a place, where these hold `scope`. */
export const filtersFor = (
  variables: Iterable<ScopedVariable>,
  values: FilterValues,
  datasource: string,
  scope: VariableScope,
): readonly AdhocFilter[] =>
  filterVariables(variables)
    .filter(({ variable }) => datasourceIn(variable.datasource, scope) === datasourceIn(datasource, scope))
    .flatMap(({ key }) => values[key] ?? [])
