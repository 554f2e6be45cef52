import { kinds } from '@orrery/api'
import { isCodedError, type CodedError } from '@orrery/sdk'
import type { Terminal } from '../commands/define-command.ts'
import type { NamedResource } from './kind-words.ts'
import type { Remote } from './remote.ts'

interface Refused {
  readonly resource: NamedResource
  readonly error: CodedError
}

const nameOf = ({ kind, id }: NamedResource) => `${kind.kind}/${id}`

/**
 * Deletes resources one by one and writes which are gone; resolves to 1 when one could not be deleted. Those that others
 * of them refer to are tried again when those others are gone.
 */
export async function deleteResources(
  remote: Remote,
  resources: readonly NamedResource[],
  force: boolean,
  terminal: Terminal,
): Promise<number> {
  const order = kinds.map(({ kind }) => kind)
  // What refers to others goes first.
  let left = resources.toSorted((a, b) => order.indexOf(b.kind.kind) - order.indexOf(a.kind.kind))
  const failed: Refused[] = []
  while (left.length) {
    const referenced: Refused[] = []
    for (const resource of left)
      try {
        await remote.resources.delete(resource.kind.plural, resource.id, { force })
        terminal.out(`${nameOf(resource)} deleted\n`)
      } catch (error) {
        if (!isCodedError(error) || error.status >= 500) throw error
        ;(error.code === 'RESOURCE_REFERENCED' ? referenced : failed).push({ resource, error })
      }
    if (referenced.length === left.length) {
      failed.push(...referenced)
      break
    }
    left = referenced.map(({ resource }) => resource)
  }
  for (const { resource, error } of failed) terminal.err(`${nameOf(resource)}: ${error.code}: ${error.message}\n`)
  return failed.length ? 1 : 0
}
