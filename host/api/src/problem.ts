import { Type, type Static } from '@orrery/schema'

/** An error as the API answers it (RFC 9457, application/problem+json). */
export const Problem = Type.Object({
  /** `https://orrery.dev/errors#CODE`. */
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  /** What happened to which thing, then what to do. */
  detail: Type.String(),
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Unknown()),
  /** The plugin that the error came from. */
  plugin: Type.Optional(Type.String()),
  /** Finds the request in the host's log. */
  traceId: Type.Optional(Type.String()),
})
export type Problem = Static<typeof Problem>

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'
