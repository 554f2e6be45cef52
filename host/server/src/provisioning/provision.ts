import { isCodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import type { HostLog } from '../log/log.ts'
import { kinds } from '@orrery/api'
import type { createPrepare } from '../resources/prepare.ts'
import type { UnreadableReason } from '../resources/readable.ts'
import { writeResource } from '../resources/write.ts'
import type { HostResourceStore } from '../store/resource-store.ts'
import { readDocuments, toProblem, type ProvisionedDocument, type ProvisioningProblem } from './documents.ts'
import { listManaged, MANAGER } from './managed.ts'

export interface Provision {
  readonly folders: readonly string[]
  readonly namespace: string
  readonly store: HostResourceStore
  readonly prepare: ReturnType<typeof createPrepare>
  readonly unreadableReason: UnreadableReason
  readonly log: HostLog
}

/** The line of the first thing that is wrong, where the error tells one. */
function lineOfError({ lineOf }: ProvisionedDocument, error: unknown): number {
  const problems = isCodedError(error) ? error.params['problems'] : undefined
  const [first] = Array.isArray(problems) ? (problems as { path?: unknown }[]) : []
  if (typeof first?.path !== 'string') return lineOf('')
  // A dashboard's own problems have paths from its spec.
  return isCodedError(error) && error.code === 'DASHBOARD_INVALID' ? lineOf(`/spec${first.path}`) : lineOf(first.path)
}

const fieldOf = (value: unknown, field: string) => (value as Readonly<Record<string, unknown>> | undefined)?.[field]

/**
 * Writes the resources of folders into the store, where they are read-only for people. Good documents are taken also
 * when others are not; of a broken one the last good state stays. When all are good and there are some, resources that no
 * file has any more are deleted with their secrets; not those that this host does not understand.
 */
export async function provision({
  folders,
  namespace,
  store,
  prepare,
  unreadableReason,
  log,
}: Provision): Promise<readonly ProvisioningProblem[]> {
  const read = await Promise.all(folders.map(readDocuments))
  const documents = read.flatMap((folder) => folder.documents)
  const problems = read.flatMap((folder) => folder.problems)
  const fail = (document: ProvisionedDocument, pointer: string, reason: string) =>
    problems.push(
      toProblem(document.file, new ServerError('PROVISIONING_INVALID', { reason }), document.lineOf(pointer)),
    )
  const seen = new Map<string, string>()

  const known = documents.filter((document) => {
    const kind = fieldOf(document.value, 'kind')
    const isKnown = kinds.some((each) => each.kind === kind)
    if (!isKnown) fail(document, '/kind', `kind must be one of ${kinds.map((each) => each.kind).join(', ')}`)
    return isKnown
  })
  // What others refer to comes first, whatever the names of the files.
  for (const kind of kinds)
    for (const document of known.filter(({ value }) => fieldOf(value, 'kind') === kind.kind)) {
      const { value, file } = document
      const [ns, id] = [fieldOf(value, 'namespace'), String(fieldOf(value, 'id'))]
      const other = seen.get(`${kind.kind}/${id}`)
      if (ns !== namespace) fail(document, '/namespace', `namespace must be "${namespace}"`)
      else if (other !== undefined) fail(document, '/id', `${kind.kind} "${id}" is in ${other} already`)
      else {
        seen.set(`${kind.kind}/${id}`, file)
        try {
          const stored = await store.get({ namespace, kind: kind.kind, id })
          const write = { author: MANAGER, managedBy: MANAGER, ifMatch: stored?.revision }
          await writeResource(store, prepare, { kind, body: value, stored, subject: undefined }, write)
        } catch (error) {
          if (!isCodedError(error)) throw error
          problems.push(toProblem(file, error, lineOfError(document, error)))
        }
      }
    }

  const managed = await listManaged(store, namespace, unreadableReason)
  // An empty folder is rather a volume that is not there than a wish to delete all.
  if (documents.length === 0 && problems.length === 0 && managed.length > 0)
    problems.push(toProblem(folders.join(', '), new ServerError('PROVISIONING_EMPTY', { resources: managed.length })))

  for (const { file, line, code, reason } of problems)
    log.error('A provisioned document was not taken.', { file, line, code, reason })
  if (problems.length === 0)
    for (const { key, revision } of managed.filter(({ key: { kind, id } }) => !seen.has(`${kind}/${id}`)))
      await store.delete(key, { author: MANAGER, ifMatch: revision })
  return problems
}
