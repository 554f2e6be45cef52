import type { VariableOf, ValueVariable, Variable } from './variable.ts'

/** Whether its value stands in queries. */
export const isValueVariable = (variable: Variable): variable is ValueVariable => variable.type !== 'filters'

/** A variable whose values are chosen from a list that may have All. */
export type ListVariable = VariableOf<'query' | 'choice' | 'datasource'>

export const isListVariable = (variable: Variable): variable is ListVariable =>
  variable.type === 'query' || variable.type === 'choice' || variable.type === 'datasource'

/** Whether its value is a list, also where one is chosen. */
export const isSeveral = (variable: ValueVariable): boolean =>
  variable.type === 'groupBy' || (isListVariable(variable) && variable.multi === true)

/** Whether its options are only known to the host: they are asked for. */
export const isAsked = (variable: Variable): boolean =>
  variable.type === 'datasource' ||
  (variable.type === 'query' && variable.refresh !== 'never') ||
  (variable.type === 'groupBy' && variable.keys === undefined)

/** Whether values that no list has may be chosen. */
export const takesCustom = (variable: ValueVariable): boolean =>
  variable.type === 'text' ||
  ((variable.type === 'query' || variable.type === 'choice') && variable.allowCustom === true)
