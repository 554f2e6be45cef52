import { isCodedError, validate } from '@orrery/schema'
import { Problem, PROBLEM_MEDIA_TYPE } from '../problem.ts'
import { isMedia, type Route, type RouteAnswer } from '../route.ts'
import { REQUEST_HEADER } from '../session.ts'
import { addressOf, headersOf, type AnyCallOptions, type CallOptions } from './call.ts'
import { ApiError, ApiProblem } from './errors.ts'

export interface ClientOptions {
  /** Where the host is: `https://orrery.example`. The page's own host when omitted. */
  readonly url?: string
  /** An access token, for programs. A page has the cookie of its session. */
  readonly token?: string
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Asks in place of the global `fetch`; its own coded errors are passed on. */
  readonly fetch?: (address: string, init: RequestInit) => Promise<Response>
}

type Arguments<R extends Route> = object extends CallOptions<R> ? [options?: CallOptions<R>] : [options: CallOptions<R>]

/** A client of one host. */
export interface Client {
  readonly url: string
  /**
   * Asks a route of the table. Resolves to the JSON of its answer, checked; to a Response where the answer is a stream or a
   * text; to undefined where it is empty. Throws what the host says went wrong as an {@link ApiProblem}, and an
   * {@link ApiError} when nobody answers, or not a host.
   */
  readonly call: <R extends Route>(route: R, ...options: Arguments<R>) => Promise<RouteAnswer<R, Response>>
}

const essence = (mediaType: string | null) => (mediaType ?? '').split(';')[0]!.trim().toLowerCase()

const jsonOf = async (response: Response): Promise<unknown> => response.json().catch(() => undefined)

const reasonOf = (error: unknown) => {
  // fetch says only that it failed, and keeps the reason as the cause.
  const cause = (error as { cause?: { code?: unknown; message?: unknown } } | undefined)?.cause
  return String(cause?.code ?? cause?.message ?? (error as Error | undefined)?.message ?? error)
}

/** Makes a client of the host at `url`. */
export function createClient({ url = '', token, headers = {}, fetch: given }: ClientOptions = {}): Client {
  const base = url.replace(/\/+$/, '')
  // Looked up at each call, because a page may put another in its place.
  const ask: NonNullable<ClientOptions['fetch']> = given ?? ((address, init) => fetch(address, init))

  const send = async (address: string, init: RequestInit): Promise<Response> => {
    try {
      return await ask(base + address, init)
    } catch (error) {
      if (init.signal?.aborted || isCodedError(error)) throw error
      throw new ApiError('HOST_UNREACHABLE', { url: url || 'this address', reason: reasonOf(error) }, { cause: error })
    }
  }

  const call = async (route: Route, options: AnyCallOptions = {}): Promise<unknown> => {
    const { method } = route
    const address = addressOf(route, options)
    const response = await send(address, {
      method,
      headers: {
        ...headers,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(method !== 'GET' && { [REQUEST_HEADER]: '1' }),
        ...headersOf(options),
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(options.signal && { signal: options.signal }),
    })
    const refuse = (reason: string) => new ApiError('HOST_ANSWER', { method, path: address.split('?')[0]!, reason })
    const { status } = response
    const mediaType = essence(response.headers.get('content-type'))
    if (!response.ok) {
      const problem = validate(Problem, mediaType === PROBLEM_MEDIA_TYPE ? await jsonOf(response) : undefined)
      throw problem.ok ? new ApiProblem(problem.value) : refuse(`it answered status ${status} without a reason`)
    }
    const answer = route.answers[status]
    if (answer === undefined) throw refuse(`it answered status ${status}`)
    if (answer === 'nothing') return undefined
    const expected = isMedia(answer) ? essence(answer.mediaType) : 'application/json'
    if (mediaType !== expected) throw refuse(`it answered ${mediaType || 'no type'} in place of ${expected}`)
    if (isMedia(answer)) return response
    const json = validate(answer, await jsonOf(response))
    if (json.ok) return json.value
    const [problem] = json.problems
    throw refuse(`${problem?.path || 'its answer'} ${problem?.message ?? 'is not as expected'}`)
  }

  // What a route states is what was checked here.
  return { url: base, call: call as Client['call'] }
}
