import { describe, expect, it } from 'vitest'

import { authorize, can, visible } from './permissions.ts'
import type { Action, Role, Subject } from './subject.ts'

const subject = (role: Role): Subject => ({ id: 'user:ada', name: 'Ada', role })

const roles: readonly Role[] = ['none', 'viewer', 'editor', 'admin']
const kinds = ['dashboard', 'library-panel', 'playlist', 'folder', 'datasource', 'unknown', undefined] as const

// Who may, from which role on; a pair that is not listed is denied to everybody.
const lowest: Readonly<Record<Action, Readonly<Partial<Record<string, Role>>>>> = {
  read: {
    dashboard: 'viewer',
    'library-panel': 'viewer',
    playlist: 'viewer',
    folder: 'viewer',
    datasource: 'editor',
    unknown: 'admin',
    undefined: 'admin',
  },
  write: {
    dashboard: 'editor',
    'library-panel': 'editor',
    playlist: 'editor',
    folder: 'editor',
    datasource: 'admin',
    unknown: 'admin',
    undefined: 'admin',
  },
  delete: {
    dashboard: 'editor',
    'library-panel': 'editor',
    playlist: 'editor',
    folder: 'editor',
    datasource: 'admin',
    unknown: 'admin',
    undefined: 'admin',
  },
  query: { datasource: 'viewer' },
  'query:adhoc': { datasource: 'editor' },
  'dashboard:act': { dashboard: 'editor' },
  'datasource:test': {
    dashboard: 'admin',
    'library-panel': 'admin',
    playlist: 'admin',
    folder: 'admin',
    datasource: 'admin',
    unknown: 'admin',
    undefined: 'admin',
  },
  'plugin:read': {
    dashboard: 'viewer',
    'library-panel': 'viewer',
    playlist: 'viewer',
    folder: 'viewer',
    datasource: 'viewer',
    unknown: 'viewer',
    undefined: 'viewer',
  },
  'people:manage': {
    dashboard: 'admin',
    'library-panel': 'admin',
    playlist: 'admin',
    folder: 'admin',
    datasource: 'admin',
    unknown: 'admin',
    undefined: 'admin',
  },
  'host:read': {
    dashboard: 'admin',
    'library-panel': 'admin',
    playlist: 'admin',
    folder: 'admin',
    datasource: 'admin',
    unknown: 'admin',
    undefined: 'admin',
  },
}

const cases = (Object.keys(lowest) as Action[]).flatMap((action) =>
  kinds.flatMap((kind) => roles.map((role) => ({ role, action, kind }))),
)

describe('can', () => {
  it.each(cases)('decides for $role: $action $kind', ({ role, action, kind }) => {
    const from = lowest[action][String(kind)]
    const expected = from !== undefined && roles.indexOf(role) >= roles.indexOf(from)
    expect(can(subject(role), action, kind === undefined ? undefined : { kind })).toBe(expected)
  })

  it('denies a role that it does not know', () => {
    expect(can(subject('owner' as Role), 'read', { kind: 'dashboard' })).toBe(false)
  })
})

describe('authorize', () => {
  it('asks to sign in when nobody is', () => {
    expect(() => authorize(undefined, 'read', { kind: 'dashboard' })).toThrow(
      expect.objectContaining({ code: 'SIGN_IN_NEEDED', status: 401 }),
    )
  })

  it('asks those to sign in who are not, and may look around', () => {
    const anonymous = { ...subject('viewer'), isAnonymous: true } as const
    expect(() => authorize(anonymous, 'read', { kind: 'dashboard' })).not.toThrow()
    expect(() => authorize(anonymous, 'write', { kind: 'dashboard' })).toThrow(
      expect.objectContaining({ code: 'SIGN_IN_NEEDED', status: 401 }),
    )
  })

  it('says what was denied to whom', () => {
    expect(() => authorize(subject('viewer'), 'write', { kind: 'dashboard' })).toThrow(
      expect.objectContaining({
        code: 'ACCESS_DENIED',
        status: 403,
        params: { subject: 'Ada', action: 'write', kind: 'dashboard' },
        message: 'Ada may not write a dashboard. Ask an administrator for a role that permits it.',
      }),
    )
  })

  it('passes what is permitted', () => {
    expect(() => authorize(subject('viewer'), 'read', { kind: 'dashboard' })).not.toThrow()
  })
})

describe('visible', () => {
  it.each(roles)('admits to a list exactly what %s may read', (role) => {
    const { kinds } = visible(subject(role))
    for (const kind of ['dashboard', 'folder', 'datasource', 'unknown'])
      expect(kinds === 'any' || kinds.includes(kind)).toBe(can(subject(role), 'read', { kind }))
  })
})
