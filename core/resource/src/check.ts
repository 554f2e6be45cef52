import { Type, validate, type Static, type TSchema } from '@orrery/schema'
import { ResourceError } from './errors.ts'
import { Namespace, ResourceId, ResourceMetadata, type Kind, type Resource } from './resource.ts'

/** A whole document of a kind. */
export const resourceSchema = (kind: Kind) =>
  Type.Object(
    {
      apiVersion: Type.Literal(kind.apiVersion),
      kind: Type.Literal(kind.kind),
      namespace: Namespace,
      id: ResourceId,
      metadata: ResourceMetadata,
      spec: kind.spec,
    },
    { additionalProperties: false, title: kind.title },
  )

const idOf = (body: unknown) => {
  const id = (body as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? ` "${id.slice(0, 128)}"` : ''
}

/** The body as a resource of the kind; RESOURCE_INVALID with every problem and its path when it is none. */
export function checkResource<S extends TSchema>(kind: Kind<S>, body: unknown): Resource<Static<S>> {
  const result = validate(resourceSchema(kind), body)
  if (!result.ok)
    throw new ResourceError('RESOURCE_INVALID', { subject: `The ${kind.kind}${idOf(body)}`, problems: result.problems })
  // The envelope's type is computed from a schema that was made here, which the compiler does not follow through `S`.
  return body as Resource<Static<S>>
}
