import type { BinaryOperator, FunctionName, UnaryOperator } from './syntax.ts'
import { exp, ln, pow } from '../../pinned-math.ts'

type Of2 = (x: Float64Array, y: Float64Array, out: Float64Array) => void
type Of1 = (x: Float64Array, out: Float64Array) => void

// A loop each, so that none calls a function for every number. What is not a number is unequal to itself.

/** What operators make of numbers; what is compared with NaN is NaN. */
export const operations: Readonly<Record<BinaryOperator, Of2>> = {
  '+': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! + y[k]!
  },
  '-': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! - y[k]!
  },
  '*': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! * y[k]!
  },
  '/': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! / y[k]!
  },
  '%': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! % y[k]!
  },
  '**': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = isUnordered(x[k]!, y[k]!) ? NaN : pow(x[k]!, y[k]!)
  },
  '>': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! > y[k]! ? 1 : x[k]! <= y[k]! ? 0 : NaN
  },
  '>=': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! >= y[k]! ? 1 : x[k]! < y[k]! ? 0 : NaN
  },
  '<': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! < y[k]! ? 1 : x[k]! >= y[k]! ? 0 : NaN
  },
  '<=': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! <= y[k]! ? 1 : x[k]! > y[k]! ? 0 : NaN
  },
  '==': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k] === y[k] ? 1 : isUnordered(x[k]!, y[k]!) ? NaN : 0
  },
  '!=': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k] === y[k] ? 0 : isUnordered(x[k]!, y[k]!) ? NaN : 1
  },
  // A side that decides by itself does so whatever the other is.
  '&&': (x, y, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k] === 0 || y[k] === 0 ? 0 : isUnordered(x[k]!, y[k]!) ? NaN : 1
  },
  '||': (x, y, out) => {
    for (let k = 0; k < out.length; k++)
      out[k] = isTrue(x[k]!) || isTrue(y[k]!) ? 1 : isUnordered(x[k]!, y[k]!) ? NaN : 0
  },
}

const isUnordered = (x: number, y: number) => x !== x || y !== y
const isTrue = (x: number) => x !== 0 && x === x

export const unaryOperations: Readonly<Record<UnaryOperator, Of1>> = {
  '-': (x, out) => {
    for (let k = 0; k < out.length; k++) out[k] = -x[k]!
  },
  '!': (x, out) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k] === 0 ? 1 : x[k] === x[k] ? 0 : NaN
  },
}

const each =
  (calculate: (x: number) => number): Of1 =>
  (x, out) => {
    for (let k = 0; k < out.length; k++) out[k] = calculate(x[k]!)
  }

/** Functions of numbers; `is_null` is asked of the column, not of its numbers. */
export const functions: Readonly<Record<Exclude<FunctionName, 'is_null'>, Of1>> = {
  abs: each(Math.abs),
  ceil: each(Math.ceil),
  exp: each(exp),
  floor: each(Math.floor),
  is_inf: each((x) => (x === Infinity || x === -Infinity ? 1 : 0)),
  is_nan: each((x) => (x === x ? 0 : 1)),
  is_number: each((x) => (Number.isFinite(x) ? 1 : 0)),
  log: each(ln),
  // Halves go away from zero, to either side.
  round: each((x) => Math.sign(x) * Math.round(Math.abs(x))),
  sqrt: each(Math.sqrt),
}
