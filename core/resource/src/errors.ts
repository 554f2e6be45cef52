import { defineErrors } from '@orrery/schema'
import type { ResourceKey } from './store.ts'

interface WithKey {
  readonly key: ResourceKey
}

const named = ({ key }: WithKey) => `${key.kind} "${key.id}"`

const usersOf = (by: readonly ResourceKey[]) =>
  by.length === 0
    ? 'resources that you may not see'
    : by
        .slice(0, 5)
        .map(({ kind, id }) => `${kind} "${id}"`)
        .join(', ') + (by.length > 5 ? ` and ${by.length - 5} more` : '')

export const ResourceError = defineErrors('ResourceError', {
  RESOURCE_INVALID: {
    status: 400,
    message: ({ subject, problems }: { subject: string; problems: readonly { path: string; message: string }[] }) =>
      `${subject} is not valid: ${problems
        .slice(0, 3)
        .map(({ path, message }) => `${path || '/'} ${message}`)
        .join('; ')}${problems.length > 3 ? `; and ${problems.length - 3} more` : ''}. Correct it and save again.`,
  },
  RESOURCE_NOT_FOUND: {
    status: 404,
    message: (at: WithKey) =>
      `There is no ${named(at)} in namespace "${at.key.namespace}". Check its id, or create it.`,
  },
  RESOURCE_REVISION_NOT_FOUND: {
    status: 404,
    message: (at: WithKey & { revision: string }) =>
      `The ${named(at)} has no revision "${at.revision}". Choose one of its history.`,
  },
  RESOURCE_CONFLICT: {
    status: 412,
    message: (at: WithKey & { expected: string; current: string | undefined }) =>
      at.current === undefined
        ? `The ${named(at)} that was to be changed is not there any more. Create it anew, or drop the change.`
        : `The ${named(at)} was changed by somebody else since it was read. Read it again and repeat the change.`,
  },
  RESOURCE_EXISTS: {
    status: 412,
    message: (at: WithKey) => `There is already a ${named(at)}. Choose another id, or change that one.`,
  },
  RESOURCE_TWICE: {
    status: 400,
    message: (at: WithKey) => `The ${named(at)} is in the set more than once. Leave one of them out.`,
  },
  RESOURCE_REFERENCED: {
    status: 409,
    message: (at: WithKey & { by: readonly ResourceKey[] }) =>
      `The ${named(at)} is used by ${usersOf(at.by)}. Change those first, or delete it with force.`,
  },
  RESOURCE_READ_ONLY: {
    status: 409,
    message: (at: WithKey & { reason: string }) =>
      `The ${named(at)} is kept as it is, because ${at.reason}. Install what reads it, or delete it.`,
  },
  CHANGE_NOT_FOUND: {
    status: 404,
    message: ({ change }: { change: number }) => `There is no change ${change}. Choose one of the list of changes.`,
  },
  RESOURCE_MANAGED: {
    status: 409,
    message: (at: WithKey & { managedBy: string }) =>
      `The ${named(at)} is managed by ${at.managedBy} and read-only here. Change it there, or save a copy under another id.`,
  },
})
