import { Type, type Static } from '@orrery/schema'

/** `GET /api/v1/ns/{ns}/provisioning`, admins only: the folders that resources are read from, and what of them was not taken. */
export const Provisioning = Type.Object({
  folders: Type.Array(Type.String()),
  /** When they were read last; absent where there are no folders. */
  readAt: Type.Optional(Type.String()),
  problems: Type.Array(
    Type.Object({
      file: Type.String(),
      /** Counted from 1; absent when it is the whole file or folder. */
      line: Type.Optional(Type.Integer()),
      code: Type.String(),
      reason: Type.String(),
    }),
  ),
})
export type Provisioning = Static<typeof Provisioning>
