import { interpolate, listOf, parseTemplate, type VariableScope, type VariableValue } from '@orrery/sdk'
import { PrometheusError } from './errors.ts'

/** Where in a PromQL text a variable stands: in a string, and after which matching operator, or among the code. */
interface Place {
  readonly quote: string | undefined
  readonly isRegex: boolean
}

/** Follows PromQL's strings and comments: https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals */
function createScanner() {
  let quote: string | undefined
  let isComment = false
  let code = ''
  let isEscaped = false
  return {
    read(text: string) {
      for (const char of text) {
        if (isComment) isComment = char !== '\n'
        else if (quote === undefined) {
          if (char === '"' || char === "'" || char === '`') quote = char
          else if (char === '#') isComment = true
          else if (char.trim()) code = (code + char).slice(-2)
        } else if (isEscaped) isEscaped = false
        else if (char === '\\' && quote !== '`') isEscaped = true
        else if (char === quote) {
          quote = undefined
          code = ''
        }
      }
    },
    place: (): Place => ({ quote, isRegex: quote !== undefined && (code === '=~' || code === '!~') }),
  }
}

const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const escapeString = (text: string) =>
  text
    .replace(/[\\"']/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
const asCode = /^(?:[A-Za-z_:][\w:]*|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|(?:\d+(?:ms|[smhdwy]))+)$/

/** How the variable is written at the place, and how other text is escaped there; within code, none can be. */
function writerFor(name: string, { quote, isRegex }: Place) {
  const misplaced = (reason: string) => new PrometheusError('PROMETHEUS_VARIABLE_MISPLACED', { name, reason })
  const inString = (text: string) => {
    if (quote !== '`') return escapeString(text)
    if (text.includes('`')) throw misplaced('its value has a backtick; use double quotes there')
    return text
  }
  const write = (value: VariableValue): string => {
    const values = listOf(value)
    if (quote === undefined) {
      const foreign = values.find((text) => !asCode.test(text))
      if (foreign !== undefined)
        throw misplaced(`${JSON.stringify(foreign)} is neither a name, a number nor a duration; put it in quotes`)
      return values.join(', ')
    }
    if (isRegex) {
      const pattern = values.map(escapeRegex).join('|')
      return inString(values.length > 1 ? `(${pattern})` : pattern)
    }
    if (values.length !== 1) throw misplaced(`it has ${values.length} values, and only =~ and !~ match several`)
    return inString(values[0]!)
  }
  return { write, escape: quote === undefined ? undefined : inString }
}

/** A PromQL text with its variables in place. */
export interface SentText {
  readonly text: string
  /** Where in the text with variables stands what is at a place of this one; within a value, where its variable begins. */
  readonly toSource: (at: number) => number
}

/**
 * Puts variables into PromQL by its own grammar: escaped within strings, as alternatives of a pattern after `=~`, and
 * among the code only what is a name, a number or a duration. So no value that somebody typed changes what the query means.
 */
export function sendPromql(expr: string, values: VariableScope): SentText {
  const scanner = createScanner()
  const pieces: { readonly at: number; readonly source: number; readonly isText: boolean }[] = []
  let text = ''
  let source = 0
  const add = (piece: string, length: number, isText: boolean) => {
    pieces.push({ at: text.length, source, isText })
    text += piece
    source += length
  }
  for (const segment of parseTemplate(expr)) {
    if ('text' in segment) {
      scanner.read(segment.text)
      for (const part of segment.text.split(/(\$)/)) {
        // `$$` is one in the result.
        if (part) add(part, part === '$' && expr[source + 1] === '$' ? 2 : part.length, true)
      }
      continue
    }
    const { write, escape } = writerFor(segment.variable, scanner.place())
    add(interpolate(segment.source, values, write, escape), segment.source.length, false)
  }
  return {
    text,
    toSource(at) {
      const piece = pieces.findLast((one) => one.at <= at)
      return piece ? piece.source + (piece.isText ? at - piece.at : 0) : at
    },
  }
}

/** As {@link sendPromql}, the text alone. */
export const interpolatePromql = (expr: string, values: VariableScope): string => sendPromql(expr, values).text
