import { authorize, type Subject } from '@orrery/access'
import { kinds, routes, type Applied } from '@orrery/api'
import { canonicalText, ResourceError, revisionOf, type Resource, type ResourceKey, type Write } from '@orrery/resource'
import { CodedError, isCodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import type { Serve } from '../http/serve.ts'
import { assertUnmanaged, type ResourceRoutes } from './resource-call.ts'
import type { Prepared } from './prepare.ts'
import { storePrepared } from './write.ts'

/** Bytes that a set may have: everything of a host is exported and applied as one. */
const SET_LIMIT = 64 * 1024 * 1024

const fieldOf = (body: unknown, field: string) =>
  (body as Readonly<Record<string, unknown>> | null | undefined)?.[field]

/** Which kind a body says that it is; KIND_NOT_FOUND. */
const kindOf = (body: unknown) => {
  const given = fieldOf(body, 'kind')
  const kind = kinds.find((each) => each.kind === given)
  if (!kind) throw new ServerError('KIND_NOT_FOUND', { kind: String(given), known: kinds.map((each) => each.kind) })
  return kind
}

interface SetItem {
  readonly prepared: Prepared
  readonly write: Write
  /** Whether it is stored already as it is to be. */
  readonly isSame: boolean
}

interface Refused {
  /** Its place in the set as it was sent. */
  readonly index: number
  readonly error: CodedError
}

/** As many as an answer tells. */
const MOST_REFUSED = 100

/** The first error, which tells of the others too, so that all can be corrected at once. */
function toSetError(refused: readonly Refused[]): CodedError {
  const [{ index, error }] = refused as readonly [Refused, ...Refused[]]
  const each = refused
    .slice(0, MOST_REFUSED)
    .map(({ index, error: { code, message, params } }) => ({ index, code, detail: message, params }))
  const { name, code, status, message, params } = error
  return new CodedError(name, code, status, message, { ...params, index, refused: each }, { cause: error })
}

const actionOf = ({ isSame, write }: SetItem) => (isSame ? 'none' : write.ifMatch === undefined ? 'create' : 'update')

/** Writes a set of resources in one transaction, or tells what that would do. */
export function applyRoutes(serve: Serve, { store, prepare, namespace }: ResourceRoutes): void {
  const prepareItem = async (resource: unknown, subject: Subject, seen: Set<string>): Promise<SetItem> => {
    const kind = kindOf(resource)
    authorize(subject, 'write', { kind: kind.kind })
    const key: ResourceKey = { namespace, kind: kind.kind, id: String(fieldOf(resource, 'id')) }
    if (fieldOf(resource, 'namespace') !== namespace)
      throw new ServerError('KEY_MISMATCH', {
        field: 'namespace',
        inPath: namespace,
        inBody: String(fieldOf(resource, 'namespace')),
      })
    if (seen.has(`${key.kind}/${key.id}`)) throw new ResourceError('RESOURCE_TWICE', { key })
    seen.add(`${key.kind}/${key.id}`)
    const stored = await store.get(key)
    const prepared = await prepare({ kind, body: resource, stored, subject })
    const isSame = stored?.revision === revisionOf(canonicalText(prepared.resource))
    // What stays as it is may be managed elsewhere, so that everything that was exported can be applied.
    if (!isSame) assertUnmanaged(key, stored)
    const { managedBy, revision: ifMatch } = stored ?? {}
    return { prepared, write: { author: subject.id, ifMatch, ...(managedBy !== undefined && { managedBy }) }, isSame }
  }

  serve(
    routes.applyResources,
    async ({ body, subject }): Promise<Applied> => {
      const seen = new Set<string>()
      const items: SetItem[] = []
      const refused: Refused[] = []
      for (const [index, resource] of body.resources.entries())
        try {
          items.push(await prepareItem(resource, subject, seen))
        } catch (error) {
          if (!isCodedError(error) || error.status >= 500) throw error
          refused.push({ index, error })
        }
      if (refused.length) throw toSetError(refused)
      const rank = ({ prepared }: SetItem) => kinds.findIndex(({ kind }) => kind === prepared.resource.kind)
      // What others refer to comes first.
      const inOrder = items.toSorted((a, b) => rank(a) - rank(b))
      if (!body.dryRun) await storePrepared(store, inOrder)
      return {
        items: inOrder.map((item) => {
          const { prepared, isSame } = item
          // It was just checked against its kind, whose spec is an object.
          const resource = prepared.resource as Resource<Record<string, unknown>>
          const { kind, id } = resource
          return { kind, id, action: actionOf(item), ...(body.dryRun && !isSame && { resource }) }
        }),
      }
    },
    { bodyLimit: SET_LIMIT },
  )
}
