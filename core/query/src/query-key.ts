import { usedVariables, type VariableScope } from '@orrery/format'
import { budgetFor } from './budget.ts'
import type { PipelineRequest } from './pipeline.ts'
import type { QueryRequestEvent } from './query-hooks.ts'
import { builtInValues } from './variables.ts'

/**
 * The values that a query is run with: those of the variables it uses, and no other, so that its key holds all that the
 * answer depends on; and the built-in ones, which follow from the range and the interval.
 */
export function usedValues(given: VariableScope, event: QueryRequestEvent): VariableScope {
  const used = usedVariables(event.query).filter((name) => Object.hasOwn(given, name))
  return { ...Object.fromEntries(used.map((name) => [name, given[name]!])), ...builtInValues(event) }
}

/** Equal for queries with equal answers. */
export function queryKey(request: PipelineRequest, event: QueryRequestEvent, variables: VariableScope): string {
  const { datasource, budget = budgetFor(event.purpose) } = request
  return JSON.stringify({ ...event, revision: datasource.revision, variables, budget }, sortKeys)
}

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
