import type { CodedError } from '@orrery/schema'
import { QueryError } from '../errors.ts'
import type { Condition } from './condition.ts'
import type { Expression } from './expression.ts'
import { parseMath } from './math/parse.ts'
import { inputsOf } from './math/syntax.ts'
import type { ExpressionNode, ExpressionProblem } from './request.ts'

/**
 * The names by which an expression takes the results of others, each once. Of `math` some may be names of variables. None
 * when it cannot be read.
 */
export function dependenciesOf(expression: Expression): readonly string[] {
  switch (expression.type) {
    case 'math':
      try {
        return inputsOf(parseMath(expression.expression))
      } catch {
        // What is wrong with it is told where it is checked, or calculated.
        return []
      }
    case 'classic':
      return [...new Set(expression.conditions.map(({ input }) => input))]
    default:
      return [expression.input]
  }
}

/** What is wrong with one expression by itself. */
export function ownProblem({ refId, expression }: ExpressionNode): CodedError | undefined {
  if (expression.type === 'math') {
    try {
      parseMath(expression.expression)
      return undefined
    } catch (error) {
      // The parser throws nothing else.
      return error as CodedError
    }
  }
  const wrong = conditionsOf(expression).find(
    ({ condition, values }) => /^(within|outside)/.test(condition) && values.length < 2,
  )
  return wrong && new QueryError('EXPRESSION_VALUES', { refId, condition: wrong.condition })
}

function conditionsOf(expression: Expression): readonly { condition: string; values: readonly number[] }[] {
  if (expression.type === 'classic')
    return expression.conditions.map(({ evaluator, values }) => ({ condition: evaluator, values }))
  if (expression.type !== 'threshold') return []
  const recovery: readonly Condition[] = expression.recovery ? [expression.recovery] : []
  return [expression, ...recovery]
}

/** The expressions that an expression stands on, by name, up to itself; undefined where it does not stand on itself. */
export function cycleOf(
  refId: string,
  inputsByNode: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>()
  const search = (name: string, path: readonly string[]): readonly string[] | undefined => {
    for (const input of inputsByNode.get(name) ?? []) {
      if (input === refId) return [...path, input]
      if (seen.has(input)) continue
      seen.add(input)
      const found = search(input, [...path, input])
      if (found) return found
    }
    return undefined
  }
  return search(refId, [refId])
}

/**
 * What keeps expressions from being calculated, whatever the data: text that cannot be read, names that nobody has, circles,
 * conditions without their values. `known` are the names of queries; `isVariable` tells the names that `math` may take as
 * variables, by default none.
 */
export function expressionProblems(
  nodes: readonly ExpressionNode[],
  known: Iterable<string>,
  isVariable: (name: string) => boolean = () => false,
): readonly ExpressionProblem[] {
  const inputsByNode = new Map(nodes.map(({ refId, expression }) => [refId, dependenciesOf(expression)]))
  const names = new Set([...known, ...inputsByNode.keys()])
  return nodes.flatMap((node) => {
    const { refId, expression } = node
    const problems: CodedError[] = []
    const own = ownProblem(node)
    if (own) problems.push(own)
    for (const input of inputsByNode.get(refId)!) {
      if (names.has(input) || (expression.type === 'math' && isVariable(input))) continue
      problems.push(
        new QueryError('EXPRESSION_REF_UNKNOWN', { refId, input, known: [...names].filter((name) => name !== refId) }),
      )
    }
    const path = cycleOf(refId, inputsByNode)
    if (path) problems.push(new QueryError('EXPRESSION_CYCLE', { refId, path }))
    return problems.map((error) => ({ refId, error }))
  })
}
