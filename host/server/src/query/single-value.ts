import { listOf, toDetailed, type VariableScope } from '@orrery/format'

/** The value of a variable that an expression calculates with; undefined where there is none, or several. */
export function singleValue(name: string, scope: VariableScope): string | undefined {
  if (!Object.hasOwn(scope, name)) return undefined
  const values = listOf(toDetailed(scope[name]!).value)
  return values.length === 1 ? values[0] : undefined
}
