import type { SyntaxNode } from '@lezer/common'
import type { EditorState } from '@orrery/ui/editor'

const matchers = new Set(['UnquotedLabelMatcher', 'QuotedLabelMatcher', 'QuotedLabelName'])

function above(node: SyntaxNode, name: string): SyntaxNode | undefined {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (at.name === name) return at
  return undefined
}

/** The first selector with a name below a node, in the order of the text. */
function selectorIn(node: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined
  node.cursor().iterate((at) => {
    if (at.name === 'VectorSelector') found ??= at.node
    return found === undefined
  })
  return found
}

/** A selector as it is written, without the matcher that is being edited, and without variables, which are not known here. */
function selectorOf(state: EditorState, selector: SyntaxNode, edited: SyntaxNode | undefined): string | undefined {
  const textOf = (node: SyntaxNode) => state.sliceDoc(node.from, node.to)
  const name = selector.getChild('Identifier')
  const children: string[] = []
  const list = selector.getChild('LabelMatchers')
  for (let child = list?.firstChild; child; child = child.nextSibling) {
    const text = textOf(child)
    const isWhole = child.name === 'QuotedLabelName' || /(=|!=|=~|!~)\s*(".+"|'.+'|`.+`)$/s.test(text)
    if (matchers.has(child.name) && child.from !== edited?.from && isWhole && !text.includes('$')) children.push(text)
  }
  const metric = name && !textOf(name).includes('$') ? textOf(name) : ''
  if (!metric && children.length === 0) return undefined
  return children.length === 0 ? metric : `${metric}{${children.join(',')}}`
}

/**
 * The selector whose labels can stand at a node: the one around it, or for the labels of a grouping that of the aggregation;
 * undefined where nothing narrows them down.
 */
export function scopeAt(state: EditorState, node: SyntaxNode, edited?: SyntaxNode): string | undefined {
  const around = above(node, 'VectorSelector')
  if (around) return selectorOf(state, around, edited)
  const grouped = above(node, 'AggregateExpr') ?? above(node, 'BinaryExpr')
  const selector = grouped && selectorIn(grouped)
  return selector && selectorOf(state, selector, undefined)
}
