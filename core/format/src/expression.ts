import { FormatError } from './errors.ts'

/** The text of a variable by its name; undefined where there is none. */
export type VariableReader = (name: string) => string | undefined

interface Token {
  readonly type: 'number' | 'variable' | 'sign'
  readonly text: string
}

// A number, $name or ${name}, or a sign.
const token =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))|([-+*/()]))\s*/y

/** Deeper parentheses are no arithmetic of a person. */
const mostDeep = 50

/**
 * Calculates a text of numbers, variables (`$limit`, `${limit}`), `+ - * /` and parentheses: `${limit} * 0.8`. The value of
 * a variable is a number, never more of the text. FORMAT_EXPRESSION_INVALID where it is none, or its result is not finite.
 */
export function evaluateExpression(text: string, read: VariableReader): number {
  const fail = (reason: string): never => {
    throw new FormatError('FORMAT_EXPRESSION_INVALID', { expression: text, reason })
  }
  const tokens = readTokens(text, fail)
  let at = 0
  const isSign = (...signs: readonly string[]) => tokens[at]?.type === 'sign' && signs.includes(tokens[at]!.text)

  function sum(depth: number): number {
    let value = product(depth)
    while (isSign('+', '-')) value = tokens[at++]!.text === '+' ? value + product(depth) : value - product(depth)
    return value
  }
  function product(depth: number): number {
    let value = factor(depth)
    while (isSign('*', '/')) value = tokens[at++]!.text === '*' ? value * factor(depth) : value / factor(depth)
    return value
  }
  function factor(depth: number): number {
    if (depth > mostDeep) return fail('it is nested too deep')
    if (isSign('-', '+')) return tokens[at++]!.text === '-' ? -factor(depth + 1) : factor(depth + 1)
    if (isSign('(')) {
      at++
      const value = sum(depth + 1)
      if (!isSign(')')) return fail('a parenthesis is not closed')
      at++
      return value
    }
    const next = tokens[at++]
    if (!next) return fail('it ends where a number is expected')
    if (next.type === 'number') return Number(next.text)
    if (next.type === 'variable') return numberOf(next.text)
    return fail(`"${next.text}" stands where a number is expected`)
  }
  function numberOf(name: string): number {
    const value = read(name)
    if (value === undefined) return fail(`there is no variable ${name}`)
    const number = Number(value)
    return value.trim() !== '' && Number.isFinite(number) ? number : fail(`${name} is "${value}", which is no number`)
  }

  const value = sum(0)
  if (at < tokens.length) return fail(`"${tokens[at]!.text}" stands where an operator is expected`)
  return Number.isFinite(value) ? value : fail('its result is not finite')
}

function readTokens(text: string, fail: (reason: string) => never): readonly Token[] {
  const tokens: Token[] = []
  for (let end = 0; end < text.length;) {
    token.lastIndex = end
    const match = token.exec(text)
    if (!match) return fail(`"${text.slice(end).trim().slice(0, 20)}" is neither a number, a variable nor an operator`)
    const [, number, braced, name, sign] = match
    if (number !== undefined) tokens.push({ type: 'number', text: number })
    else if (sign !== undefined) tokens.push({ type: 'sign', text: sign })
    else tokens.push({ type: 'variable', text: (braced ?? name)! })
    end = token.lastIndex
  }
  return tokens
}
