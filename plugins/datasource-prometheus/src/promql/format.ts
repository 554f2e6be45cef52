import type { SyntaxNode } from '@lezer/common'
import { comment, group, indent, join, line, print, softline, type Doc } from './layout.ts'
import { parsePromql } from './parse.ts'

/** A node, or what stands between two of them: `(`, `,`, `}`. */
type Piece = SyntaxNode | string

/**
 * The expression laid out to be read: on one line while it fits `width` columns, else broken at arguments and operators.
 * It says what it said, comments included. One that cannot be read is PROMQL_UNREADABLE.
 */
export const formatPromql = (expr: string, width = 80): string =>
  print(createLayout(expr)(parsePromql(expr).topNode), width)

function createLayout(expr: string) {
  function piecesOf(node: SyntaxNode): readonly Piece[] {
    const pieces: Piece[] = []
    let at = node.from
    const between = (to: number) => pieces.push(...expr.slice(at, to).replaceAll(/\s/g, ''))
    for (let child = node.firstChild; child; child = child.nextSibling) {
      between(child.from)
      pieces.push(child)
      at = child.to
    }
    between(node.to)
    return pieces
  }
  const docOf = (piece: Piece) => (typeof piece === 'string' ? piece : layout(piece))
  const isComment = (piece: Piece) => typeof piece !== 'string' && piece.name === 'LineComment'

  /** What stands between brackets, one item on a line when it breaks. */
  function enclosed(pieces: readonly Piece[]): Doc {
    const items: Piece[][] = [[]]
    for (const piece of pieces.slice(1, -1)) {
      if (piece === ',') items.push([])
      else items.at(-1)!.push(piece)
    }
    const [first, ...rest] = items.filter((item) => item.length > 0)
    const open = docOf(pieces[0]!)
    const close = docOf(pieces.at(-1)!)
    if (!first) return [open, close]
    const inside = [spaced(first), ...rest.flatMap((item) => [',', line, spaced(item)])]
    return group([open, indent([softline, ...inside]), softline, close])
  }
  const spaced = (pieces: readonly Piece[]): Doc => join(' ', pieces.map(docOf))
  const close = (pieces: readonly Piece[]): Doc =>
    pieces.map((piece, i) => (isComment(piece) && i > 0 ? [' ', docOf(piece)] : docOf(piece)))

  /** Breaks before the operator. */
  function operation(pieces: readonly Piece[]): Doc {
    const operator = pieces.findIndex((piece, i) => i > 0 && !isComment(piece))
    return group([spaced(pieces.slice(0, operator)), line, spaced(pieces.slice(operator))])
  }
  /** `sum by (a) (b)`, `sum(b) by (a)`: as it was written. */
  const aggregation = (pieces: readonly Piece[]): Doc => {
    const [name, next, ...rest] = pieces
    const isBody = typeof next !== 'string' && next?.name === 'FunctionCallBody'
    return [docOf(name!), isBody ? '' : ' ', spaced([next!, ...rest])]
  }
  /** `x @ end()`, whose brackets are no part of the word to the grammar. */
  const fixed = (pieces: readonly Piece[]): Doc => [
    spaced(pieces.filter((piece) => typeof piece !== 'string')),
    pieces.filter((piece) => typeof piece === 'string').join(''),
  ]

  function layout(node: SyntaxNode): Doc {
    switch (node.name) {
      case 'LineComment':
        return comment(expr.slice(node.from, node.to).trimEnd())
      case 'FunctionCallBody':
      case 'LabelMatchers':
      case 'GroupingLabels':
      case 'ParenExpr':
        return enclosed(piecesOf(node))
      case 'BinaryExpr':
        return operation(piecesOf(node))
      case 'AggregateExpr':
        return aggregation(piecesOf(node))
      case 'PromQL':
      case 'OffsetExpr':
      case 'AnchoredExpr':
      case 'SmoothedExpr':
      case 'AggregateModifier':
      case 'MatchingModifierClause':
      case 'FillModifier':
        return spaced(piecesOf(node))
      case 'StepInvariantExpr':
        return fixed(piecesOf(node))
      case 'FunctionCall':
      case 'VectorSelector':
      case 'MatrixSelector':
      case 'SubqueryExpr':
      case 'UnaryExpr':
      case 'UnquotedLabelMatcher':
      case 'QuotedLabelMatcher':
        return close(piecesOf(node))
      default:
        return expr.slice(node.from, node.to)
    }
  }
  return layout
}
