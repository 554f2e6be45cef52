import { NewAccessToken, type AccessToken, type TokenList } from '@orrery/api'
import type { FastifyInstance } from 'fastify'
import { permitted } from './subject.ts'
import type { Tokens } from './tokens.ts'

const DEFAULT_DAYS = 90

/** Tokens of programs: made, listed and removed by admins. */
export function tokenRoutes(app: FastifyInstance, tokens: Tokens): void {
  const list = async (): Promise<TokenList> => ({ items: [...(await tokens.list())] })
  app.get('/api/v1/tokens', (request) => {
    permitted(request, 'people:manage')
    return list()
  })

  app.post<{ Body: NewAccessToken }>(
    '/api/v1/tokens',
    { schema: { body: NewAccessToken } },
    async (request, reply): Promise<AccessToken> => {
      const { id: author } = permitted(request, 'people:manage')
      const { name, role, days = DEFAULT_DAYS } = request.body
      const { token, info } = await tokens.create({ name, role, days, author })
      reply.code(201)
      return { ...info, token }
    },
  )

  app.delete<{ Params: { id: string } }>('/api/v1/tokens/:id', async (request, reply) => {
    permitted(request, 'people:manage')
    await tokens.remove(request.params.id)
    return reply.code(204).send()
  })
}
