import { isCodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'

interface Circumstances {
  readonly origin: string
  readonly timedOut: boolean
  readonly seconds: number
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such name',
  EAI_AGAIN: 'its name cannot be looked up now',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  ETIMEDOUT: 'nobody answers there',
  UND_ERR_CONNECT_TIMEOUT: 'nobody answers there',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority that this host does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that this host does not know',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  EPROTO: 'it does not speak TLS as expected',
}

const cutOff = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'Z_BUF_ERROR',
  'Z_DATA_ERROR',
])

interface Failure {
  readonly code?: unknown
  readonly cause?: unknown
  readonly errors?: readonly unknown[]
}

/** The code of a failure, or of what caused it: with several addresses each has its own. */
const codesOf = (error: unknown): readonly string[] => {
  if (!error || typeof error !== 'object') return []
  const { code, cause, errors = [] } = error as Failure
  return [...(typeof code === 'string' ? [code] : []), ...errors.flatMap(codesOf), ...codesOf(cause)]
}

/** What a failed exchange is called. Only the origin is named: paths and headers may hold credentials. */
export function failureOf(error: unknown, { origin, timedOut, seconds }: Circumstances): unknown {
  if (isCodedError(error)) return error
  if (timedOut) return new ServerError('HTTP_TIMEOUT', { origin, seconds }, { cause: error })
  const codes = codesOf(error)
  if (codes.some((code) => cutOff.has(code))) return new ServerError('HTTP_CUT_OFF', { origin }, { cause: error })
  const known = codes.find((code) => reasons[code] !== undefined)
  const speaksOther = error instanceof Error && error.name === 'HTTPParserError'
  const reason = speaksOther
    ? 'it does not answer in HTTP'
    : ((known && reasons[known]) ?? codes[0] ?? 'the exchange failed')
  return new ServerError('HTTP_UNREACHABLE', { origin, reason }, { cause: error })
}
