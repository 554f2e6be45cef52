import type { SyntaxNode } from '@lezer/common'
import type { Completion, EditorState } from '@orrery/ui/editor'
import { escapeRegex, parseQuoted, toQuoted } from '../../promql/quote.ts'

/** A place in the string of a matcher where a value is typed. */
export interface ValuePlace {
  readonly label: string
  readonly matcher: SyntaxNode
  readonly quote: string
  readonly isRegex: boolean
  /** What was typed of the value so far, between `from` and the caret. */
  readonly typed: string
  readonly from: number
  readonly to: number
}

/** Where a value of a label is typed, at the string that `node` is. Of a pattern it is one alternative. */
export function valueAt(state: EditorState, node: SyntaxNode, pos: number): ValuePlace | undefined {
  const matcher = node.parent
  const name = matcher?.firstChild
  if (!matcher || !name) return undefined
  const written = state.sliceDoc(name.from, name.to)
  const label = name.name === 'QuotedLabelName' ? parseQuoted(written) : written
  const quote = state.sliceDoc(node.from, node.from + 1)
  const isRegex = /[=!]~/.test(state.sliceDoc(name.to, node.from))
  const isClosed = node.to - node.from > 1 && state.sliceDoc(node.to - 1, node.to) === quote
  const end = isClosed ? node.to - 1 : node.to
  if (!label || pos > end) return undefined
  const before = state.sliceDoc(node.from + 1, pos)
  const after = state.sliceDoc(pos, end)
  const start = isRegex ? Math.max(before.lastIndexOf('|'), before.lastIndexOf('(')) + 1 : 0
  const rest = isRegex ? after.search(/[|)]|$/) : after.length
  return { label, matcher, quote, isRegex, typed: before.slice(start), from: node.from + 1 + start, to: pos + rest }
}

/** Values as they are written at a place: escaped for its quotes, and literally in a pattern. */
export const offerValues = (values: readonly string[], { isRegex, quote }: ValuePlace): Completion[] =>
  values.map((value) => {
    const plain = isRegex ? escapeRegex(value) : value
    const inQuotes = quote === '`' ? plain : toQuoted(plain).slice(1, -1)
    const apply = quote === "'" ? inQuotes.replaceAll('\\"', '"').replaceAll("'", "\\'") : inQuotes
    return { label: value, type: 'text', apply }
  })
