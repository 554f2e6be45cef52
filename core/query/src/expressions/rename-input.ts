import type { Expression } from './expression.ts'
import { readTokens, type Token } from './math/tokens.ts'

/** An expression that takes an input by its new name wherever it took it by the old one; the same one where it did not. */
export function renameInput(expression: Expression, from: string, to: string): Expression {
  switch (expression.type) {
    case 'math': {
      const text = renameInMath(expression.expression, from, to)
      return text === expression.expression ? expression : { ...expression, expression: text }
    }
    case 'classic': {
      const { conditions } = expression
      if (conditions.every(({ input }) => input !== from)) return expression
      return { ...expression, conditions: conditions.map((one) => (one.input === from ? { ...one, input: to } : one)) }
    }
    default:
      return expression.input === from ? { ...expression, input: to } : expression
  }
}

/** What cannot be read stays as it is. */
function tokensOf(text: string): readonly Token[] {
  try {
    return readTokens(text)
  } catch {
    return []
  }
}

function renameInMath(text: string, from: string, to: string): string {
  const written = /\$(?:\{[^}]*\}|\w+)/y
  let renamed = ''
  let end = 0
  for (const token of tokensOf(text)) {
    if (token.type !== 'input' || token.text !== from) continue
    written.lastIndex = token.at
    const old = written.exec(text)![0]
    renamed += text.slice(end, token.at) + (old.startsWith('${') ? `\${${to}}` : `$${to}`)
    end = token.at + old.length
  }
  return renamed + text.slice(end)
}
