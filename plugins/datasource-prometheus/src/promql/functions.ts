import type { PromqlFunction, PromqlParameter } from './functions/declare.ts'
import { histograms } from './functions/histograms.ts'
import { labels, orders } from './functions/labels.ts'
import { math, trigonometry } from './functions/math.ts'
import { overTime } from './functions/over-time.ts'
import { rates } from './functions/rates.ts'
import { times } from './functions/time.ts'

/** All functions of PromQL, by group, what is used most first. */
export const functions: readonly PromqlFunction[] = [
  ...rates,
  ...histograms,
  ...overTime,
  ...math,
  ...labels,
  ...orders,
  ...times,
  ...trigonometry,
]

/** A function by its name. */
export const functionsByName: ReadonlyMap<string, PromqlFunction> = new Map(functions.map((one) => [one.name, one]))

/** How a function or an aggregation is called: `predict_linear(v range, seconds scalar)`. */
export function signatureOf({ name, parameters }: { name: string; parameters: readonly PromqlParameter[] }): string {
  const all = parameters.map(({ name, type, optional, repeated }) => {
    const text = `${name} ${type}`
    return optional ? `[${text}]` : repeated ? `${text}, ...` : text
  })
  return `${name}(${all.join(', ')})`
}
