import { Type } from '@orrery/schema'
import { defineRoute } from '../route.ts'
import { AccessToken, NewAccessToken, TokenList } from '../tokens.ts'

const tag = 'Access tokens'
const path = '/api/v1/tokens'
const access = { action: 'people:manage' } as const

/** Tokens of programs: made, listed and removed by admins. */
export const tokenRoutes = {
  listTokens: defineRoute({
    method: 'GET',
    path,
    summary: 'List the access tokens, without the tokens themselves',
    tag,
    access,
    answers: { 200: TokenList },
  }),
  createToken: defineRoute({
    method: 'POST',
    path,
    summary: 'Make an access token; it is shown this once',
    tag,
    access,
    body: NewAccessToken,
    answers: { 201: AccessToken },
  }),
  deleteToken: defineRoute({
    method: 'DELETE',
    path: `${path}/{id}`,
    summary: 'Remove an access token; it ends at once',
    tag,
    access,
    params: Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,128}$' }) }),
    answers: { 204: 'nothing' },
  }),
}
