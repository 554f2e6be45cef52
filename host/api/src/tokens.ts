import { Type, type Static } from '@orrery/schema'
import { RoleSchema, UserName } from './session.ts'

/** A token of a program, without the token itself. */
export const TokenInfo = Type.Object({
  id: Type.String(),
  /** The program acts as `service:NAME`. */
  name: Type.String(),
  role: RoleSchema,
  /** Subject id of the admin who made it. */
  createdBy: Type.String(),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  /** About when it was last used; absent when it never was. */
  usedAt: Type.Optional(Type.String()),
})
export type TokenInfo = Static<typeof TokenInfo>

/** `GET /api/v1/tokens`, admins only. */
export const TokenList = Type.Object({ items: Type.Array(TokenInfo) })
export type TokenList = Static<typeof TokenList>

/** `POST /api/v1/tokens`, admins only. */
export const NewAccessToken = Type.Object(
  {
    name: UserName,
    role: RoleSchema,
    /** Days until it ends; 90 when omitted. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, title: 'Days until it ends' })),
  },
  { additionalProperties: false },
)
export type NewAccessToken = Static<typeof NewAccessToken>

/** The answer to it: the only time that the token is shown. */
export const AccessToken = Type.Object({ ...TokenInfo.properties, token: Type.String() })
export type AccessToken = Static<typeof AccessToken>
