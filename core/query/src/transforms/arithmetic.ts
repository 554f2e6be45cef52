import { reduce } from '@orrery/frames'
import { exp, ln } from '../pinned-math.ts'

export type BinaryOperator = '+' | '-' | '*' | '/'
export type UnaryOperator = 'abs' | 'exp' | 'ln' | 'round' | 'floor' | 'ceil' | 'percent'

/** Numbers, or one for all. */
export type Numbers = Float64Array | number

/** Both sides, number by number; NaN where either is missing. What is divided by zero is infinite. */
export function calculate(left: Numbers, operator: BinaryOperator, right: Numbers, length: number): Float64Array {
  const a = typeof left === 'number' ? new Float64Array(length).fill(left) : left
  const b = typeof right === 'number' ? new Float64Array(length).fill(right) : right
  const out = new Float64Array(length)
  switch (operator) {
    case '+':
      for (let i = 0; i < length; i++) out[i] = a[i]! + b[i]!
      return out
    case '-':
      for (let i = 0; i < length; i++) out[i] = a[i]! - b[i]!
      return out
    case '*':
      for (let i = 0; i < length; i++) out[i] = a[i]! * b[i]!
      return out
    case '/':
      for (let i = 0; i < length; i++) out[i] = a[i]! / b[i]!
      return out
  }
}

/** Of each number; `percent` is its share of the sum of all. */
export function transformNumbers(operator: UnaryOperator, values: Float64Array): Float64Array {
  const { length } = values
  const out = new Float64Array(length)
  // A loop for each: through one that calls a function it takes several times as long.
  switch (operator) {
    case 'abs':
      for (let i = 0; i < length; i++) out[i] = Math.abs(values[i]!)
      return out
    case 'exp':
      for (let i = 0; i < length; i++) out[i] = exp(values[i]!)
      return out
    case 'ln':
      for (let i = 0; i < length; i++) out[i] = ln(values[i]!)
      return out
    case 'round':
      for (let i = 0; i < length; i++) out[i] = Math.round(values[i]!)
      return out
    case 'floor':
      for (let i = 0; i < length; i++) out[i] = Math.floor(values[i]!)
      return out
    case 'ceil':
      for (let i = 0; i < length; i++) out[i] = Math.ceil(values[i]!)
      return out
    case 'percent': {
      const sum = reduce('sum', values) ?? NaN
      for (let i = 0; i < length; i++) out[i] = values[i]! / sum
      return out
    }
  }
}
