import type { Labels, Notice } from '@orrery/frames'
import { isCodedError, type CodedError } from '@orrery/schema'
import { QueryError } from '../errors.ts'
import { applyThreshold } from './threshold.ts'
import { evaluateClassic } from './classic.ts'
import { readInput, type InputValues } from './input.ts'
import { evaluateMath } from './math/evaluate.ts'
import { parseMath } from './math/parse.ts'
import { reduceValues } from './reduce.ts'
import { cycleOf, dependenciesOf, ownProblem } from './references.ts'
import { resampleValues } from './resample.ts'
import type { ExpressionNode, ExpressionOutcome, ExpressionRequest } from './request.ts'
import { toFrame, toScalar, type Values } from './values.ts'

type Result = InputValues | { readonly problem: CodedError }

/**
 * Calculates expressions of what queries answered and of each other, each once: series, or a table of kind `numeric` with a
 * row for each number. What cannot be calculated has a problem, and so has what is calculated of it; all others have their
 * result. Data never make it throw.
 */
export function runExpressions(request: ExpressionRequest): ReadonlyMap<string, ExpressionOutcome> {
  const run = new Run(request)
  return new Map(
    request.nodes.map(({ refId }) => {
      const result = run.resultOf(refId)!
      const outcome = 'problem' in result ? result : { frames: [toFrame(result.values, refId, result.notices)] }
      return [refId, outcome]
    }),
  )
}

class Run {
  readonly #request: ExpressionRequest
  readonly #nodes: ReadonlyMap<string, ExpressionNode>
  readonly #inputsByNode: ReadonlyMap<string, readonly string[]>
  readonly #results = new Map<string, Result>()

  constructor(request: ExpressionRequest) {
    this.#request = request
    this.#nodes = new Map(request.nodes.map((node) => [node.refId, node]))
    this.#inputsByNode = new Map(request.nodes.map(({ refId, expression }) => [refId, dependenciesOf(expression)]))
  }

  /** Of an expression or a query; undefined where there is none of this name. */
  resultOf(name: string): Result | undefined {
    const known = this.#results.get(name)
    if (known) return known
    const result = this.#make(name)
    if (result) this.#results.set(name, result)
    return result
  }

  #make(name: string): Result | undefined {
    const { inputs, problems } = this.#request
    const node = this.#nodes.get(name)
    const frames = inputs.get(name)
    const problem = problems.get(name)
    if (!node && problem) return { problem }
    if (!node && !frames) return undefined
    try {
      return node ? this.#calculate(node) : readInput(name, frames ?? [])
    } catch (error) {
      if (isCodedError(error)) return { problem: error }
      throw error
    }
  }

  #calculate(node: ExpressionNode): InputValues {
    const { refId } = node
    const path = cycleOf(refId, this.#inputsByNode)
    if (path) throw new QueryError('EXPRESSION_CYCLE', { refId, path })
    const wrong = ownProblem(node)
    if (wrong) throw wrong
    const notices: Notice[] = []
    const taken = new Map<string, Values>()
    for (const input of this.#inputsByNode.get(refId)!) {
      const result = this.resultOf(input)
      if (!result) taken.set(input, this.#variable(node, input))
      else if ('problem' in result)
        throw new QueryError(
          'EXPRESSION_INPUT_FAILED',
          { refId, input, reason: result.problem.message },
          { cause: result.problem },
        )
      else {
        taken.set(input, result.values)
        notices.push(...result.notices)
      }
    }
    const note = (text: string) => notices.push({ severity: 'warning', text })
    // All that an expression takes has just been found.
    return { values: this.#evaluate(node, (input) => taken.get(input)!, note), notices }
  }

  #evaluate(
    { refId, expression }: ExpressionNode,
    valuesOf: (input: string) => Values,
    note: (text: string) => void,
  ): Values {
    const { context } = this.#request
    switch (expression.type) {
      case 'math':
        return evaluateMath(parseMath(expression.expression), { refId, valuesOf, note })
      case 'reduce':
        return reduceValues(valuesOf(expression.input), expression, note)
      case 'resample':
        return resampleValues(valuesOf(expression.input), refId, expression, context)
      case 'threshold':
        return applyThreshold(
          valuesOf(expression.input),
          expression,
          (labels: Labels) => context.wasActive?.(refId, labels) ?? false,
        )
      case 'classic':
        return evaluateClassic(expression, valuesOf)
    }
  }

  /** The number that a variable holds; it is never read as more of the expression. */
  #variable({ refId, expression }: ExpressionNode, variable: string): Values {
    const value = expression.type === 'math' ? this.#request.context.readVariable?.(variable) : undefined
    if (value === undefined) {
      const { inputs, problems } = this.#request
      const known = [...inputs.keys(), ...problems.keys(), ...this.#nodes.keys()].filter((name) => name !== refId)
      throw new QueryError('EXPRESSION_REF_UNKNOWN', { refId, input: variable, known: [...new Set(known)] })
    }
    const number = Number(value)
    if (value.trim() === '' || Number.isNaN(number))
      throw new QueryError('EXPRESSION_VARIABLE', { refId, variable, value })
    return toScalar(number)
  }
}
