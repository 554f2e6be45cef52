import { check, type Static, type TObject } from '@orrery/schema'
import type { Route, RouteBody, RouteParams, RouteQuery } from '../route.ts'

/** Undefined parts of a route are no options of its calls. */
type Optional<Name extends string, T> = [T] extends [undefined]
  ? unknown
  : object extends T
    ? { readonly [Key in Name]?: T }
    : { readonly [Key in Name]: T }

type HeaderName<R extends Route> = R extends { readonly headers: infer H extends TObject } ? keyof Static<H> : never

interface CallControl {
  readonly signal?: AbortSignal
}
interface Replacing {
  /** The revision that this changes, or `*` for whichever is there. */
  readonly ifMatch?: string
}
interface Creating {
  /** There must be none yet. */
  readonly ifNew?: boolean
}
interface Following {
  /** Id of the last event that was received: what came after it is sent first. */
  readonly lastEventId?: string
}

/** What a call of a route takes: the parts that the route has. */
export type CallOptions<R extends Route> = CallControl &
  Optional<'params', RouteParams<R>> &
  Optional<'query', RouteQuery<R>> &
  Optional<'body', RouteBody<R>> &
  ('if-match' extends HeaderName<R> ? Replacing : unknown) &
  ('if-none-match' extends HeaderName<R> ? Creating : unknown) &
  ('last-event-id' extends HeaderName<R> ? Following : unknown)

/** All that a call may take, for the code that makes a request of it. */
export interface AnyCallOptions extends CallControl, Replacing, Creating, Following {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

const segment = (params: AnyCallOptions['params'], name: string) => encodeURIComponent(String(params?.[name]))

/** The path and query of a call; SCHEMA_INVALID for parameters that would lead to another path. */
export function addressOf({ path, params: schema }: Route, { params, query = {} }: AnyCallOptions): string {
  if (schema) check(schema, params, `The address ${path}`)
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString()
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(params, name)) + (search && `?${search}`)
}

const quoted = (revision: string) => (revision === '*' ? revision : `"${revision}"`)

/** The headers of a call. */
export const headersOf = ({ body, ifMatch, ifNew, lastEventId }: AnyCallOptions): Record<string, string> => ({
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(ifMatch !== undefined && { 'if-match': quoted(ifMatch) }),
  ...(ifNew && { 'if-none-match': '*' }),
  ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
})
