import { Type, type Static, type TSchema } from '@orrery/schema'

/** Ids are chosen by the author and never change: lower case letters, digits, `-`, `.`, `_`; at most 128. */
export const ResourceId = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,127}$', title: 'Id' })
export const Namespace = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', title: 'Namespace' })

export const ResourceMetadata = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 256, title: 'Title' }),
    /** Id of a folder; at the top when absent. */
    folder: Type.Optional(Type.String({ minLength: 1, maxLength: 128, title: 'Folder', 'x-ref': 'folder' })),
    labels: Type.Optional(
      Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 256 }), { title: 'Labels' }),
    ),
  },
  { additionalProperties: false },
)
export type ResourceMetadata = Static<typeof ResourceMetadata>

/** What a person or a repository writes. Revision, author and times are served beside it, never in it. */
export interface Resource<Spec = unknown> {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string
  readonly id: string
  readonly metadata: ResourceMetadata
  readonly spec: Spec
}

/** A kind of resource: its name, the version of its shape, and the schema of its spec. */
export interface Kind<S extends TSchema = TSchema> {
  /** Singular, lower case: `dashboard`. */
  readonly kind: string
  /** Plural, as in URLs: `dashboards`. */
  readonly plural: string
  readonly title: string
  /** `orrery.dev/v1`. */
  readonly apiVersion: string
  readonly spec: S
}

export const defineKind = <S extends TSchema>(kind: Kind<S>): Kind<S> => kind

/** The resource type of a kind: `ResourceOf<typeof Dashboard>`. */
export type ResourceOf<K> = K extends Kind<infer S> ? Resource<Static<S>> : never
