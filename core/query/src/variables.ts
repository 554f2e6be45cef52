import {
  parseTemplate,
  readVariable,
  toDetailed,
  variableFormats,
  type VariableScope,
  type VariableSegment,
  type VariableValue,
  type VariableValues,
} from '@orrery/format'
import { QueryError } from './errors.ts'
import type { QueryRequest } from './datasource.ts'

/** Writes a value as the datasource's grammar wants it at this place. */
export type Quote = (value: VariableValue) => string
/** One way to write values, or several by name: `${host:regex}` asks for `regex`, `$host` for `default`. */
export type Quotes = Quote | (Readonly<Record<string, Quote>> & { readonly default: Quote })

/** Numbers and durations that the pipeline makes: they are written as they are, because no person chose them. */
const unquoted: ReadonlySet<string> = new Set([
  '__from',
  '__to',
  '__range',
  '__range_s',
  '__range_ms',
  '__interval',
  '__interval_ms',
  '__rate_interval',
  '__rate_interval_ms',
])

/**
 * Puts the values of variables into a text, each written by the datasource's own grammar. A format that `quotes` does not
 * list is one of {@link variableFormats}, of which a query takes most of listed values only: QUERY_VARIABLE_RAW for text
 * that somebody may have typed, QUERY_VARIABLE_FORMAT for a format that there is not, QUERY_VARIABLE_UNKNOWN for a
 * variable, or a part of one, that has no value. Where the place allows any text once it is escaped, as within a string,
 * `escape` does that to what these formats write, and they are taken of all values.
 */
export function interpolate(
  template: string,
  scope: VariableScope,
  quotes: Quotes,
  escape?: (text: string) => string,
): string {
  const own = typeof quotes === 'function' ? { default: quotes } : quotes
  return parseTemplate(template)
    .map((segment) => ('text' in segment ? segment.text : write(segment, scope, own, escape)))
    .join('')
}

function write(
  segment: VariableSegment,
  scope: VariableScope,
  own: Exclude<Quotes, Quote>,
  escape: ((text: string) => string) | undefined,
): string {
  const { variable, path, format, argument } = segment
  const found = readVariable(segment, scope)
  if (!found) {
    const name = [variable, ...path].join('.')
    throw new QueryError('QUERY_VARIABLE_UNKNOWN', { variable: name, known: Object.keys(scope).sort() })
  }
  if (found.verbatim !== undefined && format !== 'text') return found.verbatim
  if (format === undefined) return unquoted.has(variable) ? String(found.value) : own.default(found.value)
  const quote = format !== 'default' && Object.hasOwn(own, format) ? own[format] : undefined
  if (quote) return quote(found.value)
  const general = variableFormats.get(format)
  if (!general) {
    const known = [...new Set([...Object.keys(own), ...variableFormats.keys()])].filter((name) => name !== 'default')
    throw new QueryError('QUERY_VARIABLE_FORMAT', { variable, format, known })
  }
  if (general.isRaw && !escape && !found.isListed && !unquoted.has(variable))
    throw new QueryError('QUERY_VARIABLE_RAW', { variable, format })
  const zone = Object.hasOwn(scope, '__timezone') ? toDetailed(scope['__timezone']!).value : 'UTC'
  const written = general.write({ variable, value: found, argument, timeZone: String(zone) })
  return escape ? escape(written) : written
}

const MINUTE = 60_000

/** Milliseconds as a duration that PromQL, LogQL and InfluxQL read: `15s`, `1500ms`, `2h`. */
export const toDurationText = (ms: number): string => {
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
 * `__range_ms`, `__interval`, `__interval_ms`, and `__rate_interval` with `__rate_interval_ms`, a window that holds four samples of a backend that takes one
 * every `sampleMs` (15 seconds when omitted). The pipeline adds them to the variables of each request.
 */
export function builtInValues(
  { range, intervalMs }: Pick<QueryRequest<unknown>, 'range' | 'intervalMs'>,
  sampleMs = 15_000,
): VariableValues {
  const seconds = Math.max(1, Math.round((range.to - range.from) / 1000))
  const rateMs = Math.max(intervalMs + sampleMs, 4 * sampleMs)
  return {
    __from: String(range.from),
    __to: String(range.to),
    __range: `${seconds}s`,
    __range_s: String(seconds),
    __range_ms: String(Math.max(1, Math.round(range.to - range.from))),
    __interval: toDurationText(intervalMs),
    __interval_ms: String(Math.round(intervalMs)),
    __rate_interval: toDurationText(rateMs),
    __rate_interval_ms: String(Math.round(rateMs)),
  }
}
