import { SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api'
import { isCodedError } from '@orrery/schema'

/** Asked for anew each time: a tracer stays with whoever listened when it was first used. */
export const serverTracer = () => trace.getTracer('@orrery/server')

/** Runs the task in a span of this name. One that fails says by which code, never with which words. */
export const inSpan = <T>(
  name: string,
  task: (span: Span) => T | Promise<T>,
  attributes: Attributes = {},
): Promise<T> =>
  serverTracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await task(span)
    } catch (error) {
      failSpan(span, isCodedError(error) ? error.code : 'uncoded')
      throw error
    } finally {
      span.end()
    }
  })

export const failSpan = (span: Span, code: string): void => {
  span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR, message: code })
}
