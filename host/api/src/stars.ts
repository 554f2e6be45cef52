import { Type } from '@orrery/schema'

/** `GET /api/v1/ns/{ns}/stars`: what the asker has starred, of what is there and may be read. */
export const StarList = Type.Object({ items: Type.Array(Type.Object({ kind: Type.String(), id: Type.String() })) })
