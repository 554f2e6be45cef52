export { changedPlaces, type ChangedPlace } from './changed-places.ts'
export { canonicalText, revisionOf } from './canonical.ts'
export { checkResource, resourceSchema } from './check.ts'
export { compareResources, type Difference } from './compare.ts'
export { ResourceError } from './errors.ts'
export { mergeDocuments, type Choose, type Conflict, type Merged } from './merge.ts'
export { mergePatch } from './merge-patch.ts'
export {
  defineKind,
  Namespace,
  ResourceId,
  ResourceMetadata,
  type Kind,
  type Resource,
  type ResourceOf,
} from './resource.ts'
export {
  isVisible,
  listLimit,
  sortKey,
  type Change,
  type ChangePage,
  type ChangeQuery,
  type ListQuery,
  type Page,
  type PutItem,
  type ResourceKey,
  type ResourceStore,
  type StoredResource,
  type Visible,
  type Write,
} from './store.ts'
