import { AccessError } from './errors.ts'
import type { Action, Role, Subject } from './subject.ts'

/** What an action is done to. Actions on the host as a whole (`plugin:read`, `people:manage`) have none. */
export interface Target {
  /** Kind of a resource: `dashboard`, `library-panel`, `folder`, `datasource`. */
  readonly kind: string
}

/** Kinds that an action is permitted on; `any` stands for every kind, and for no target at all. */
type Grant = Readonly<Partial<Record<Action, readonly string[] | 'any'>>>

const content = ['dashboard', 'folder', 'library-panel', 'playlist']

/** What each role adds to those before it. What is not listed is denied. */
const grants: Readonly<Record<Role, Grant>> = {
  none: {},
  viewer: { read: content, query: ['datasource'], 'plugin:read': 'any' },
  editor: {
    read: ['datasource'],
    write: content,
    delete: content,
    'query:adhoc': ['datasource'],
    'dashboard:act': ['dashboard'],
  },
  admin: {
    read: 'any',
    write: 'any',
    delete: 'any',
    'datasource:test': 'any',
    'people:manage': 'any',
    'host:read': 'any',
  },
}

const ascending: readonly Role[] = ['none', 'viewer', 'editor', 'admin']
const grantsOf = (role: Role) => ascending.slice(0, ascending.indexOf(role) + 1).map((each) => grants[each])

/** Whether the subject may do it. Denied unless a role says otherwise; an unknown role permits nothing. */
export const can = (subject: Subject, action: Action, target?: Target): boolean =>
  grantsOf(subject.role).some((grant) => {
    const kinds = grant[action]
    return kinds === 'any' || (target !== undefined && kinds !== undefined && kinds.includes(target.kind))
  })

/** Passes, or throws SIGN_IN_NEEDED when nobody is signed in, or ACCESS_DENIED. */
export function authorize(subject: Subject | undefined, action: Action, target?: Target): asserts subject is Subject {
  const permits = subject !== undefined && can(subject, action, target)
  if (!subject || (subject.isAnonymous && !permits)) throw new AccessError('SIGN_IN_NEEDED', {})
  if (!permits) throw new AccessError('ACCESS_DENIED', { subject: subject.name, action, ...target })
}

/** Which resources a list may show: data, so that a store can make it a part of its own query and pages stay full. */
export interface Visibility {
  readonly kinds: readonly string[] | 'any'
}

export function visible(subject: Subject): Visibility {
  const kinds = grantsOf(subject.role).map((grant) => grant.read ?? [])
  return { kinds: kinds.includes('any') ? 'any' : kinds.flat() }
}
