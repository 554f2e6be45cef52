import { QueryError } from '../../errors.ts'

/** A piece of an expression, with its place in the text. */
export interface Token {
  readonly type: 'number' | 'input' | 'word' | 'sign' | 'end'
  /** Of an input its name alone. */
  readonly text: string
  readonly at: number
}

// White space before: a number, $name or ${name}, a word, or a sign, the longer ones first.
const pattern =
  /\s*(?:(0[xX][\dA-Fa-f]+|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|\$(?:\{\s*([^${}]*[^${}\s])\s*\}|([A-Za-z_]\w*))|([A-Za-z_]\w*)|(\*\*|\|\||&&|==|!=|>=|<=|[-+*/%<>!()]))/y

/** The expression cannot be read at this place. */
export const syntaxError = (expression: string, position: number, reason: string) =>
  new QueryError('EXPRESSION_SYNTAX', { expression, position, reason })

/** The pieces of an expression, with one at the end. EXPRESSION_SYNTAX where something is none. */
export function readTokens(expression: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  const text = expression.trimEnd()
  while (at < text.length) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) {
      const wrong = at + text.slice(at).search(/\S/)
      throw syntaxError(expression, wrong, reasonFor(text.slice(wrong)))
    }
    const [, number, braced, name, word, sign] = match
    const input = braced ?? name
    const piece = number ?? word ?? sign ?? ''
    const end = pattern.lastIndex
    const start = end - match[0].trimStart().length
    if (input !== undefined) tokens.push({ type: 'input', text: input, at: start })
    else if (number !== undefined) tokens.push({ type: 'number', text: piece, at: start })
    else tokens.push({ type: word === undefined ? 'sign' : 'word', text: piece, at: start })
    at = end
  }
  tokens.push({ type: 'end', text: '', at: expression.length })
  return tokens
}

function reasonFor(rest: string): string {
  if (rest.startsWith('$'))
    return 'a dollar sign stands before the name of a query, as in $A or ${A}. Write the name behind it.'
  if (/^[=&|]/.test(rest)) return `"${rest[0]}" is written twice: ${rest[0]}${rest[0]}. Double it.`
  return `"${rest.slice(0, 20)}" is neither a number, a query nor an operator. Remove it, or write $ before the name of a query.`
}
