import { readTokens, syntaxError, type Token } from './tokens.ts'
import {
  binaryOperators,
  constants,
  functionNames,
  type BinaryOperator,
  type ConstantName,
  type FunctionName,
  type MathTerm,
} from './syntax.ts'

/** Deeper parentheses are no arithmetic of a person. */
const mostDeep = 100
/** More pieces are none either. */
const mostTokens = 500

const isFunction = (name: string): name is FunctionName => (functionNames as readonly string[]).includes(name)
const isConstant = (name: string): name is ConstantName => Object.hasOwn(constants, name)

/** Reads an expression such as `$A / ${B} * 100`. EXPRESSION_SYNTAX, with the place, where it is none. */
export function parseMath(expression: string): MathTerm {
  const tokens = readTokens(expression)
  let at = 0
  const fail = (token: Token, reason: string): never => {
    throw syntaxError(expression, token.at, reason)
  }
  const isSign = (sign: string) => tokens[at]!.type === 'sign' && tokens[at]!.text === sign
  if (tokens.length > mostTokens) fail(tokens[mostTokens]!, 'it is too long. Divide it into several expressions.')

  function binary(level: number, depth: number): MathTerm {
    const operators: readonly BinaryOperator[] | undefined = binaryOperators[level]
    if (!operators) return operand(depth)
    let left = binary(level + 1, depth)
    for (;;) {
      const operator = operators.find(isSign)
      if (!operator) return left
      at++
      left = { type: 'binary', operator, left, right: binary(level + 1, depth) }
    }
  }

  function operand(depth: number): MathTerm {
    const token = tokens[at]!
    if (depth > mostDeep) return fail(token, 'it is nested too deep. Divide it into several expressions.')
    if (isSign('-') || isSign('!')) {
      at++
      return { type: 'unary', operator: token.text === '-' ? '-' : '!', operand: operand(depth + 1) }
    }
    if (isSign('(')) return inParentheses(depth)
    at++
    if (token.type === 'input') return { type: 'input', name: token.text }
    if (token.type === 'number') return number(token)
    if (token.type === 'word') return call(token, depth)
    return fail(token, `${shown(token)} stands where a number, a query or a function is expected. Write one before it.`)
  }

  function inParentheses(depth: number): MathTerm {
    const open = tokens[at++]!
    const term = binary(0, depth + 1)
    if (tokens[at]!.type === 'end') return fail(open, 'this parenthesis is not closed. Write ) where it ends.')
    if (!isSign(')')) return unexpected()
    at++
    return term
  }

  function call(name: Token, depth: number): MathTerm {
    if (!isSign('('))
      return fail(
        name,
        `"${name.text}" is no number. Write $${name.text} for a query, or ${name.text}() for a function.`,
      )
    if (isFunction(name.text)) return { type: 'call', name: name.text, operand: inParentheses(depth) }
    if (!isConstant(name.text)) {
      const known = [...functionNames, ...Object.keys(constants)].join(', ')
      return fail(name, `there is no function "${name.text}"; there are: ${known}. Use one of these.`)
    }
    at++
    if (!isSign(')')) return fail(tokens[at]!, `${name.text}() takes nothing. Close its parenthesis.`)
    at++
    return { type: 'constant', name: name.text }
  }

  function number(token: Token): MathTerm {
    // Elsewhere such numbers are octal.
    if (/^0\d/.test(token.text))
      return fail(token, 'a number does not begin with 0. Remove it, or write a dot behind it.')
    return { type: 'number', value: Number(token.text) }
  }

  const unexpected = () =>
    fail(tokens[at]!, `${shown(tokens[at]!)} stands where an operator is expected. Write one before it.`)

  const term = binary(0, 0)
  return tokens[at]!.type === 'end' ? term : unexpected()
}

const shown = (token: Token) => {
  if (token.type === 'end') return 'the end'
  return `"${token.type === 'input' ? `$${token.text}` : token.text}"`
}
