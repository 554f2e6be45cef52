import type { Socket } from 'node:net'
import { PROBLEM_MEDIA_TYPE } from '@orrery/api'
import type { ConnectionError } from 'fastify'
import { ServerError } from '../errors.ts'
import { traceIdOf } from '../telemetry/trace-context.ts'
import { toProblem } from './problem.ts'

const toError = ({ code }: ConnectionError) => {
  if (code === 'HPE_HEADER_OVERFLOW') return new ServerError('REQUEST_HEADERS_TOO_LARGE', undefined)
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new ServerError('REQUEST_TIMEOUT', undefined)
  return new ServerError('REQUEST_MALFORMED', { reason: `it is not HTTP as it should be (${code})` })
}

/** Answers what is no HTTP request, or an endless one, and ends its connection. */
export function answerUnreadable(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const coded = toError(error)
  const body = JSON.stringify(toProblem(coded, traceIdOf(undefined)))
  const head = [
    // A reason may be empty (RFC 9112, 4); to import Node's list of them loads its whole client for fetch, 20 MiB.
    `HTTP/1.1 ${coded.status} `,
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  else socket.destroy()
}
