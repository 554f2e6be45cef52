import type { CodedError } from '@orrery/schema'
import type { Frame, Labels } from '@orrery/frames'
import type { TimeRange } from '../time-range.ts'
import type { Expression } from './expression.ts'

/** An expression under the name by which others take its result. */
export interface ExpressionNode {
  readonly refId: string
  readonly expression: Expression
}

/** What expressions may know beside their inputs. */
export interface ExpressionContext {
  /** What was asked for: windows are laid into it. */
  readonly range: TimeRange
  /** The distance of points that was asked for, in milliseconds: the window of those that name none. */
  readonly intervalMs: number
  /** The value of a variable that an expression names like a query; it counts where no query has the name. */
  readonly readVariable?: (name: string) => string | undefined
  /** Whether a series or number was over the threshold of this expression before; never when omitted. */
  readonly wasActive?: (refId: string, labels: Labels) => boolean
}

export interface ExpressionRequest {
  readonly nodes: readonly ExpressionNode[]
  /** What the queries answered. A query without data has an empty list, or frames without rows. */
  readonly inputs: ReadonlyMap<string, readonly Frame[]>
  /** Why queries have no answer. */
  readonly problems: ReadonlyMap<string, CodedError>
  readonly context: ExpressionContext
}

/** What became of an expression. */
export type ExpressionOutcome = { readonly frames: readonly Frame[] } | { readonly problem: CodedError }

/** What keeps an expression from being calculated, whatever the data. */
export interface ExpressionProblem {
  readonly refId: string
  readonly error: CodedError
}
