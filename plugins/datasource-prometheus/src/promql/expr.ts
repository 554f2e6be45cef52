import type { Span } from './parse.ts'

export type MatchOperator = '=' | '!=' | '=~' | '!~'

/** One condition of a selector; `value` is the text that the string stands for. */
export interface Matcher {
  readonly name: string
  readonly operator: MatchOperator
  readonly value: string
}

export interface Selector {
  readonly kind: 'selector'
  /** Empty when the selector has none. */
  readonly metric: string
  readonly matchers: readonly Matcher[]
}

/** A number or a duration, as it is written; a sign belongs to it. */
export interface NumberLiteral {
  readonly kind: 'number'
  readonly text: string
}

export interface StringText {
  readonly kind: 'string'
  readonly value: string
}

export interface Call {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Expr[]
}

export interface Grouping {
  readonly mode: 'by' | 'without'
  readonly labels: readonly string[]
}

export interface Aggregation {
  readonly kind: 'aggregation'
  readonly name: string
  readonly args: readonly Expr[]
  readonly grouping?: Grouping
}

/** Which series of the two sides belong together. */
export interface Matching {
  readonly mode: 'on' | 'ignoring'
  readonly labels: readonly string[]
  readonly group?: { readonly side: 'left' | 'right'; readonly include: readonly string[] }
}

export interface Binary {
  readonly kind: 'binary'
  readonly operator: string
  readonly isBool: boolean
  readonly matching?: Matching
  /** `fill (0)` and its like, as written. */
  readonly fill?: string
  readonly left: Expr
  readonly right: Expr
}

export interface Unary {
  readonly kind: 'unary'
  readonly operator: '-' | '+'
  readonly expr: Expr
}

/** `x[5m]`; with a step, even an empty one, `x[1h:1m]`. */
export interface Ranged {
  readonly kind: 'range'
  readonly expr: Expr
  readonly range: string
  readonly step?: string
}

/** `x offset 5m`, `x @ end()`; without a text `x anchored` and `x smoothed`. */
export interface Modified {
  readonly kind: 'modified'
  readonly modifier: 'offset' | '@' | 'anchored' | 'smoothed'
  readonly expr: Expr
  readonly text: string
}

/** An expression without its parentheses: the tree says what they said. Each has its place in the text it was read from. */
export type Expr = (Selector | NumberLiteral | StringText | Call | Aggregation | Binary | Unary | Ranged | Modified) & {
  readonly span: Span
}

/** The expressions that an expression is made of, in the order of the text. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'call':
    case 'aggregation':
      return expr.args
    case 'binary':
      return [expr.left, expr.right]
    case 'unary':
    case 'range':
    case 'modified':
      return [expr.expr]
    default:
      return []
  }
}

/** Calls back for an expression and all within it, with what is around each, the nearest first. */
export function visit(
  expr: Expr,
  callback: (expr: Expr, around: readonly Expr[]) => void,
  around: readonly Expr[] = [],
): void {
  callback(expr, around)
  for (const part of partsOf(expr)) visit(part, callback, [expr, ...around])
}

/** Whether two expressions say the same, however they are written. */
export const isSame = (a: Expr, b: Expr) => {
  const plain = (key: string, value: unknown) => (key === 'span' ? undefined : value)
  return JSON.stringify(a, plain) === JSON.stringify(b, plain)
}
