import { decode, encode } from '@orrery/frames'
import {
  check,
  checkKind,
  HttpClient,
  isCodedError,
  type Connect,
  type Datasource,
  type DatasourceContext,
  type Frame,
  type OptionsSchema,
  type Static,
  type Token,
  type TSchema,
} from '@orrery/sdk'
import { beforeAll, describe, expect, it } from 'vitest'
import { collect } from './collect.ts'
import { createTestContext } from './context.ts'
import { testDefinition } from './definition.ts'
import { testLive } from './live.ts'
import { testNarrowing, type NarrowingExample } from './narrowing.ts'
import { testRequest } from './request.ts'

export interface DatasourceExample<Options, Query> extends NarrowingExample<Query> {
  /** Options that reach a server which answers; made when the tests run. Secrets stand there as plain text. */
  readonly options: () => Options | Promise<Options>
  /**
   * Queries that the server answers with data, each with the kind of frame that comes, or the kinds in their order; `live`
   * are those that can be followed.
   */
  readonly queries: readonly {
    readonly query: Query
    readonly kind: Frame['kind'] | readonly Frame['kind'][]
    readonly live?: boolean
  }[]
  /** Makes something new happen for queries that are followed. */
  readonly happen?: () => void | Promise<void>
  /** A query that the backend refuses. */
  readonly badQuery?: Query
  /** Options that lead to no server. */
  readonly unreachable?: Options
  readonly context?: () => DatasourceContext
}

/** The context, which tells when a request is on its way. */
function onRequest(context: DatasourceContext, tell: () => void): DatasourceContext {
  const http: HttpClient = {
    request(url, options) {
      const response = context.http.request(url, options)
      tell()
      return response
    },
  }
  const services = new Map<symbol, unknown>([[HttpClient, http]])
  // The map holds under a token what the token's type says.
  const get = <T>(token: Token<T>) => (services.has(token) ? (services.get(token) as T) : context.get(token))
  return { ...context, http, get }
}

/** The contract that every datasource keeps. Call it from the plugin's own test file. */
export function testDatasource<O extends OptionsSchema, Q extends TSchema>(
  source: Datasource<O, Q>,
  example: DatasourceExample<Static<O>, Static<Q>>,
) {
  const context = example.context ?? createTestContext
  const open = async (options: Static<O>, given = context()) => {
    // A door's module has the default export that its contract names; the compiler has checked it in the definition.
    const { default: connect } = (await source.connect.open()) as { default: Connect<Static<O>, Static<Q>> }
    return connect(options, given)
  }

  describe(`datasource ${source.id}`, () => {
    let options: Static<O>
    beforeAll(async () => {
      options = await example.options()
    })

    testDefinition(source, () => options)

    it.each(example.queries)('answers $query with valid frames', async ({ query, kind }) => {
      check(source.query, query, 'the example query')
      const client = await open(options)
      const frames = await collect(client.query(testRequest(query, { refId: 'Q7' })))
      expect(frames.length).toBeGreaterThan(0)
      expect(frames.map((frame) => frame.kind)).toEqual(typeof kind === 'string' ? frames.map(() => kind) : kind)
      for (const frame of frames) {
        expect(checkKind(frame)).toEqual([])
        expect(frame.meta.refId).toBe('Q7')
        expect(decode(encode(frame)).fields.size).toBe(frame.fields.size)
      }
      await client.close?.()
    })

    it('refuses a request that is aborted already', async () => {
      const client = await open(options)
      const aborted = AbortSignal.abort(new Error('left'))
      await expect(collect(client.query(testRequest(example.queries[0]!.query, { signal: aborted })))).rejects.toThrow()
      await client.close?.()
    })

    it('stops when the request is aborted while the backend works on it', async () => {
      const leaving = new AbortController()
      const client = await open(
        options,
        onRequest(context(), () => leaving.abort(new Error('left'))),
      )
      const outcome = await collect(
        client.query(testRequest(example.queries[0]!.query, { signal: leaving.signal })),
      ).then(
        () => 'answered',
        () => 'stopped',
      )
      // A datasource that sends no request has nothing to stop.
      expect(outcome).toBe(leaving.signal.aborted ? 'stopped' : 'answered')
      await client.close?.()
    })

    testLive(source, { ...example, open: async () => open(options) })

    testNarrowing(source, example, async () => open(options))

    it('says in a sentence that it works', async () => {
      const client = await open(options)
      if (client.check) expect(await client.check(new AbortController().signal)).not.toBe('')
      await client.close?.()
    })

    if (example.badQuery !== undefined) {
      const { badQuery } = example
      it('gives a coded error for a query that the backend refuses', async () => {
        const client = await open(options)
        const failure: unknown = await collect(client.query(testRequest(badQuery))).catch((error: unknown) => error)
        expect(isCodedError(failure), String(failure)).toBe(true)
        await client.close?.()
      })
    }

    if (example.unreachable !== undefined) {
      const { unreachable } = example
      it('gives a coded error when the backend is away', async () => {
        const client = await open(unreachable)
        const failure: unknown = await collect(client.query(testRequest(example.queries[0]!.query))).catch(
          (error: unknown) => error,
        )
        expect(isCodedError(failure), String(failure)).toBe(true)
        await client.close?.()
      })
    }
  })
}
