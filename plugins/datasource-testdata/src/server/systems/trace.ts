import type { Row, Spans } from '@orrery/sdk'
import { Dice } from '../dice.ts'
import { routes } from '../words.ts'
import { spanIdAt, traceIdAt } from './trace-id.ts'

type Span = Row<(typeof Spans)['shape']>

/** Who calls whom, and with what. */
const calls: Readonly<Record<string, readonly (readonly [service: string, operation: string])[]>> = {
  frontend: [
    ['users', 'GET /session'],
    ['catalogue', 'GET /products'],
    ['checkout', 'POST /order'],
    ['search', 'GET /search'],
  ],
  catalogue: [
    ['database', 'SELECT products'],
    ['cache', 'GET product'],
  ],
  search: [['database', 'SELECT words']],
  checkout: [
    ['payments', 'POST /charge'],
    ['stock', 'POST /reserve'],
    ['mail', 'send order-placed'],
  ],
  payments: [['bank', 'POST /transfer']],
  stock: [['database', 'UPDATE stock']],
  users: [['cache', 'GET session']],
}

const ERROR_SHARE = 0.05
const MILLISECOND = 1_000_000

/** The spans of one trace, its root first: what a shop does to answer one request. */
export function traceAt(seed: number, index: number, startMs: number): readonly Span[] {
  const dice = new Dice(seed).of(index)
  const ids = dice.of(1)
  const traceId = traceIdAt(seed, index)
  const spans: Span[] = []
  let throws = 0
  const unit = () => dice.unit(throws++)

  /** One call and all below it; gives when it ends, in nanoseconds since the trace began, and whether it failed. */
  const call = (
    service: string,
    name: string,
    parent: string | null,
    begin: number,
  ): { end: number; failed: boolean } => {
    const at = spans.length
    const spanId = spanIdAt(ids, at)
    // Its place, before its children; what it is follows when these have ended.
    spans.push({ traceId, spanId, service, name, start: 0n, duration: 0 })
    let time = begin + Math.floor((0.2 + 3 * unit()) * MILLISECOND)
    let failed = false
    for (const [callee, operation] of calls[service] ?? []) {
      if (unit() < 0.3) continue
      const child = call(callee, operation, spanId, time)
      failed ||= child.failed
      // Some wait for the one before, others run beside it.
      time = unit() < 0.7 ? child.end : Math.max(time, Math.floor((time + child.end) / 2))
      if (failed) time = Math.max(time, child.end)
    }
    const ends = spans.slice(at + 1).map(endOf)
    const end = Math.max(time, ...ends) + Math.floor((0.1 + 5 * unit()) * MILLISECOND)
    const isBroken = !calls[service] && unit() < ERROR_SHARE
    failed ||= isBroken
    spans[at] = spanOf({ traceId, spanId, parent, service, name, begin, end, failed, isBroken })
    return { end, failed }
  }
  const startNs = BigInt(Math.floor(startMs)) * BigInt(MILLISECOND)
  const endOf = ({ start, duration }: Span) => Number(start ?? 0n) + (duration ?? 0)
  call('frontend', dice.of(2).pick(routes, 0), null, 0)
  return spans.map((span) => toAbsolute(span, startNs))
}

interface SpanParts {
  readonly traceId: string
  readonly spanId: string
  readonly parent: string | null
  readonly service: string
  readonly name: string
  readonly begin: number
  readonly end: number
  readonly failed: boolean
  /** The failure is its own. */
  readonly isBroken: boolean
}

const isMessage = (name: string) => name.startsWith('send ')

function spanOf({ traceId, spanId, parent, service, name, begin, end, failed, isBroken }: SpanParts): Span {
  const isStore = service === 'database' || service === 'cache'
  return {
    traceId,
    spanId,
    parentSpanId: parent,
    service,
    name,
    start: BigInt(begin),
    duration: end - begin,
    spanKind: isStore ? 'client' : isMessage(name) ? 'producer' : 'server',
    status: failed ? 'error' : 'ok',
    statusMessage: isBroken ? `${service} did not answer in time` : null,
    attributes: isStore
      ? { 'db.system': service, 'db.statement': name }
      : { 'http.response.status_code': failed ? 500 : 200 },
    resource: { 'service.name': service, 'service.version': '1.4.0' },
    events: isBroken
      ? [{ time: `${end}`, name: 'exception', attributes: { 'exception.message': 'deadline exceeded' } }]
      : null,
  }
}

/** A span whose times were counted from the start of its trace. */
function toAbsolute(span: Span, startNs: bigint): Span {
  const events = Array.isArray(span.events)
    ? span.events.map((event: { time: string }) => ({ ...event, time: `${startNs + BigInt(event.time)}` }))
    : null
  return { ...span, start: startNs + span.start!, events }
}
