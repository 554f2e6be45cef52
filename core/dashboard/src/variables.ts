import { QueryError, type VariableValue, type VariableValues } from '@orrery/query'

import type { ValueVariable, Variable } from './variable.ts'

/** Whether its value stands in queries. */
export const isValueVariable = (variable: Variable): variable is ValueVariable => variable.type !== 'filters'

/** Bounds what a pattern is matched against; patterns are bounded by the schema. */
const MAX_TEXT = 1024

/** Whether a viewer may choose this value: listed options, several only where the author allowed it, or the whole pattern. */
export function admitVariable(variable: ValueVariable, value: VariableValue): boolean {
  if (variable.type === 'text') {
    if (typeof value !== 'string' || value.length > MAX_TEXT) return false
    return variable.pattern === undefined || new RegExp(`^(?:${variable.pattern})$`).test(value)
  }
  if (typeof value !== 'string' && !variable.multi) return false
  const listed = new Set(variable.options.map((option) => option.value))
  const chosen = typeof value === 'string' ? [value] : value
  return chosen.length > 0 && chosen.every((each) => listed.has(each))
}

/** The value of a variable of which nothing was chosen. */
export function defaultOf(variable: ValueVariable): VariableValue {
  const value = variable.default ?? (variable.type === 'choice' ? variable.options[0]!.value : '')
  return toShape(variable, value)
}

/** A variable of several values always has a list. */
const toShape = (variable: ValueVariable, value: VariableValue): VariableValue =>
  variable.type === 'choice' && variable.multi && typeof value === 'string' ? [value] : value

/**
 * The values that stand in queries: those that were chosen where the variable admits them, else its default.
 * QUERY_VARIABLE_FORBIDDEN for a value that it does not admit, QUERY_VARIABLE_UNKNOWN for a name that is not declared.
 */
export function resolveVariables(variables: readonly Variable[], given: VariableValues): VariableValues {
  const values = variables.filter(isValueVariable)
  const names = values.map(({ name }) => name)
  const unknown = Object.keys(given).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new QueryError('QUERY_VARIABLE_UNKNOWN', { variable: unknown, known: names })
  return Object.fromEntries(
    values.map((variable) => {
      const value = Object.hasOwn(given, variable.name) ? given[variable.name]! : defaultOf(variable)
      if (!admitVariable(variable, value)) throw new QueryError('QUERY_VARIABLE_FORBIDDEN', { variable: variable.name })
      return [variable.name, toShape(variable, value)]
    }),
  )
}
