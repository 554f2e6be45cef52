import { AccessToken, TokenList, type NewAccessToken, type TokenInfo } from '@orrery/api'
import { request, requestJson } from './client.ts'

const TOKENS = '/api/v1/tokens'

export const listTokens = async (signal: AbortSignal): Promise<readonly TokenInfo[]> =>
  (await requestJson(TokenList, TOKENS, { signal })).items

export const createToken = (token: NewAccessToken): Promise<AccessToken> =>
  requestJson(AccessToken, TOKENS, { method: 'POST', body: token })

export const removeToken = (id: string): Promise<Response> =>
  request(`${TOKENS}/${encodeURIComponent(id)}`, { method: 'DELETE' })
