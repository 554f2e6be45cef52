import { defineKind, type ResourceOf } from '@orrery/resource'
import { Type, type Static } from '@orrery/schema'

/** Dashboards of a folder, and folders in it, name it in their `metadata.folder`. */
export const FolderSpec = Type.Object(
  { description: Type.Optional(Type.String({ maxLength: 4096, title: 'Description' })) },
  { additionalProperties: false },
)
export type FolderSpec = Static<typeof FolderSpec>

export const Folder = defineKind({
  kind: 'folder',
  plural: 'folders',
  title: 'Folder',
  apiVersion: 'orrery.dev/v1',
  spec: FolderSpec,
})
export type Folder = ResourceOf<typeof Folder>
