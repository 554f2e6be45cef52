import { randomBytes } from 'node:crypto'
import {
  createTraceState,
  isSpanContextValid,
  ROOT_CONTEXT,
  trace,
  type Context,
  type SpanContext,
} from '@opentelemetry/api'

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/

/** Where a request comes from, as its `traceparent` and `tracestate` say; undefined when they do not. */
export function parseTraceparent(traceparent: unknown, tracestate?: unknown): SpanContext | undefined {
  const [, traceId, spanId, flags] = (typeof traceparent === 'string' && TRACEPARENT.exec(traceparent)) || []
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined
  return {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
    ...(typeof tracestate === 'string' && { traceState: createTraceState(tracestate) }),
  }
}

/** Finds a request in the log; the trace id of the caller when it sent one. */
export const traceIdOf = (traceparent: unknown): string =>
  parseTraceparent(traceparent)?.traceId ?? randomBytes(16).toString('hex')

/** A context inside the caller's span. */
export const toContext = (caller: SpanContext | undefined): Context =>
  caller ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT

/** The headers that carry a span on to whom we ask; none where nothing is traced. */
export function toTraceHeaders(context: SpanContext): Readonly<Record<string, string>> {
  if (!isSpanContextValid(context)) return {}
  const { traceId, spanId, traceFlags, traceState } = context
  const state = traceState?.serialize()
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    ...(state && { tracestate: state }),
  }
}
