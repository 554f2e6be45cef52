/** Basic roles of a namespace; each includes those before it. */
export type Role = 'none' | 'viewer' | 'editor' | 'admin'

/** Who asks: a signed-in person, the provisioner, later a token or a rule. */
export interface Subject {
  /** `user:ada`, `provisioning`, `system`. */
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Address of a person's mail, where it is known. */
  readonly email?: string
  /** Nobody is signed in, and may look around all the same: for more than the role permits, one has to sign in. */
  readonly isAnonymous?: true
}

/**
 * What may be done. `query:adhoc` is needed to run query text that is in no saved resource; viewing a dashboard permits
 * the queries that are saved in it. `dashboard:act` runs the actions of a saved dashboard: requests that the host sends.
 * `host:read` is to know where the host has its files, and what is wrong with them.
 */
export type Action =
  | 'read'
  | 'write'
  | 'delete'
  | 'query'
  | 'query:adhoc'
  | 'dashboard:act'
  | 'datasource:test'
  | 'plugin:read'
  | 'people:manage'
  | 'host:read'
