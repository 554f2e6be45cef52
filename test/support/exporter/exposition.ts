import { BOUNDS, SCHEMA, type Exemplar, type PathState } from './metrics.ts'
import { bytes, delimited, double, signed, text, unsigned } from './protobuf.ts'

/** https://github.com/prometheus/client_model: the only form in which native histograms are scraped. */
export const PROTOBUF =
  'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited; charset=utf-8'
/** https://prometheus.io/docs/specs/om/open_metrics_spec/ */
export const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

const COUNTER = 0
const HISTOGRAM = 4

const family = (name: string, help: string, type: number, metrics: readonly number[][]) =>
  delimited([
    ...text(1, name),
    ...text(2, help),
    ...unsigned(3, type),
    ...metrics.flatMap((metric) => bytes(4, metric)),
  ])

const label = (name: string, value: string) => bytes(1, [...text(1, name), ...text(2, value)])

const exemplar = (field: number, { traceId, value, time }: Exemplar) =>
  bytes(field, [
    ...label('trace_id', traceId),
    ...double(2, value),
    ...bytes(3, [...unsigned(1, Math.floor(time / 1000)), ...unsigned(2, (time % 1000) * 1_000_000)]),
  ])

const counter = (labels: readonly number[], value: number) => [...labels, ...bytes(3, double(1, value))]

function classic({ path, requests, sum, buckets }: PathState): number[] {
  let below = 0
  const rows = buckets.flatMap(({ count, exemplar: example }, i) =>
    bytes(3, [...unsigned(1, (below += count)), ...double(2, BOUNDS[i]!), ...(example ? exemplar(3, example) : [])]),
  )
  return [...label('path', path), ...bytes(7, [...unsigned(1, requests), ...double(2, sum), ...rows])]
}

/** Spans of buckets that follow each other, and how much each count differs from the one before. */
function native({ path, requests, sum, native: counts }: PathState): number[] {
  const indexes = [...counts.keys()].sort((a, b) => a - b)
  const spans: { offset: number; length: number }[] = []
  const deltas: number[] = []
  let [end, before] = [0, 0]
  for (const index of indexes) {
    const last = spans.at(-1)
    if (last && index === end) last.length++
    else spans.push({ offset: index - end, length: 1 })
    end = index + 1
    deltas.push(counts.get(index)! - before)
    before = counts.get(index)!
  }
  return [
    ...label('path', path),
    ...bytes(7, [
      ...unsigned(1, requests),
      ...double(2, sum),
      ...signed(5, SCHEMA),
      ...double(6, 2 ** -128),
      ...spans.flatMap(({ offset, length }) => bytes(12, [...signed(1, offset), ...unsigned(2, length)])),
      ...deltas.flatMap((delta) => signed(13, delta)),
    ]),
  ]
}

const HELP = {
  requests: 'Requests that were answered.',
  seconds: 'Durations of requests, in buckets of fixed bounds.',
  latency: 'Durations of requests, as a native histogram.',
}

export const toProtobuf = (states: readonly PathState[]): Uint8Array =>
  Uint8Array.from([
    ...family(
      'shop_requests_total',
      HELP.requests,
      COUNTER,
      states.flatMap(({ path, requests, errors }) => [
        counter([...label('path', path), ...label('status', '200')], requests - errors),
        counter([...label('path', path), ...label('status', '500')], errors),
      ]),
    ),
    ...family('shop_request_seconds', HELP.seconds, HISTOGRAM, states.map(classic)),
    ...family('shop_latency_seconds', HELP.latency, HISTOGRAM, states.map(native)),
  ])

/** Without the native histogram, for which this form has no words. */
export function toOpenMetrics(states: readonly PathState[]): string {
  const lines = ['# TYPE shop_requests counter', `# HELP shop_requests ${HELP.requests}`]
  for (const { path, requests, errors } of states)
    lines.push(
      `shop_requests_total{path="${path}",status="200"} ${requests - errors}`,
      `shop_requests_total{path="${path}",status="500"} ${errors}`,
    )
  lines.push('# TYPE shop_request_seconds histogram', `# HELP shop_request_seconds ${HELP.seconds}`)
  for (const { path, requests, sum, buckets } of states) {
    let below = 0
    buckets.forEach(({ count, exemplar: example }, i) => {
      const bound = BOUNDS[i] === Infinity ? '+Inf' : String(BOUNDS[i])
      const tail = example ? ` # {trace_id="${example.traceId}"} ${example.value} ${example.time / 1000}` : ''
      lines.push(`shop_request_seconds_bucket{path="${path}",le="${bound}"} ${(below += count)}${tail}`)
    })
    lines.push(
      `shop_request_seconds_sum{path="${path}"} ${sum}`,
      `shop_request_seconds_count{path="${path}"} ${requests}`,
    )
  }
  return `${lines.join('\n')}\n# EOF\n`
}
