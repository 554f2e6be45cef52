import type { FastifyInstance } from 'fastify'
import { ServerError } from '../errors.ts'

/** Levels of objects and lists in a body; far more than any resource has, far fewer than a call stack takes. */
const MOST_LEVELS = 100

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))

/** Reads bodies of these types as JSON that is not nested so deeply that whoever walks through it would fail. */
export function acceptJson(app: FastifyInstance, types: readonly string[]): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser([...types])
  app.addContentTypeParser([...types], { parseAs: 'string' }, (request, text, done) =>
    parse(request, String(text), (error, value) =>
      error || !isDeeper(value, MOST_LEVELS)
        ? done(error, value)
        : done(new ServerError('REQUEST_TOO_DEEP', { limit: MOST_LEVELS })),
    ),
  )
}
