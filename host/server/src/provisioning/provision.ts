import { isCodedError } from '@orrery/schema'
import type { HostLog } from '../log/log.ts'
import { kinds } from '../resources/kinds.ts'
import type { createPrepare } from '../resources/prepare.ts'
import { writeResource } from '../resources/write.ts'
import type { HostResourceStore } from '../store/resource-store.ts'
import { readDocuments, type ProvisionedDocument, type ProvisioningProblem } from './documents.ts'

const MANAGER = 'provisioning'

export interface Provision {
  readonly folders: readonly string[]
  readonly namespace: string
  readonly store: HostResourceStore
  readonly prepare: ReturnType<typeof createPrepare>
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
 * when others are not; of a broken one the last good state stays. When all are good, resources that no file has any
 * more are deleted.
 */
export async function provision({
  folders,
  namespace,
  store,
  prepare,
  log,
}: Provision): Promise<readonly ProvisioningProblem[]> {
  const read = await Promise.all(folders.map(readDocuments))
  const documents = read.flatMap((folder) => folder.documents)
  const problems = read.flatMap((folder) => folder.problems)
  const fail = (document: ProvisionedDocument, pointer: string, reason: string) =>
    problems.push({ file: document.file, line: document.lineOf(pointer), reason })
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
          problems.push({ file, line: lineOfError(document, error), reason: error.message })
        }
      }
    }

  for (const { file, line, reason } of problems)
    log.error('A provisioned document was not taken.', { file, line, reason })
  if (problems.length === 0) await removeOthers(store, namespace, seen)
  return problems
}

async function removeOthers(store: HostResourceStore, namespace: string, seen: ReadonlyMap<string, string>) {
  for (const { kind } of kinds) {
    let after: string | undefined
    do {
      const page = await store.list({ namespace, kind, limit: 1000, ...(after === undefined ? {} : { after }) })
      for (const { resource, revision, managedBy } of page.items)
        if (managedBy === MANAGER && !seen.has(`${kind}/${resource.id}`))
          await store.delete({ namespace, kind, id: resource.id }, { author: MANAGER, ifMatch: revision })
      after = page.next
    } while (after !== undefined)
  }
}
