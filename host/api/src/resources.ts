import { Namespace, ResourceId, ResourceMetadata } from '@orrery/resource'
import { Type, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

/** The envelope; `spec` is checked against the schema of its kind. */
export const ResourceBody = Type.Object(
  {
    apiVersion: Type.String({ maxLength: 64 }),
    kind: Type.String({ maxLength: 64 }),
    namespace: Namespace,
    id: ResourceId,
    metadata: ResourceMetadata,
    spec: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
)

/** The envelope as a body that is checked against its kind, which says more than this: RESOURCE_INVALID. */
export const AnyResource = Type.Unsafe<Static<typeof ResourceBody>>(Type.Unknown())

/** As a host serves it: what a newer host wrote may say more, and is served as it is. */
export const ServedResource = Type.Object({
  ...ResourceBody.properties,
  metadata: Type.Object(ResourceMetadata.properties),
})

/** What `GET` and `PUT /api/v1/ns/{ns}/{plural}/{id}` answer; the revision is also the ETag. */
export const StoredResourceBody = Type.Object({
  resource: ServedResource,
  revision: Type.String(),
  change: Type.Integer(),
  createdAt: Type.String(),
  updatedAt: Type.String(),
  updatedBy: Type.String(),
  managedBy: Type.Optional(Type.String()),
})
export type StoredResourceBody = Static<typeof StoredResourceBody>

/** `GET /api/v1/ns/{ns}/{plural}`. */
export const ResourceList = Type.Object({ items: Type.Array(StoredResourceBody), next: Type.Optional(Type.String()) })
export type ResourceList = Static<typeof ResourceList>

/** A resource as a list shows it, without its spec. */
export const ResourceSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  /** Id of the folder that it stands in. */
  folder: Type.Optional(Type.String()),
  /** Of kinds whose specs have one: that of a panel, or a datasource. */
  type: Type.Optional(Type.String()),
  /** Of kinds whose specs have one. */
  description: Type.Optional(Type.String()),
  tags: Type.Optional(Type.Array(Type.String())),
  /** How many resources refer to it. */
  usages: Type.Integer(),
  revision: Type.String(),
  updatedAt: Type.String(),
  updatedBy: Type.String(),
  managedBy: Type.Optional(Type.String()),
})
export type ResourceSummary = Static<typeof ResourceSummary>

/** `GET /api/v1/ns/{ns}/summaries/{plural}`. */
export const SummaryList = Type.Object({ items: Type.Array(ResourceSummary), next: Type.Optional(Type.String()) })

export const ListParams = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 256 })),
    /** Those in no folder when empty. */
    folder: Type.Optional(Type.String({ maxLength: 128 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    after: Type.Optional(Type.String({ maxLength: 512 })),
  },
  closed,
)

export const SearchParams = Type.Object(
  {
    /** Words that must all be found, any case, each anywhere in a title, id, label or panel title; all resources when empty. */
    q: Type.String({ maxLength: 256 }),
    /** 20 when omitted. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)

/** `GET /api/v1/ns/{ns}/search`: resources of all kinds that the asker may read, the best first. */
export const SearchResults = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      id: Type.String(),
      title: Type.String(),
      /** Without a title when there is no such folder. */
      folder: Type.Optional(Type.Object({ id: Type.String(), title: Type.Optional(Type.String()) })),
      /** The label or panel title that was found, when it was neither title nor id. */
      match: Type.Optional(Type.String()),
    }),
  ),
})
export type SearchResults = Static<typeof SearchResults>

const message = Type.Optional(
  Type.String({ maxLength: 1000, description: 'What is to be said of the change: kept in the history.' }),
)

export const WriteParams = Type.Object({ message }, closed)

export const DeleteParams = Type.Object(
  {
    message,
    force: Type.Optional(
      Type.Union([Type.Literal('true'), Type.Literal('false')], { description: 'Also when others refer to it.' }),
    ),
  },
  closed,
)

/** A change of a resource, without its text. */
export const ChangeBody = Type.Object({
  change: Type.Integer(),
  key: Type.Object({ namespace: Type.String(), kind: Type.String(), id: Type.String() }),
  action: Type.Union([Type.Literal('create'), Type.Literal('update'), Type.Literal('delete')]),
  /** Of a delete: that which was deleted. */
  revision: Type.String(),
  /** Subject id: `user:ada`, `provisioning`. */
  author: Type.String(),
  at: Type.String(),
  /** What the author said of it. */
  message: Type.Optional(Type.String()),
})

/** `GET .../{id}/history`: the latest first. */
export const ChangeList = Type.Object({ items: Type.Array(ChangeBody), next: Type.Optional(Type.Integer()) })
export type ChangeList = Static<typeof ChangeList>

export const HistoryParams = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    before: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
)

/** `POST .../{id}/restore`: makes the text of an old revision the present one, as a new change. */
export const Restore = Type.Object({ revision: Type.String({ minLength: 1, maxLength: 64 }) }, closed)
export type Restore = Static<typeof Restore>

/** `POST /api/v1/ns/{ns}/apply`: makes the resources what they are here, all or none, in any order. */
export const Apply = Type.Object(
  {
    resources: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 10_000 }),
    /** Only checks, and tells what would be done. */
    dryRun: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type Apply = Static<typeof Apply>

/** The answer to it, in the order in which the resources were written. */
export const Applied = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      id: Type.String(),
      action: Type.Union([Type.Literal('create'), Type.Literal('update'), Type.Literal('none')]),
      /** Of a dry run: what would be stored, where that is not what is stored. */
      resource: Type.Optional(ResourceBody),
    }),
  ),
})
export type Applied = Static<typeof Applied>

/** `GET .../{id}/usages`: the resources that refer to this one and that the asker may read. */
export const UsageList = Type.Object({
  items: Type.Array(Type.Object({ namespace: Type.String(), kind: Type.String(), id: Type.String() })),
})
export type UsageList = Static<typeof UsageList>

/** `POST /api/v1/ns/{ns}/datasource-test`: tests a datasource as edited, saved or not. Takes a {@link ResourceBody}, answers this or a problem. */
export const TestResult = Type.Object({ message: Type.String() })
export type TestResult = Static<typeof TestResult>
