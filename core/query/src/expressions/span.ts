import type { Comparison } from './condition.ts'

/** The numbers that fulfil a condition: those from one end to the other, or all others. */
export interface Span {
  readonly low: number
  readonly high: number
  /** Whether the ends belong to it. */
  readonly closed: boolean
  readonly inverted: boolean
}

/** The numbers that a comparison with these values accepts. The ends of a range may stand in any order. */
export function toSpan(comparison: Comparison, [first = NaN, second = NaN]: readonly number[]): Span {
  const low = Math.min(first, second)
  const high = Math.max(first, second)
  switch (comparison) {
    // What is not at most the value is above it.
    case 'above':
      return { low: -Infinity, high: first, closed: true, inverted: true }
    case 'aboveOrEqual':
      return { low: first, high: Infinity, closed: true, inverted: false }
    case 'below':
      return { low: first, high: Infinity, closed: true, inverted: true }
    case 'belowOrEqual':
      return { low: -Infinity, high: first, closed: true, inverted: false }
    case 'equal':
      return { low: first, high: first, closed: true, inverted: false }
    case 'notEqual':
      return { low: first, high: first, closed: true, inverted: true }
    case 'within':
      return { low, high, closed: false, inverted: false }
    case 'withinOrEqual':
      return { low, high, closed: true, inverted: false }
    case 'outside':
      return { low, high, closed: true, inverted: true }
    case 'outsideOrEqual':
      return { low, high, closed: false, inverted: true }
  }
}

/** Whether a number, which is not NaN, is one of them. */
export function isInSpan(value: number, { low, high, closed, inverted }: Span): boolean {
  const isInside = closed ? value >= low && value <= high : value > low && value < high
  return isInside !== inverted
}
