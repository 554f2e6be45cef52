import type { Generated } from 'kysely'

/** The tables of the store. Times are ISO 8601 in UTC, so that they sort as text in every database. */
export interface Tables {
  resources: ResourceTable
  changes: ChangeTable
  refs: RefTable
  searched: SearchedTable
  users: UserTable
  sessions: SessionTable
  secrets: SecretTable
  tokens: TokenTable
  stars: StarTable
  annotations: AnnotationTable
  annotationTags: AnnotationTagTable
}

export interface ResourceTable {
  namespace: string
  kind: string
  id: string
  text: string
  revision: string
  change: number
  createdAt: string
  updatedAt: string
  updatedBy: string
  managedBy: string | null
  folder: string | null
  sort: string
}

/** Append-only: history, audit and event feed in one. */
export interface ChangeTable {
  change: Generated<number>
  namespace: string
  kind: string
  id: string
  action: 'create' | 'update' | 'delete'
  revision: string
  /** The canonical text; null for a delete. */
  text: string | null
  author: string
  at: string
  createdAt: string
  managedBy: string | null
  /** What the author said of it. */
  message: string | null
}

export interface RefTable {
  namespace: string
  kind: string
  id: string
  path: string
  toKind: string
  toId: string
}

/** What resources are found by: narrow, so that a search reads little of a large store. */
export interface SearchedTable {
  namespace: string
  kind: string
  id: string
  title: string
  folder: string | null
  /** Title and id in lower case: the `sort` of the resource. */
  sort: string
  /** Labels and other texts, one a line. */
  words: string
  lowerWords: string
}

export interface UserTable {
  id: string
  name: string
  role: 'none' | 'viewer' | 'editor' | 'admin'
  /** Argon2id in PHC format. */
  password: string
  createdAt: string
  email: string | null
}

export interface SessionTable {
  /** SHA-256 of the cookie's token: a copy of the store signs nobody in. */
  hash: string
  userId: string
  createdAt: string
  seenAt: string
}

export interface SecretTable {
  id: string
  namespace: string
  kind: string
  resourceId: string
  path: string
  /** Base64 of nonce, tag and encrypted text. */
  sealed: string
}

export interface TokenTable {
  id: string
  /** SHA-256 of the token. */
  hash: string
  name: string
  role: UserTable['role']
  createdBy: string
  createdAt: string
  expiresAt: string
  usedAt: string | null
}

export interface StarTable {
  /** Subject id: `user:ada`. */
  subject: string
  namespace: string
  kind: string
  id: string
}

/** Annotations made by hand, in milliseconds since the epoch. */
export interface AnnotationTable {
  id: string
  namespace: string
  dashboard: string | null
  panel: string | null
  time: number
  /** `time` of a moment. */
  timeEnd: number
  text: string
  createdBy: string
  createdAt: string
  updatedBy: string
  updatedAt: string
}

export interface AnnotationTagTable {
  namespace: string
  /** Its id. */
  annotation: string
  tag: string
}
