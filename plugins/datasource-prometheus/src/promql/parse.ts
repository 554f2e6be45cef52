import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'
import { PromqlError } from './errors.ts'
import { maskVariables } from './variables.ts'

/** Where something stands in the text, from the first character to before the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

// The grammar of the editor forgives a string that does not end; Prometheus does not.
const whole = /^(?:"(?:[^\\\n"]|\\[^])*"|'(?:[^\\\n']|\\[^])*'|`[^`]*`)$/

/** The place that cannot be read, or undefined when all can. Knows the grammar, not the types of functions' arguments. */
export function findProblem(expr: string, tree = parser.parse(maskVariables(expr))): Span | undefined {
  let problem: Span | undefined
  tree.iterate({
    enter({ type, from, to }) {
      const isBroken = type.isError || (type.name === 'StringLiteral' && !whole.test(expr.slice(from, to)))
      if (isBroken) problem ??= { from, to }
      return problem === undefined
    },
  })
  return problem
}

/** The tree of an expression, whose spans are those of the text given. What cannot be read is PROMQL_UNREADABLE. */
export function parsePromql(expr: string): Tree {
  const tree = parser.parse(maskVariables(expr))
  const problem = findProblem(expr, tree)
  if (!problem) return tree
  const rest = expr.slice(problem.from, Math.max(problem.to, problem.from + 20)).trim()
  throw new PromqlError('PROMQL_UNREADABLE', {
    position: problem.from + 1,
    found: rest ? JSON.stringify(rest) : 'it ends too early',
  })
}

/** The children that mean something, in order: all but comments. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'LineComment') children.push(child)
  return children
}
