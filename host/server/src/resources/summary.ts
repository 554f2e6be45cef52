import type { ResourceSummary } from '@orrery/api'
import type { StoredResource } from '@orrery/resource'
import { Type, validate } from '@orrery/schema'

/** What specs of whichever kind may say for lists. */
const Told = Type.Object({
  type: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  tags: Type.Optional(Type.Array(Type.String())),
})

/** A stored resource as a list shows it, with how many others refer to it. */
export function toSummary(
  { resource, revision, updatedAt, updatedBy, managedBy }: StoredResource,
  usages: number,
): ResourceSummary {
  const { id, metadata, spec } = resource
  const told = validate(Told, spec)
  return {
    id,
    title: metadata.title,
    ...(metadata.folder !== undefined && { folder: metadata.folder }),
    ...(told.ok && told.value.type !== undefined && { type: told.value.type }),
    ...(told.ok && told.value.description !== undefined && { description: told.value.description }),
    ...(told.ok && told.value.tags !== undefined && { tags: told.value.tags }),
    usages,
    revision,
    updatedAt,
    updatedBy,
    ...(managedBy !== undefined && { managedBy }),
  }
}
