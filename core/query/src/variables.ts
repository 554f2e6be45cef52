import { QueryError } from './errors.ts'
import type { QueryRequest } from './datasource.ts'

/** Value of a variable: one text, or several of a multi-valued one. */
export type VariableValue = string | readonly string[]
export type VariableValues = Readonly<Record<string, VariableValue>>

/** Writes a value as the datasource's grammar wants it at this place. */
export type Quote = (value: VariableValue) => string
/** One way to write values, or several by name: `${host:regex}` asks for `regex`, `$host` for `default`. */
export type Quotes = Quote | (Readonly<Record<string, Quote>> & { readonly default: Quote })

/** A piece of a template: literal text, or a variable with the format that it is asked for in. */
export type Segment = { readonly text: string } | { readonly variable: string; readonly format: string | undefined }

// Names begin with a letter or `_`: `$1` and `"$"` of other grammars stay as they are.
const reference = /\$\$|\$\{([A-Za-z_]\w*)(?::(\w+))?\}|\$([A-Za-z_]\w*)/g

/** Reads `$name`, `${name}` and `${name:format}`; `$$` is a dollar sign. */
export function parseTemplate(template: string): readonly Segment[] {
  const segments: Segment[] = []
  let text = ''
  let at = 0
  for (const match of template.matchAll(reference)) {
    text += template.slice(at, match.index)
    at = match.index + match[0].length
    const variable = match[1] ?? match[3]
    if (variable === undefined) text += '$'
    else {
      if (text) segments.push({ text })
      segments.push({ variable, format: match[2] })
      text = ''
    }
  }
  text += template.slice(at)
  return text ? [...segments, { text }] : segments
}

/** Names of the variables in every text of a JSON value, built-in ones too, sorted. */
export function usedVariables(value: unknown): readonly string[] {
  const names = new Set<string>()
  const walk = (part: unknown): void => {
    if (typeof part === 'string') {
      for (const segment of parseTemplate(part)) if ('variable' in segment) names.add(segment.variable)
    } else if (typeof part === 'object' && part !== null) Object.values(part).forEach(walk)
  }
  walk(value)
  return [...names].sort()
}

/** Whether the pipeline gives the variable its value: it is never quoted, because no person chose it. */
const isBuiltIn = (name: string) => name.startsWith('__')

/**
 * Puts the values of variables into a text, each written by the datasource's own grammar. A variable that has no value
 * is QUERY_VARIABLE_UNKNOWN, a format that `quotes` does not list QUERY_VARIABLE_FORMAT.
 */
export function interpolate(template: string, values: VariableValues, quotes: Quotes): string {
  const write = (segment: Segment) => {
    if ('text' in segment) return segment.text
    const { variable, format } = segment
    if (!Object.hasOwn(values, variable))
      throw new QueryError('QUERY_VARIABLE_UNKNOWN', { variable, known: Object.keys(values).sort() })
    const value = values[variable]!
    const quote = quoteOf(quotes, variable, format)
    return isBuiltIn(variable) ? String(value) : quote(value)
  }
  return parseTemplate(template).map(write).join('')
}

function quoteOf(quotes: Quotes, variable: string, format: string | undefined): Quote {
  const byName = typeof quotes === 'function' ? { default: quotes } : quotes
  const quote = Object.hasOwn(byName, format ?? 'default') ? byName[format ?? 'default'] : undefined
  if (!quote) {
    const known = Object.keys(byName).filter((name) => name !== 'default')
    throw new QueryError('QUERY_VARIABLE_FORMAT', { variable, format: format ?? 'default', known })
  }
  return quote
}

const MINUTE = 60_000

/** Milliseconds as a duration that PromQL, LogQL and InfluxQL read: `15s`, `1500ms`, `2h`. */
const durationText = (ms: number) => {
  const units = [
    ['d', 1440 * MINUTE],
    ['h', 60 * MINUTE],
    ['m', MINUTE],
    ['s', 1000],
  ] as const
  const unit = units.find(([, size]) => ms >= size && ms % size === 0)
  return unit ? `${ms / unit[1]}${unit[0]}` : `${Math.round(ms)}ms`
}

/**
 * The built-in variables of a request: `__from` and `__to` (milliseconds since the epoch), `__range`, `__range_s`,
 * `__interval`, `__interval_ms`, and `__rate_interval`, a window that holds four samples of a backend that takes one
 * every `sampleMs` (15 seconds when omitted). The pipeline adds them to the variables of each request.
 */
export function builtInValues(
  { range, intervalMs }: Pick<QueryRequest<unknown>, 'range' | 'intervalMs'>,
  sampleMs = 15_000,
): VariableValues {
  const seconds = Math.max(1, Math.round((range.to - range.from) / 1000))
  return {
    __from: String(range.from),
    __to: String(range.to),
    __range: `${seconds}s`,
    __range_s: String(seconds),
    __interval: durationText(intervalMs),
    __interval_ms: String(Math.round(intervalMs)),
    __rate_interval: durationText(Math.max(intervalMs + sampleMs, 4 * sampleMs)),
  }
}
