import { check, Exemplars, isCodedError, Type, withNotice, type Frame, type TimeRange } from '@orrery/sdk'
import type { Options } from '../options.ts'
import type { Api } from './api.ts'
import { JsonData } from './answer/json-value.ts'
import { parseValue } from './answer/value.ts'
import { promSeconds } from './step.ts'

const Labels = Type.Record(Type.String(), Type.String())
/** https://prometheus.io/docs/prometheus/latest/querying/api/#querying-exemplars */
const Answer = Type.Array(
  Type.Object({
    seriesLabels: Labels,
    exemplars: Type.Array(
      Type.Object({
        labels: Labels,
        value: Type.Union([Type.String(), Type.Number()]),
        timestamp: Type.Number(),
      }),
    ),
  }),
)

const TRACE_LABELS = ['trace_id', 'traceID', 'traceId', 'TraceID']
const SPAN_LABELS = ['span_id', 'spanID', 'spanId', 'SpanID']

export interface ExemplarsQuestion {
  readonly expr: string
  readonly range: TimeRange
  readonly refId: string
  readonly maxRows: number
  readonly signal: AbortSignal
}

/**
 * The exemplars of the series that an expression selects, in order of time. A server that keeps none, or refuses to tell,
 * says so in a notice, as the series beside them are not worse for it.
 */
export async function queryExemplars(
  api: Api,
  { traceLinks = [] }: Options,
  { expr, range, refId, maxRows, signal }: ExemplarsQuestion,
): Promise<Frame> {
  const data = new JsonData()
  const params = { query: expr, start: promSeconds(range.from), end: promSeconds(range.to) }
  const refusal: unknown = await api.query('query_exemplars', params, data, signal).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (refusal !== undefined && (signal.aborted || !isCodedError(refusal))) throw refusal
  const traceLabels = [...traceLinks.map(({ label }) => label), ...TRACE_LABELS]
  const rows = (refusal === undefined ? check(Answer, data.value, 'The list of exemplars') : [])
    .flatMap(({ seriesLabels, exemplars }) =>
      exemplars.map(({ labels, value, timestamp }) => ({
        time: Math.round(timestamp * 1000),
        value: (typeof value === 'string' ? parseValue(value) : value) ?? null,
        labels: { ...seriesLabels, ...labels },
        traceId: firstOf(labels, traceLabels),
        spanId: firstOf(labels, SPAN_LABELS),
      })),
    )
    .sort((a, b) => a.time - b.time)
  const links = traceLinks.map(({ title, url }) => ({ title, url }))
  const meta = { refId, ...(links.length > 0 && { meta: { links } }) }
  const frame = Exemplars.fromRows(rows.slice(-maxRows), meta)
  if (!isCodedError(refusal)) return frame
  return withNotice(frame, { severity: 'warning', text: `There are no exemplars: ${refusal.message}` })
}

const firstOf = (labels: Readonly<Record<string, string>>, names: readonly string[]) => {
  const name = names.find((each) => Object.hasOwn(labels, each))
  return name === undefined ? null : labels[name]!
}
