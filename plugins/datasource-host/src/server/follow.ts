import type { LiveUpdate, QueryRequest } from '@orrery/sdk'
import type { Query } from '../options.ts'
import { now, overTime, stepOf, TICK_MS, type MetricQuery } from './frames.ts'
import type { Samples } from './samples.ts'

/** Readings as they are taken; what is read from the machine only when it is asked for cannot be followed. */
export function follow(samples: Samples, request: QueryRequest<Query>): AsyncIterable<LiveUpdate> | undefined {
  const { query } = request
  if (query.type === 'range') return followRange(samples, query, request)
  return query.type === 'latest' ? followLatest(samples, query, request) : undefined
}

type Followed = Omit<QueryRequest<Query>, 'query'>

async function* followRange(samples: Samples, query: MetricQuery, { refId, range, intervalMs, signal }: Followed) {
  const stepMs = stepOf(intervalMs)
  /** Where the first interval begins that still waits for readings. */
  const complete = () => {
    const begun = Math.floor(samples.latest(query.metric).time / stepMs) * stepMs
    return stepMs > TICK_MS ? begun : begun + stepMs
  }
  let from = complete()
  const frame = overTime(samples, query, refId, { from: range.from, to: from - 1 }, stepMs)
  yield frame
  const rowOf = new Map(Array.from(frame, ({ labels }, row) => [JSON.stringify(labels), row]))
  for (;;) {
    await tick(samples, signal)
    const to = complete()
    if (to <= from) continue
    const series = samples.read(query.metric, { from, to: to - 1 }, stepMs)
    const times = series[0]?.times ?? []
    const added = series.filter(({ labels }) => !rowOf.has(JSON.stringify(labels))).map(({ labels }) => labels)
    for (const labels of added) rowOf.set(JSON.stringify(labels), rowOf.size)
    const rows = series.map(({ labels }) => rowOf.get(JSON.stringify(labels))!)
    for (let k = 0; k < times.length; k++)
      yield { time: times[k]!, added: k === 0 ? added : [], rows, values: series.map(({ values }) => values[k]!) }
    from = to
  }
}

async function* followLatest(samples: Samples, query: MetricQuery, { refId, signal }: Followed) {
  for (;;) {
    yield now(samples, query, refId)
    await tick(samples, signal)
  }
}

/** Waits for the next readings; throws the signal's reason when it is aborted before. */
function tick(samples: Samples, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      stop()
      signal.removeEventListener('abort', leave)
    }
    const leave = () => {
      done()
      reject(signal.reason)
    }
    const stop = samples.onTick(() => {
      done()
      resolve()
    })
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
  })
}
