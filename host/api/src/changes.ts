import { Type, type Static } from '@orrery/schema'
import { ChangeBody } from './resources.ts'

const closed = { additionalProperties: false } as const

/** Which changes `GET /api/v1/ns/{ns}/changes` tells: the latest first, or with `after` the earliest. */
export const ChangeParams = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** The `next` of the page before. */
    before: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Those made after this change, the earliest first. */
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    kind: Type.Optional(Type.String({ maxLength: 64 })),
    /** Together with the kind. */
    id: Type.Optional(Type.String({ maxLength: 128 })),
    /** Subject id: `user:ada`, `service:deploy`, `provisioning`. */
    author: Type.Optional(Type.String({ maxLength: 256 })),
    action: Type.Optional(ChangeBody.properties.action),
  },
  closed,
)

/** Two revisions to compare; `to` is the present one when omitted. */
export const CompareParams = Type.Object(
  {
    from: Type.String({ minLength: 1, maxLength: 64 }),
    to: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  },
  closed,
)

/** The steps from one revision to the other: a JSON patch (RFC 6902) that also says what it takes away, in `from`, and what it brings, in `to`. */
export const Comparison = Type.Object({
  items: Type.Array(
    Type.Object({
      op: Type.Union([Type.Literal('add'), Type.Literal('remove'), Type.Literal('replace')]),
      path: Type.String(),
      from: Type.Optional(Type.Unknown()),
      to: Type.Optional(Type.Unknown()),
    }),
  ),
})
export type Comparison = Static<typeof Comparison>

/** What a resource refers to, and whether that is there. */
export const ReferenceList = Type.Object({
  items: Type.Array(
    Type.Object({ path: Type.String(), kind: Type.String(), id: Type.String(), exists: Type.Boolean() }),
  ),
})
