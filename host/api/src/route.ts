import type { Action } from '@orrery/access'
import type { Static, TObject, TSchema } from '@orrery/schema'

/** An answer that is no JSON: a text or a stream of this media type. */
export interface MediaAnswer {
  readonly mediaType: string
}

/** What a status answers: JSON of a schema, another media type, or nothing at all. */
export type Answer = 'nothing' | MediaAnswer | TSchema

/**
 * Who may ask: `open` is everybody, `session` everybody who is signed in; else whoever may do the action. Without `kind`,
 * the action of a route of resources is on the kind in its path, and that of any other route on the host as a whole.
 */
export type Access = 'open' | 'session' | { readonly action: Action; readonly kind?: string }

/** One route of the HTTP API: the server serves it, clients call it and its documentation is made from this. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its parameters in braces. `{plural}` stands for every kind: a route with it exists once for each. */
  readonly path: `/${string}`
  /** What it does, as a sentence without a full stop. */
  readonly summary: string
  /** What one must know beyond the summary. */
  readonly description?: string
  /** Subject under which it is listed. */
  readonly tag: string
  readonly access: Access
  /** The parameters of the path. */
  readonly params?: TObject
  /** The parameters after `?`. */
  readonly query?: TObject
  /** The request headers that have a meaning here, in lower case; others are passed over. */
  readonly headers?: TObject
  readonly body?: TSchema
  /** By status, what it answers when it succeeds. Everything else is a {@link Problem}. */
  readonly answers: Readonly<Record<number, Answer>>
}

/** States a route, with its exact types. */
export const defineRoute = <const R extends Route>(route: R): R => route

type Part<R extends Route, Name extends 'params' | 'query' | 'body'> =
  R extends Readonly<Record<Name, infer S extends TSchema>> ? Static<S> : undefined

export type RouteParams<R extends Route> = Part<R, 'params'>
export type RouteQuery<R extends Route> = Part<R, 'query'>
export type RouteBody<R extends Route> = Part<R, 'body'>

type AnswerOf<A, Media, Nothing> = A extends 'nothing'
  ? Nothing
  : A extends MediaAnswer
    ? Media
    : A extends TSchema
      ? Static<A>
      : never

/**
 * What a route answers, of whichever status; `Media` is how an answer that is no JSON is handed over, and `Nothing` one
 * that is empty.
 */
export type RouteAnswer<R extends Route, Media, Nothing = undefined> = AnswerOf<
  R['answers'][keyof R['answers']],
  Media,
  Nothing
>

/** Whether a route exists once for each kind. */
export type IsOfKind<R extends Route> = R['path'] extends `${string}{plural}${string}` ? true : false

export const isOfKind = ({ path }: Route): boolean => path.includes('{plural}')
export const isMedia = (answer: Answer): answer is MediaAnswer => typeof answer === 'object' && 'mediaType' in answer
