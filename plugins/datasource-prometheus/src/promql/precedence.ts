const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '<=', '<', '>=', '>', '</', '>/'],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
  ['^'],
]

/** How strongly an operator binds: what binds stronger is done first. */
export const strengthOf = (operator: string) => levels.findIndex((level) => level.includes(operator))

/** Of a sign before an expression: `-a * b` is `(-a) * b`, and `-a ^ b` is `-(a ^ b)`. */
export const signStrength = strengthOf('*') + 0.5

/** Chains of it are done from the right. */
export const isRightToLeft = (operator: string) => operator === '^'

export const isComparison = (operator: string) => strengthOf(operator) === 2
export const isSetOperator = (operator: string) => strengthOf(operator) === 0 || strengthOf(operator) === 1
