import type { ActionAnswer } from '@orrery/api'
import type { FilledAction } from '@orrery/sdk'
import { ServerError } from '../errors.ts'

export interface SendOptions {
  /** Where requests may go. */
  readonly origins: readonly string[]
  readonly signal: AbortSignal
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 15_000
/** Bytes of an answer that are read. */
const MOST_BYTES = 1_000_000
/** Characters of it that are told. */
const TOLD = 2000
const MOST_REDIRECTS = 5

// What a client sets by itself, and what is of a connection only.
const forbidden =
  /^(?:host|content-length|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/i

/** Sends an action, and follows redirects as far as they stay at permitted origins. */
export async function sendAction(action: FilledAction, options: SendOptions): Promise<ActionAnswer> {
  const { origins, signal, timeoutMs = TIMEOUT_MS } = options
  const allowed = new Set(origins.map((origin) => new URL(origin).origin))
  let url = targetOf(action.url)
  if (!allowed.has(url.origin)) throw new ServerError('ACTION_ORIGIN_FORBIDDEN', { origin: url.origin })
  const timeout = AbortSignal.timeout(timeoutMs)
  let { method, body } = action
  const headers = headersOf(action)
  try {
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
        ...(body !== undefined && { body }),
      })
      const { status } = response
      const location = status >= 300 && status < 400 ? response.headers.get('location') : null
      if (location === null || redirects === MOST_REDIRECTS) return { status, ...(await readAnswer(response)) }
      await response.body?.cancel()
      const from = url
      url = new URL(location, url)
      if (!allowed.has(url.origin)) throw new ServerError('ACTION_REDIRECT_FORBIDDEN', { origin: url.origin })
      // Secrets are for the origin that the author named.
      if (url.origin !== from.origin) for (const name of ['authorization', 'cookie']) headers.delete(name)
      // As browsers do: the answer is elsewhere, and is read there.
      if (status === 303 || ((status === 301 || status === 302) && method === 'POST')) {
        method = 'GET'
        body = undefined
        headers.delete('content-type')
      }
    }
  } catch (thrown) {
    if (thrown instanceof ServerError) throw thrown
    const { origin } = url
    if (timeout.aborted) throw new ServerError('ACTION_TIMEOUT', { origin, seconds: Math.ceil(timeoutMs / 1000) })
    throw new ServerError('ACTION_FAILED', { origin, reason: reasonOf(thrown) }, { cause: thrown })
  }
}

/** `..` in a value would lead to another path of the same origin. */
const leavesPath = (url: string) => /\/(?:\.|%2e){1,2}(?:[/?#\\]|$)/i.test(url)

function targetOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (!url || !isWeb || url.username !== '' || url.password !== '' || leavesPath(address.replace(/[?#].*$/s, '')))
    throw new ServerError('ACTION_URL_INVALID', { url: address.replace(/\/\/[^/@]*@/, '//').slice(0, 200) })
  return url
}

function headersOf(action: FilledAction): Headers {
  const headers = new Headers()
  for (const [name, value] of action.headers) {
    if (forbidden.test(name) || !/^[!#$%&'*+.^_`|~\w-]+$/.test(name))
      throw new ServerError('ACTION_HEADER_FORBIDDEN', { name: name.slice(0, 64) })
    headers.set(name, value)
  }
  return headers
}

const isText = (type: string | null) => type === null || /^text\/|json|xml|javascript|x-www-form/i.test(type)

async function readAnswer(response: Response): Promise<Pick<ActionAnswer, 'text' | 'isCutOff'>> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  let isCutOff = false
  // Leaving the loop cancels the rest.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (text.length <= TOLD) text += decoder.decode(chunk, { stream: true })
    isCutOff = bytes > MOST_BYTES
    if (isCutOff) break
  }
  if (!isText(response.headers.get('content-type'))) return { text: '', isCutOff }
  return { text: text.slice(0, TOLD), isCutOff: isCutOff || text.length > TOLD }
}

/** What Node says of a connection: `ECONNREFUSED`. */
function reasonOf(thrown: unknown): string {
  const { cause } = thrown as { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? (thrown instanceof Error ? thrown.message : String(thrown))
}
