import type { Grouping, Matcher, Matching } from '../expr.ts'

/** A function around what comes before it. */
export interface FunctionOperation {
  readonly kind: 'function'
  readonly name: string
  /** Its other arguments in their order: strings as they read, all else as PromQL. */
  readonly params: readonly string[]
  /** How far a range function looks back: a duration. */
  readonly range?: string
  /** Between the points that a range over anything but a selector is made of; empty leaves it to the server. */
  readonly step?: string
}

/** An aggregation of what comes before it. */
export interface AggregationOperation {
  readonly kind: 'aggregation'
  readonly name: string
  readonly params: readonly string[]
  readonly grouping?: Grouping
}

interface Operator {
  readonly operator: string
  /** A comparison answers 0 or 1 in place of filtering. */
  readonly isBool: boolean
  readonly matching?: Matching
}

/** What comes before it, and a constant: a number, a variable, `time()`, `vector(0)`. */
export interface ConstantOperation extends Operator {
  readonly kind: 'constant'
  readonly value: string
  /** The constant stands before the operator: `1 - x`. */
  readonly isFirst: boolean
}

/** What comes before it, and another query. */
export interface JoinOperation extends Operator {
  readonly kind: 'join'
  readonly query: BuilderQuery
}

export type Operation = FunctionOperation | AggregationOperation | ConstantOperation | JoinOperation

/** A query in steps: the series of a metric, and what is done to them, one after the other. */
export interface BuilderQuery {
  /** Empty when the filters say it all. */
  readonly metric: string
  readonly filters: readonly Matcher[]
  /** So long ago: a duration. */
  readonly offset?: string
  /** At a fixed time: seconds since 1970, `start()` or `end()`. */
  readonly at?: string
  readonly operations: readonly Operation[]
}

export const emptyQuery: BuilderQuery = { metric: '', filters: [], operations: [] }
