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

const functions: Readonly<Record<Exclude<UnaryOperator, 'percent'>, (value: number) => number>> = {
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  round: Math.round,
  floor: Math.floor,
  ceil: Math.ceil,
}

/** Of each number; `percent` is its share of the sum of all. */
export function transformNumbers(operator: UnaryOperator, values: Float64Array): Float64Array {
  if (operator !== 'percent') return values.map(functions[operator])
  let sum = 0
  for (const value of values) if (!Number.isNaN(value)) sum += value
  return values.map((value) => value / sum)
}
