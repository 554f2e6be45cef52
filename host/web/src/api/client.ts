import { PROBLEM_MEDIA_TYPE, Problem, REQUEST_HEADER } from '@orrery/api'
import { CodedError, validate, type Static, type TSchema } from '@orrery/sdk'
import { problemText } from '../locales/problem-text.ts'
import { t } from '../text.ts'

/** An answer of the host that is not what was asked for, with the host's own code. */
export class ApiError extends CodedError {
  readonly traceId: string | undefined

  constructor(
    { code, detail, status, params, traceId }: Pick<Problem, 'code' | 'detail' | 'status' | 'params' | 'traceId'>,
    options?: ErrorOptions,
  ) {
    super('ApiError', code, status, problemText({ code, detail, params }), params, options)
    this.traceId = traceId
  }
}

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/**
 * Called when the host no longer knows who asks, with the time at which the request was sent (`performance.now()`): gives
 * whether it does again, so that the request is worth another try.
 */
let onSignedOut: (sentAt: number) => Promise<boolean> = () => Promise.resolve(false)
export const whenSignedOut = (handler: (sentAt: number) => Promise<boolean>) => {
  onSignedOut = handler
}

/** What is waited for, or the reason why nobody waits any more. */
const unlessAborted = <T>(waiting: Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
  signal
    ? Promise.race([
        waiting,
        new Promise<never>((_, reject) => {
          const abort = () => reject(signal.reason as Error)
          if (signal.aborted) abort()
          else signal.addEventListener('abort', abort, { once: true })
        }),
      ])
    : waiting

/**
 * Asks the host; any status but 2xx is thrown as an {@link ApiError}. When the session has ended, it waits until the person
 * has signed in again, and asks once more.
 */
export async function request(
  path: string,
  { method = 'GET', body, headers = {}, signal }: ApiRequest = {},
): Promise<Response> {
  const init: RequestInit = {
    method,
    headers: {
      ...headers,
      ...(method !== 'GET' && { [REQUEST_HEADER]: '1' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }
  const sentAt = performance.now()
  const first = await send(path, init)
  if (first.ok) return first
  const error = await toError(first)
  if (!isSignedOut(error) || !(await unlessAborted(onSignedOut(sentAt), signal))) throw error
  const second = await send(path, init)
  if (second.ok) return second
  throw await toError(second)
}

/** The host does not know who asks. */
export const isSignedOut = (error: unknown) => error instanceof ApiError && error.code === 'SIGN_IN_NEEDED'

const send = (path: string, init: RequestInit): Promise<Response> =>
  fetch(path, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    const detail = t('The host cannot be reached. Check that it runs, and your connection to it.')
    throw new ApiError({ code: 'HOST_UNREACHABLE', detail, status: 0, params: {} }, { cause })
  })

async function toError(response: Response): Promise<ApiError> {
  const { status } = response
  if (response.headers.get('content-type')?.startsWith(PROBLEM_MEDIA_TYPE)) {
    const problem = validate(Problem, await response.json().catch(() => undefined))
    if (problem.ok) return new ApiError(problem.value)
  }
  const detail = t(
    'The host answered with status {status} and no reason. Whatever stands before it may have answered.',
    { status },
  )
  return new ApiError({ code: 'HOST_ANSWER', detail, status, params: {} })
}

/** As {@link request}, for JSON of a known shape. */
export async function requestJson<S extends TSchema>(
  schema: S,
  path: string,
  options?: ApiRequest,
): Promise<Static<S>> {
  const response = await request(path, options)
  const answer = validate(schema, await response.json().catch(() => undefined))
  if (answer.ok) return answer.value
  const detail = t(
    'The answer of the host to {path} is not what this page expects. Reload the page; the host may have been updated.',
    { path },
  )
  throw new ApiError({ code: 'HOST_ANSWER', detail, status: response.status, params: { problems: answer.problems } })
}
