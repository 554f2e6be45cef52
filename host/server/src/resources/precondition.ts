import type { FastifyRequest } from 'fastify'
import { ServerError } from '../errors.ts'

/** The ETag of a revision. */
export const toEtag = (revision: string) => `"${revision}"`

const parseEtag = (text: string) =>
  text.trim() === '*'
    ? '*'
    : text
        .trim()
        .replace(/^W\//, '')
        .replace(/^"(.*)"$/, '$1')

/**
 * What a write expects to be there: a revision, `*` for any, undefined for nothing. PRECONDITION_NEEDED without If-Match
 * or `If-None-Match: *`, because a write that expects nothing would undo those of others unseen.
 */
export function expectedRevision({ headers }: FastifyRequest): string | undefined {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (match !== undefined) return parseEtag(match)
  if (noneMatch?.trim() === '*') return undefined
  throw new ServerError('PRECONDITION_NEEDED', undefined)
}
