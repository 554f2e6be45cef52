import type { SyntaxNode } from '@lezer/common'
import { PromqlError } from './errors.ts'
import type { Aggregation, Expr, Grouping, Matcher, MatchOperator, Matching } from './expr.ts'
import { childrenOf, parsePromql } from './parse.ts'
import { parseQuoted } from './quote.ts'
import { readChain, type ChainItem, type Link } from './read-chain.ts'

/** Nobody nests deeper by hand; a stack overflow would say less. */
const deepest = 200

/** The expression that a text says. What cannot be read, or is nested too deeply, is PROMQL_UNREADABLE. */
export function readPromql(text: string): Expr {
  const tree = parsePromql(text)
  return createReader(text).read(childrenOf(tree.topNode)[0]!, 0)
}

function createReader(text: string) {
  const textOf = ({ from, to }: SyntaxNode) => text.slice(from, to)
  const unreadable = ({ from }: SyntaxNode, found: string) =>
    new PromqlError('PROMQL_UNREADABLE', { position: from + 1, found })

  function stringOf(node: SyntaxNode): string {
    const value = parseQuoted(textOf(node))
    if (value === undefined) throw unreadable(node, textOf(node))
    return value
  }
  const nameOf = (node: SyntaxNode) => (node.name === 'QuotedLabelName' ? stringOf(node) : textOf(node))
  const labelsOf = (node: SyntaxNode | null | undefined) => (node ? childrenOf(node).map(nameOf) : [])

  function matcherOf(node: SyntaxNode): Matcher {
    const [name, operator, value] = childrenOf(node)
    // The grammar knows no other operators.
    return { name: nameOf(name!), operator: textOf(operator!) as MatchOperator, value: stringOf(value!) }
  }
  function selectorOf(node: SyntaxNode): Expr {
    const identifier = node.getChild('Identifier')
    const braces = node.getChild('LabelMatchers')
    const inside = braces ? childrenOf(braces) : []
    const names = inside.filter(({ name }) => name === 'QuotedLabelName')
    if (names.length > (identifier ? 0 : 1)) throw unreadable(names.at(-1)!, textOf(names.at(-1)!))
    return {
      kind: 'selector',
      metric: identifier ? textOf(identifier) : names[0] ? nameOf(names[0]) : '',
      matchers: inside.filter(({ name }) => name !== 'QuotedLabelName').map(matcherOf),
      span: spanOf(node),
    }
  }
  const spanOf = ({ from, to }: SyntaxNode) => ({ from, to })

  function groupingOf(node: SyntaxNode): Grouping {
    return { mode: node.getChild('By') ? 'by' : 'without', labels: labelsOf(node.getChild('GroupingLabels')) }
  }
  function matchingOf(node: SyntaxNode): Matching {
    const [labels, include] = node.getChildren('GroupingLabels')
    const side = node.getChild('GroupLeft') ? 'left' : node.getChild('GroupRight') ? 'right' : undefined
    return {
      mode: node.getChild('On') ? 'on' : 'ignoring',
      labels: labelsOf(labels),
      ...(side && { group: { side, include: labelsOf(include) } }),
    }
  }
  function linkOf(parts: readonly SyntaxNode[]): Link {
    const matching = parts.find(({ name }) => name === 'MatchingModifierClause')
    const fill = parts.find(({ name }) => name === 'FillModifier')
    return {
      operator: textOf(parts[0]!).toLowerCase(),
      isBool: parts.some(({ name }) => name === 'BoolModifier'),
      ...(matching && { matching: matchingOf(matching) }),
      ...(fill && { fill: textOf(fill) }),
    }
  }

  /** The grammar lets `a + b[5m]` be `(a + b)[5m]`; Prometheus binds what stands behind an operand to that operand. */
  function chainOf(node: SyntaxNode, depth: number): readonly ChainItem[] {
    if (depth > deepest) throw unreadable(node, 'it is nested too deeply')
    const children = childrenOf(node)
    if (node.name === 'BinaryExpr') {
      const link: ChainItem = { kind: 'link', link: linkOf(children.slice(1, -1)) }
      return [...chainOf(children[0]!, depth + 1), link, ...chainOf(children.at(-1)!, depth + 1)]
    }
    if (node.name === 'UnaryExpr') {
      const operator = textOf(children[0]!) === '-' ? '-' : '+'
      return [{ kind: 'sign', operator, from: node.from }, ...chainOf(children[1]!, depth + 1)]
    }
    const [first] = children
    if (isPostfix(node) && first && (isPostfix(first) || first.name === 'BinaryExpr' || first.name === 'UnaryExpr')) {
      const chain = chainOf(first, depth + 1)
      // A chain ends with an operand.
      const last = chain.at(-1) as ChainItem & { kind: 'operand' }
      return [...chain.slice(0, -1), { kind: 'operand', expr: postfixOf(node, last.expr) }]
    }
    return [{ kind: 'operand', expr: operandOf(node, depth) }]
  }
  const isPostfix = ({ name }: SyntaxNode) =>
    ['MatrixSelector', 'SubqueryExpr', 'OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr'].includes(name)

  function postfixOf(node: SyntaxNode, expr: Expr): Expr {
    const span = { from: expr.span.from, to: node.to }
    const [, ...rest] = childrenOf(node)
    switch (node.name) {
      case 'MatrixSelector':
        return { kind: 'range', expr, range: textOf(rest[0]!), span }
      case 'SubqueryExpr':
        return { kind: 'range', expr, range: textOf(rest[0]!), step: rest[1] ? textOf(rest[1]) : '', span }
      case 'OffsetExpr':
        return { kind: 'modified', modifier: 'offset', expr, text: textOf(rest[1]!), span }
      case 'StepInvariantExpr': {
        const at = text.slice(rest[1]!.from, node.to).replaceAll(/\s/g, '')
        return { kind: 'modified', modifier: '@', expr, text: at, span }
      }
      default:
        return {
          kind: 'modified',
          modifier: node.name === 'AnchoredExpr' ? 'anchored' : 'smoothed',
          expr,
          text: '',
          span,
        }
    }
  }

  function aggregationOf(node: SyntaxNode, depth: number): Aggregation & { readonly span: Expr['span'] } {
    const grouping = node.getChild('AggregateModifier')
    return {
      kind: 'aggregation',
      name: textOf(node.getChild('AggregateOp')!).toLowerCase(),
      args: argsOf(node, depth),
      ...(grouping && { grouping: groupingOf(grouping) }),
      span: spanOf(node),
    }
  }
  const argsOf = (node: SyntaxNode, depth: number) =>
    childrenOf(node.getChild('FunctionCallBody')!).map((arg) => read(arg, depth + 1))

  function operandOf(node: SyntaxNode, depth: number): Expr {
    switch (node.name) {
      case 'ParenExpr':
        return read(childrenOf(node)[0]!, depth + 1)
      case 'AggregateExpr':
        return aggregationOf(node, depth)
      case 'FunctionCall': {
        const name = textOf(node.getChild('FunctionIdentifier')!)
        return { kind: 'call', name, args: argsOf(node, depth), span: spanOf(node) }
      }
      case 'NumberDurationLiteral':
        return { kind: 'number', text: textOf(node).replaceAll(/\s/g, ''), span: spanOf(node) }
      case 'StringLiteral':
        return { kind: 'string', value: stringOf(node), span: spanOf(node) }
      case 'VectorSelector':
        return selectorOf(node)
      default:
        return postfixOf(node, read(childrenOf(node)[0]!, depth + 1))
    }
  }

  const read = (node: SyntaxNode, depth: number): Expr => readChain(chainOf(node, depth))
  return { read }
}
