import { Type, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const
/** Of a person or a program. */
export const UserName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$', title: 'User name' })
// The upper bound keeps the cost of hashing bounded; the lower follows NIST SP 800-63B.
/** Address of a person's mail. */
export const Email = Type.String({ pattern: String.raw`^[^\s@]+@[^\s@]+$`, maxLength: 254, title: 'E-mail' })
const NewPassword = Type.String({ minLength: 8, maxLength: 256, title: 'Password' })

export const RoleSchema = Type.Union([
  Type.Literal('none'),
  Type.Literal('viewer'),
  Type.Literal('editor'),
  Type.Literal('admin'),
])

export const User = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: RoleSchema,
  email: Type.Optional(Type.String()),
})
export type User = Static<typeof User>

/** `GET /api/v1/session`: who is signed in, and what the interface must know before it draws. */
export const Session = Type.Object({
  /** With how they came in: `proxy` is single sign-on before the host, `anonymous` nobody in particular. */
  user: Type.Optional(
    Type.Object({
      ...User.properties,
      via: Type.Union([
        Type.Literal('password'),
        Type.Literal('proxy'),
        Type.Literal('token'),
        Type.Literal('anonymous'),
        Type.Literal('demo'),
      ]),
    }),
  ),
  /** Whether people sign in here with a name and a password. */
  password: Type.Boolean(),
  /** Nobody exists yet: the first person comes through the one-time link in the host's log. */
  setup: Type.Boolean(),
  /** Started with --demo: everybody on this machine is signed in, and nothing is kept. */
  demo: Type.Boolean(),
  brand: Type.Object({
    /** As the pages call the host. */
    name: Type.String(),
    /** URL of an image. */
    logo: Type.Optional(Type.String()),
    /** Path of the page that opens first. */
    home: Type.Optional(Type.String()),
  }),
  namespace: Type.String(),
  version: Type.String(),
})
export type Session = Static<typeof Session>

/** `POST /api/v1/session`. */
export const SignIn = Type.Object(
  { name: Type.String({ maxLength: 64 }), password: Type.String({ maxLength: 256 }) },
  closed,
)
export type SignIn = Static<typeof SignIn>

/** `POST /api/v1/setup`: makes the first admin, once, with the token of the first-run link. */
export const Setup = Type.Object(
  { token: Type.String({ maxLength: 128 }), name: UserName, password: NewPassword },
  closed,
)
export type Setup = Static<typeof Setup>

/** `POST /api/v1/users`, admins only. */
export const NewUser = Type.Object(
  { name: UserName, password: NewPassword, role: RoleSchema, email: Type.Optional(Email) },
  closed,
)
export type NewUser = Static<typeof NewUser>

/**
 * Every request that changes something carries this header (any value) and, from a browser, an Origin that is the
 * host's own. A form of another site can send neither.
 */
export const REQUEST_HEADER = 'orrery-request'
