import { routes } from '@orrery/api'
import type { Serve } from '../http/serve.ts'
import type { Tokens } from './tokens.ts'

const DEFAULT_DAYS = 90

/** Tokens of programs. */
export function tokenRoutes(serve: Serve, tokens: Tokens): void {
  serve(routes.listTokens, async () => ({ items: await tokens.list() }))

  serve(routes.createToken, async ({ body: { name, role, days = DEFAULT_DAYS }, subject }) => {
    const { token, info } = await tokens.create({ name, role, days, author: subject.id })
    return { ...info, token }
  })

  serve(routes.deleteToken, ({ params }) => tokens.remove(params.id))
}
