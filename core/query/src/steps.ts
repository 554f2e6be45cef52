import { context, SpanStatusCode, trace, type Span, type SpanOptions, type Tracer } from '@opentelemetry/api'
import { isCodedError } from '@orrery/schema'

import { toHundredths, type QueryStep } from './query-stats.ts'

/** A step that was begun. */
export interface OpenStep {
  readonly span: Span
  /** Only the first call counts. With what it failed with, if it did. */
  readonly end: (error?: unknown) => void
}

/** Takes down how long each step of one query takes, and makes it a span where somebody listens. */
export interface Steps {
  readonly begin: (name: QueryStep['name'], options?: SpanOptions) => OpenStep
  /** The spans of what the task does are inside that of the step. */
  readonly run: <T>(name: QueryStep['name'], task: (span: Span) => Promise<T>, options?: SpanOptions) => Promise<T>
  /** Ends those that are open: what failed is not waited for. */
  readonly abandon: (error: unknown) => void
  /** Those that have ended. */
  readonly ended: () => QueryStep[]
  /** Milliseconds since the query began. */
  readonly now: () => number
}

/** The span of the datasource is named as a client's; the others as ours. */
const spanName = (name: QueryStep['name']) => (name === 'datasource' ? 'datasource.query' : `orrery.query.${name}`)

export function createSteps(tracer: Tracer): Steps {
  const began = performance.now()
  const now = () => toHundredths(performance.now() - began)
  const ended: QueryStep[] = []
  const open = new Set<OpenStep>()

  const begin: Steps['begin'] = (name, options) => {
    const start = now()
    const span = tracer.startSpan(spanName(name), options)
    const step: OpenStep = {
      span,
      end: (error) => {
        if (!open.delete(step)) return
        ended.push({ name, start, ms: toHundredths(now() - start) })
        if (error !== undefined) failSpan(span, error)
        span.end()
      },
    }
    open.add(step)
    return step
  }
  return {
    begin,
    run: async (name, task, options) => {
      const { span, end } = begin(name, options)
      try {
        const result = await context.with(trace.setSpan(context.active(), span), task, undefined, span)
        end()
        return result
      } catch (error) {
        end(error)
        throw error
      }
    },
    abandon: (error) => {
      for (const step of open) step.end(error)
    },
    ended: () => [...ended],
    now,
  }
}

/** Says by which code a span failed: the message may hold what nobody else is to see. */
export function failSpan(span: Span, error: unknown): void {
  const code = isCodedError(error) ? error.code : 'uncoded'
  span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR, message: code })
}
