import { Type } from '@orrery/schema'

/** `GET /api/v1/ns/{ns}/kinds`: every kind that the host reads or has resources of, and that the asker may read. */
export const KindList = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      /** How many resources of it are stored. */
      count: Type.Integer(),
      /** Present when this host reads the kind, as the others below. */
      plural: Type.Optional(Type.String()),
      title: Type.Optional(Type.String()),
      apiVersion: Type.Optional(Type.String()),
    }),
  ),
})

/** A resource of whichever kind, as its text is stored. */
export const StoredText = Type.Object({
  kind: Type.String(),
  id: Type.String(),
  /** JSON, to the byte as it was written. */
  text: Type.String(),
  revision: Type.String(),
  change: Type.Integer(),
  createdAt: Type.String(),
  updatedAt: Type.String(),
  updatedBy: Type.String(),
  managedBy: Type.Optional(Type.String()),
})

/** By id. */
export const StoredTextList = Type.Object({ items: Type.Array(StoredText), next: Type.Optional(Type.String()) })

/** What was deleted and not made again, the latest first. */
export const DeletedList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      /** That which was deleted: restoring it brings the resource back. */
      revision: Type.String(),
      at: Type.String(),
      /** Subject id: `user:ada`. */
      author: Type.String(),
    }),
  ),
})

export const StoredTextParams = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** The `next` of the page before. */
    after: Type.Optional(Type.String({ maxLength: 128 })),
  },
  { additionalProperties: false },
)
