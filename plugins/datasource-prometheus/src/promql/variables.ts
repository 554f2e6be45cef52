const reference = /\$\{[A-Za-z_]\w*[^}]*\}|\$[A-Za-z_]\w*/g
const literal = /"(?:[^\\\n"]|\\[^])*"?|'(?:[^\\\n']|\\[^])*'?|`[^`]*`?|#[^\n]*/y
const beforeTime = /(?:\boffset\s+[+-]?\s*|@\s*[+-]?\s*)$/i

/** A stand-in of the same length, so that each place in the one text is the same place in the other. */
function standIn(length: number, isTime: boolean, next: string): string {
  if (!isTime) return 'v'.padEnd(length, '_')
  // `[${n}m]` brings its unit along.
  return /\w/.test(next) ? '1'.repeat(length) : `${'1'.repeat(length - 1)}s`
}

/**
 * The expression with its variables (`$x`, `${x:format}`) as names, or as durations where PromQL wants one, so that the
 * grammar can read it. Each stand-in is as long as its variable: spans of the tree hold for the original text, which is
 * how the masking is undone. Strings and comments stay as they are.
 */
export function maskVariables(expr: string): string {
  let masked = ''
  let brackets = 0
  let at = 0
  while (at < expr.length) {
    literal.lastIndex = reference.lastIndex = at
    const quoted = literal.exec(expr)
    const variable = expr[at] === '$' ? reference.exec(expr) : undefined
    let piece = quoted?.[0] ?? expr[at]!
    if (variable?.index === at) {
      const { length } = variable[0]
      const isName = brackets === 0 && /[\w:]$/.test(masked)
      const isTime = !isName && (brackets > 0 || beforeTime.test(masked))
      piece = standIn(length, isTime, expr[at + length] ?? '')
    } else if (piece === '[') brackets++
    else if (piece === ']') brackets--
    masked += piece
    at += piece.length
  }
  return masked
}

/** Whether a text is one variable and nothing else. */
export const isVariable = (text: string) => /^\$(?:\{[A-Za-z_]\w*[^}]*\}|[A-Za-z_]\w*)$/.test(text)
