/** The calculations with the titles that a form shows. */
export const titleOfCalculation = {
  last: 'Last',
  first: 'First',
  mean: 'Mean',
  min: 'Lowest',
  max: 'Highest',
  sum: 'Sum',
  count: 'Number of values',
  range: 'Highest minus lowest',
  delta: 'Last minus first',
} as const
export type Calculation = keyof typeof titleOfCalculation

type Calculate = (present: Float64Array) => number

const fold = (values: Float64Array, step: (result: number, value: number) => number) => {
  let result = values[0]!
  for (let k = 1; k < values.length; k++) result = step(result, values[k]!)
  return result
}
const sum: Calculate = (values) => fold(values, (total, value) => total + value)
const lowest: Calculate = (values) => fold(values, Math.min)
const highest: Calculate = (values) => fold(values, Math.max)

// Each is given at least one value, and none that is missing.
const calculations: Readonly<Record<Calculation, Calculate>> = {
  last: (values) => values.at(-1)!,
  first: (values) => values[0]!,
  mean: (values) => sum(values) / values.length,
  min: lowest,
  max: highest,
  sum,
  count: (values) => values.length,
  range: (values) => highest(values) - lowest(values),
  delta: (values) => values.at(-1)! - values[0]!,
}

/** One number for the values of a series; NaN is missing. Undefined where none is there, save that their count is 0. */
export function calculate(calculation: Calculation, values: Float64Array): number | undefined {
  const present = values.includes(NaN) ? values.filter((value) => !Number.isNaN(value)) : values
  if (present.length === 0) return calculation === 'count' ? 0 : undefined
  return calculations[calculation](present)
}
