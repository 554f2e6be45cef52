import { check, interpolate, number, QueryError, SeriesBuilder, Type, type Connect } from '@orrery/sdk'

import type { Options, Query } from '../options.ts'

const Reply = Type.Array(Type.Object({ at: Type.Number(), celsius: Type.Number() }))

const connect: Connect<Options, Query> = ({ url, token }, { http }) => {
  const get = async (path: string, signal: AbortSignal) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const response = await http.request(new URL(path, url).href, { headers, signal })
    if (response.status !== 200) throw new QueryError('QUERY_BACKEND_FAILED', { reason: `status ${response.status}` })
    return JSON.parse(await response.text()) as unknown
  }

  return {
    query: async ({ query, range, refId, variables, signal }) => {
      const room = interpolate(query.room, variables, (value) => encodeURIComponent(String(value)))
      const reply = check(Reply, await get(`rooms/${room}?from=${range.from}&to=${range.to}`, signal), 'The reply')
      return [
        new SeriesBuilder({ refId, fields: { value: number({ unit: 'celsius' }) } })
          .add(
            { room },
            reply.map(({ at }) => at),
            reply.map(({ celsius }) => celsius),
          )
          .build(),
      ]
    },
    check: async (signal) => {
      await get('rooms', signal)
      return 'The sensors answer.'
    },
  }
}

export default connect
