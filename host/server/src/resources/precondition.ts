import type { FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'
import { revisionOfEtag } from '../http/etag.ts'

/**
 * What a write expects to be there: a revision, `*` for any, undefined for nothing. PRECONDITION_NEEDED without If-Match
 * or `If-None-Match: *`, because a write that expects nothing would undo those of others unseen.
 */
export function expectedRevision({ headers }: FastifyRequest): string | undefined {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (match !== undefined) return revisionOfEtag(match)
  if (noneMatch?.trim() === '*') return undefined
  throw new ServerError('PRECONDITION_NEEDED', undefined)
}
