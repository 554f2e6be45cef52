import { type Problem } from '@orrery/api'
import { isCodedError, type CodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'

/** Bytes that a request may bring. */
export const BODY_LIMIT = 4 * 1024 * 1024

interface Failure {
  readonly code?: unknown
  readonly statusCode?: unknown
  readonly message?: unknown
}

const ownErrors: Readonly<Record<string, (failure: Failure, limit: number) => CodedError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (_, limit) => new ServerError('REQUEST_TOO_LARGE', { limit }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ message }) =>
    new ServerError('REQUEST_MEDIA_TYPE', { type: String(message).replace(/^.*: /, '').slice(0, 100) }),
}

/**
 * Whatever was thrown as a coded error: what the framework refuses gets our codes, anything unforeseen is INTERNAL.
 * `limit` is how many bytes the request could bring.
 */
export function toCodedError(thrown: unknown, limit = BODY_LIMIT): CodedError {
  const failure = (thrown ?? {}) as Failure
  if (isCodedError(thrown)) return thrown
  const own = ownErrors[String(failure.code)]
  if (own) return own(failure, limit)
  if (typeof failure.statusCode === 'number' && failure.statusCode >= 400 && failure.statusCode < 500)
    return new ServerError(
      'REQUEST_MALFORMED',
      { reason: String(failure.message).replace(/\.$/, '') },
      { cause: thrown },
    )
  return new ServerError('INTERNAL', undefined, { cause: thrown })
}

/** A coded error as the API answers it: never a stack, never the cause. */
export const toProblem = (error: CodedError, traceId: string, plugin?: string): Problem => ({
  type: `https://orrery.dev/errors#${error.code}`,
  title: error.code.toLowerCase().replaceAll('_', ' '),
  status: error.status,
  detail: error.message,
  code: error.code,
  params: { ...error.params },
  traceId,
  ...(plugin === undefined ? {} : { plugin }),
})
