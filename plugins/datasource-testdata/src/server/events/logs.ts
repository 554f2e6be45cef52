import { Logs, withNotice, type Frame, type LiveUpdate, type QueryRequest, type TimeRange } from '@orrery/sdk'
import { setTimeout } from 'node:timers/promises'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Logs as LogsQuery } from '../../query/events.ts'
import { Dice } from '../dice.ts'
import { momentsOf, type Moment } from '../grid.ts'
import { cutOff } from '../notices.ts'
import { traceIdAt, traceIndexAt } from '../systems/trace-id.ts'
import { levels, sentences, services } from '../words.ts'

const MINUTE = 60_000
const MIN_PAUSE_MS = 250

const stack = (service: string) =>
  `Error: the answer of ${service} has no end\n    at read (${service}/client.ts:41:11)\n    at async handle (server.ts:118:5)`

export function logs(request: QueryRequest<LogsQuery>): readonly Frame[] {
  return [linesOf(request, request.range)]
}

function linesOf({ query, refId, budget }: QueryRequest<LogsQuery>, range: TimeRange): Frame {
  const { perMinute = 30, limit = 1000, seed = DEFAULT_SEED } = query
  const most = Math.min(limit, budget.maxRows)
  const dice = new Dice(seed)
  const happening = { every: MINUTE / perMinute, unitAt: (index: number) => dice.unit(index) }
  const moments = momentsOf(range, happening, most + 1)
  const rows = moments.slice(0, most).map((moment) => lineAt(moment, dice.of(moment.index), query))
  const isCut = most < limit && moments.length > most
  return cutOff(isCut, 'newest', most, 'rows').reduce<Frame>(withNotice, Logs.fromRows(rows, { refId }))
}

function lineAt({ index, at }: Moment, dice: Dice, query: LogsQuery) {
  const { streams = 3, multiline = 0.05, seed = DEFAULT_SEED } = query
  const stream = dice.below(streams, 0)
  const service = services[stream % services.length]!
  const hasStack = dice.unit(1) < multiline
  const milliseconds = Math.floor(at)
  const nanoseconds = Math.floor((at - milliseconds) * 1_000_000)
  const duration = dice.below(2000, 3)
  return {
    time: BigInt(milliseconds) * 1_000_000n + BigInt(nanoseconds),
    body: hasStack ? stack(service) : dice.pick(sentences, 4),
    severity: hasStack ? 'error' : levels[dice.rank(levels.length, 2)]!,
    labels: { service, stream: `${service}-${stream}` },
    attributes: { status: hasStack ? 500 : 200, duration_ms: duration, trace_id: traceIdAt(seed, traceIndexAt(at)) },
    id: `${index}`,
  }
}

/** The newest lines of a range that moves on. */
export async function* followLogs(request: QueryRequest<LogsQuery>): AsyncGenerator<LiveUpdate, void> {
  const { range, intervalMs, signal } = request
  for (;;) {
    const to = Math.max(range.to, Date.now())
    yield linesOf(request, { from: to - (range.to - range.from), to })
    await setTimeout(Math.max(MIN_PAUSE_MS, intervalMs), undefined, { signal })
  }
}
