export { canonicalText, revisionOf } from './canonical.ts'
export { checkResource } from './check.ts'
export { ResourceError } from './errors.ts'
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
  listLimit,
  sortKey,
  type Change,
  type ListQuery,
  type Page,
  type ResourceKey,
  type ResourceStore,
  type StoredResource,
  type Write,
} from './store.ts'
