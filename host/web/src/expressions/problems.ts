import { expressionProblems } from '@orrery/query'
import type { EditedQuery } from '../query/edited-query.ts'
import { problemText } from '../locales/problem-text.ts'
import { expressionOf, isExpression } from './edited-expression.ts'

/** What is wrong with an expression, before it is run. */
export interface RowProblem {
  readonly code: string
  readonly message: string
  /** The part of its text that is meant. */
  readonly at?: { readonly from: number; readonly to: number }
}

/** The place of an input in the text of an expression. */
function placeOf(text: string, input: string): RowProblem['at'] {
  for (const found of text.matchAll(/\$(?:\{\s*([^}]*?)\s*\}|(\w+))/g))
    if ((found[1] ?? found[2]) === input) return { from: found.index, to: found.index + found[0].length }
  return undefined
}

/** What keeps the expressions of a panel from being calculated, by their names. `isVariable` knows the variables. */
export function problemsOf(
  queries: readonly EditedQuery[],
  isVariable: (name: string) => boolean,
): ReadonlyMap<string, readonly RowProblem[]> {
  const nodes = queries.flatMap((query) => {
    const expression = isExpression(query) ? expressionOf(query) : undefined
    return expression ? [{ refId: query.refId, expression }] : []
  })
  const texts = new Map(
    nodes.map(({ refId, expression }) => [refId, expression.type === 'math' ? expression.expression : '']),
  )
  const found = new Map<string, RowProblem[]>()
  const known = queries.map(({ refId }) => refId)
  for (const { refId, error } of expressionProblems(nodes, known, isVariable)) {
    const { code, message, params } = error as typeof error & { readonly params: Readonly<Record<string, unknown>> }
    const { position, input } = params
    const text = texts.get(refId) ?? ''
    const at =
      typeof position === 'number'
        ? { from: position, to: position + 1 }
        : typeof input === 'string'
          ? placeOf(text, input)
          : undefined
    const told = { code, message: problemText({ code, detail: message, params }), ...(at && { at }) }
    found.set(refId, [...(found.get(refId) ?? []), told])
  }
  return found
}
