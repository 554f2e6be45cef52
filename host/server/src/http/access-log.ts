import { FRAMES_MEDIA_TYPE } from '@orrery/api'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { HostLog } from '../log/log.ts'
import { whenAnswered } from './answered.ts'

/** What takes longer is told, in milliseconds. */
export const SLOW_MS = 1000

/** Streams last as long as somebody reads them. */
const isStream = (reply: FastifyReply) =>
  [FRAMES_MEDIA_TYPE, 'text/event-stream'].some((type) => String(reply.getHeader('content-type')).startsWith(type))

/** Logs each request at its end: refused, failed and slow ones for all to see, the others for whoever debugs. */
export function logRequests(app: FastifyInstance, log: HostLog): void {
  whenAnswered(app, (request, reply, status) => {
    const { id, ip: address, method, routeOptions, url, subject, problem } = request
    const ms = Math.round(reply.elapsedTime)
    const fields = {
      traceId: id,
      address,
      method,
      // What is searched for or signed with may stand after the question mark.
      path: url.split('?')[0],
      ...(routeOptions.url !== undefined && { route: routeOptions.url }),
      ...(subject && { subject: subject.id }),
      status,
      ...(problem !== undefined && { code: problem }),
      ms,
    }
    const isNotable = status >= 400 || (ms > SLOW_MS && !isStream(reply))
    log[isNotable ? 'info' : 'debug']('request', fields)
  })
}
