import { context, trace, type Attributes, type Span } from '@opentelemetry/api'

import type { PipelineOptions, PipelineRequest, QueryOutcome } from './pipeline.ts'
import { createSteps, failSpan, type Steps } from './steps.ts'
import { toCoded } from './to-coded.ts'

/** Runs what answers a request: counted, reported if it has an outcome, in a span, and with coded errors only. */
export type Observe = <T>(
  request: PipelineRequest,
  task: (steps: Steps, span: Span) => Promise<readonly [QueryOutcome | undefined, T]>,
) => Promise<T>

/** What all spans of a query say. */
export const attributesOf = ({ namespace, datasource: { id, type }, refId }: PipelineRequest): Attributes => ({
  'db.system.name': type,
  'orrery.namespace': namespace,
  'orrery.datasource.id': id,
  'orrery.datasource.type': type,
  'orrery.query.ref_id': refId,
})

export function createObserve(onQuery: PipelineOptions['onQuery']) {
  const tracer = trace.getTracer('@orrery/query')
  let running = 0

  const observe: Observe = async (request, task) => {
    const { datasource } = request
    const span = tracer.startSpan('orrery.query', { attributes: attributesOf(request) })
    const steps = createSteps(tracer)
    const report = (outcome: QueryOutcome, code?: string) => {
      span.setAttribute('orrery.query.outcome', outcome)
      onQuery?.({
        datasource: { id: datasource.id, type: datasource.type },
        outcome,
        ...(code === undefined ? {} : { code }),
        milliseconds: steps.now(),
      })
    }
    running++
    try {
      const [outcome, result] = await context.with(trace.setSpan(context.active(), span), task, undefined, steps, span)
      if (outcome) report(outcome)
      return result
    } catch (thrown) {
      const error = toCoded(thrown, request)
      report(error.code === 'QUERY_CANCELLED' ? 'cancelled' : 'failed', error.code)
      failSpan(span, error)
      throw error
    } finally {
      running--
      span.end()
    }
  }
  return { observe, running: () => running }
}
