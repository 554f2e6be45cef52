import type { SyntaxNode } from '@lezer/common'
import { childrenOf, parsePromql } from './parse.ts'
import { escapeRegex, toLabelName, toQuoted } from './quote.ts'

/** A condition on a label that comes from outside of the query. One without values asks for nothing. */
export interface LabelFilter {
  readonly key: string
  readonly operator: '=' | '!=' | '=~' | '!~' | 'oneOf' | 'notOneOf'
  readonly values: readonly string[]
}

function toMatcher({ key, operator, values }: LabelFilter): string {
  const name = toLabelName(key)
  const isList = operator === 'oneOf' || operator === 'notOneOf'
  if (!isList) return `${name}${operator}${toQuoted(values[0]!)}`
  const isOne = operator === 'oneOf'
  if (values.length === 1) return `${name}${isOne ? '=' : '!='}${toQuoted(values[0]!)}`
  // Prometheus anchors patterns by itself, around the whole alternation.
  return `${name}${isOne ? '=~' : '!~'}${toQuoted(values.map(escapeRegex).join('|'))}`
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Beside a metric name, Prometheus allows no condition on the name: then the name becomes a condition too. */
function editsOfName(selector: SyntaxNode): readonly Edit[] {
  const identifier = selector.getChild('Identifier')
  const quoted = selector.getChild('LabelMatchers')?.getChild('QuotedLabelName')
  if (identifier) return [{ from: identifier.from, to: identifier.to, text: '' }]
  return quoted ? [{ from: quoted.from, to: quoted.from, text: '__name__=' }] : []
}

/** What a selector gets: within its braces, or braces of its own. */
function editsOf(selector: SyntaxNode, expr: string, filters: readonly LabelFilter[]): readonly Edit[] {
  const named = filters.some(({ key }) => key === '__name__') ? editsOfName(selector) : []
  const freed = named.filter(({ text }) => text === '').map(({ from, to }) => `__name__="${expr.slice(from, to)}"`)
  const added = [...freed, ...filters.map(toMatcher)].join(', ')
  const braces = selector.getChild('LabelMatchers')
  const last = braces && childrenOf(braces).at(-1)
  if (last) return [...named, { from: last.to, to: last.to, text: `, ${added}` }]
  const at = braces ? braces.from + 1 : selector.to
  return [...named, { from: at, to: at, text: braces ? added : `{${added}}` }]
}

/** The second argument of `info` names labels, not series. */
function isOfInfo(selector: SyntaxNode): boolean {
  const body = selector.parent
  const call = body?.parent
  if (body?.name !== 'FunctionCallBody' || !call?.getChild('FunctionIdentifier')?.getChild('Info')) return false
  return childrenOf(body)[0]?.from !== selector.from
}

/**
 * Adds filters to each selector of an expression by its grammar: with braces or without, under `offset`, `@` and
 * subqueries, on both sides of operators, in the arguments of all functions. Everything else stays as it is written,
 * variables too. An expression that cannot be read is PROMQL_UNREADABLE: nothing may be shown unfiltered.
 */
export function addLabelFilters(expr: string, filters: readonly LabelFilter[]): string {
  const asking = filters.filter(({ values }) => values.length > 0)
  if (asking.length === 0) return expr
  const edits: Edit[] = []
  parsePromql(expr).iterate({
    enter({ name, node }) {
      if (name === 'VectorSelector' && !isOfInfo(node)) edits.push(...editsOf(node, expr, asking))
    },
  })
  return edits.reduceRight((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), expr)
}
