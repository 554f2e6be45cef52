import { functionsByName } from '../functions.ts'
import { aggregations } from '../functions/aggregations.ts'
import type { PromqlParameter } from '../functions/declare.ts'

export const aggregationsByName = new Map(aggregations.map((one) => [one.name, one]))

/** What a function or an aggregation takes; undefined for one that is not known. */
export const parametersOf = (kind: 'function' | 'aggregation', name: string) =>
  (kind === 'function' ? functionsByName : aggregationsByName).get(name)?.parameters

/** The parameter at a place; the last one may be repeated. */
export const parameterAt = (parameters: readonly PromqlParameter[], index: number) =>
  parameters[index] ?? (parameters.at(-1)?.repeated ? parameters.at(-1) : undefined)

/** Which argument is what an operation works on; -1 when it needs no series. */
export const seriesAt = (parameters: readonly PromqlParameter[]) =>
  parameters.findIndex(({ type, optional }) => !optional && (type === 'instant' || type === 'range'))
