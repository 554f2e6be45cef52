const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['+Inf', Infinity],
  ['Inf', Infinity],
  ['-Inf', -Infinity],
])
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** The value of a sample, which Prometheus writes as text; undefined when that is no number. */
export const parseValue = (text: string): number | undefined =>
  SPECIAL.get(text) ?? (NUMBER.test(text) ? Number(text) : undefined)
