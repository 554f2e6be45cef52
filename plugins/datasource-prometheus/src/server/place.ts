import { isCodedError } from '@orrery/sdk'
import { PrometheusError } from './errors.ts'
import type { SentText } from './promql.ts'

interface Place {
  readonly line: number
  readonly column: number
}

/** Prometheus counts the columns of a line in bytes of UTF-8. */
function toOffset(text: string, { line, column }: Place): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  const bytes = Buffer.from(lines[line - 1] ?? '').subarray(0, column - 1)
  return before + bytes.toString().length
}

function toPlace(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}

/**
 * The error as its reader can use it: with the place in the query as it was written, in characters, as what Prometheus was
 * sent has values in place of variables. Without a place where the sent text has more than that.
 */
export function withOwnPlace(error: unknown, source: string, sent: SentText, sentExpr: string): unknown {
  if (!isCodedError(error) || error.code !== 'PROMETHEUS_QUERY_INVALID') return error
  // The code says which parameters there are.
  const { reason, line, column } = error.params as { reason: string; line?: number; column?: number }
  if (line === undefined || column === undefined) return error
  const isSame = sent.text === sentExpr
  const place = isSame ? toPlace(source, sent.toSource(toOffset(sent.text, { line, column }))) : {}
  return new PrometheusError('PROMETHEUS_QUERY_INVALID', { reason, ...place }, { cause: error })
}
