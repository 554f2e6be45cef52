import type { Resource } from './resource.ts'

export interface ResourceKey {
  readonly namespace: string
  readonly kind: string
  readonly id: string
}

/** A resource with what the store knows of it. */
export interface StoredResource<Spec = unknown> {
  readonly resource: Resource<Spec>
  /** Hash of the canonical text, as in the ETag without its quotes. Equal text, equal revision. */
  readonly revision: string
  /** Number of the change that made it: grows with every write in the store. */
  readonly change: number
  /** ISO 8601. */
  readonly createdAt: string
  readonly updatedAt: string
  /** Subject id of the author: `user:ada`, `provisioning`. */
  readonly updatedBy: string
  /** Who owns it, when not the people: `provisioning`. Such a resource is read-only in the interface. */
  readonly managedBy?: string
}

/** Which resources may be seen: data, so that a store can make it a part of its own query and pages stay full. */
export interface Visible {
  readonly kinds: readonly string[] | 'any'
}

export interface ListQuery {
  readonly namespace: string
  readonly kind: string
  /** Part of the title or id, any case. */
  readonly search?: string
  /** Of this folder; with an empty text those in no folder. */
  readonly folder?: string
  /** All when omitted. */
  readonly visible?: Visible
  /** At most this many; 100 when omitted, 1,000 at most. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: string
}

export interface Page {
  readonly items: readonly StoredResource[]
  /** Present when there is more. */
  readonly next?: string
}

export interface Write {
  readonly author: string
  readonly managedBy?: string
  /** What the author says of the change: kept with it. */
  readonly message?: string
  /** Revision that must be there now: a revision, `*` for any, or undefined for "must not exist yet". RESOURCE_CONFLICT otherwise. */
  readonly ifMatch: string | undefined
}

export interface PutItem {
  readonly resource: Resource
  readonly write: Write
}

export interface Change {
  readonly change: number
  readonly key: ResourceKey
  readonly action: 'create' | 'update' | 'delete'
  readonly revision: string
  readonly author: string
  readonly at: string
  /** What the author said of it. */
  readonly message?: string
}

/** Which changes are told: the latest first, or with `after` the earliest. */
export interface ChangeQuery {
  readonly namespace: string
  /** Of resources of this kind. */
  readonly kind?: string
  /** Of the resource with this id, together with its kind. */
  readonly id?: string
  /** By this subject: `user:ada`. */
  readonly author?: string
  readonly action?: Change['action']
  /** Of resources that may be seen; of all when omitted. */
  readonly visible?: Visible
  /** At most this many; 100 when omitted, 1,000 at most. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly before?: number
  /** Those made after this change, the earliest first; `next` is then the `after` of the following page. */
  readonly after?: number
}

export interface ChangePage {
  readonly items: readonly Change[]
  /** Present when there are more. */
  readonly next?: number
}

/** Keeps resources. Every implementation runs `testResourceStore`. */
export interface ResourceStore {
  readonly get: (key: ResourceKey) => Promise<StoredResource | undefined>
  /** The resource as it was at a revision of its history. */
  readonly getRevision: (key: ResourceKey, revision: string) => Promise<StoredResource | undefined>
  readonly list: (query: ListQuery) => Promise<Page>
  /** What was changed, when and by whom; also of resources that are gone. */
  readonly changes: (query: ChangeQuery) => Promise<ChangePage>
  /** Writes it; equal canonical text makes no change and answers what is there. */
  readonly put: (resource: Resource, write: Write) => Promise<StoredResource>
  /** As {@link put} for each, in this order: all of them are written, or none. */
  readonly putAll: (items: readonly PutItem[]) => Promise<readonly StoredResource[]>
  /** RESOURCE_NOT_FOUND when it is not there. */
  readonly delete: (key: ResourceKey, write: Write) => Promise<void>
  /** Called after each committed change; returns the removal. */
  readonly onChange: (listener: (change: Change) => void) => () => void
}

/** Lists are in the order of this key, which is also what a search looks in and what `after` continues from. */
export const sortKey = (resource: Resource) => `${resource.metadata.title.toLowerCase()}\n${resource.id}`

/** Whether a resource of a kind may be seen. */
export const isVisible = (visible: Visible | undefined, kind: string) =>
  visible === undefined || visible.kinds === 'any' || visible.kinds.includes(kind)

export const listLimit = ({ limit = 100 }: Pick<ListQuery, 'limit'>) => Math.min(Math.max(limit, 1), 1000)
