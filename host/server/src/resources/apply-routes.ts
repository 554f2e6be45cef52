import { isDeepStrictEqual } from 'node:util'
import { authorize, type Subject } from '@orrery/access'
import { kinds, routes, type Applied } from '@orrery/api'
import {
  canonicalText,
  ResourceError,
  revisionOf,
  type Kind,
  type Resource,
  type ResourceKey,
  type Write,
} from '@orrery/resource'
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
const kindOf = (body: unknown): Kind => {
  const given = fieldOf(body, 'kind')
  const kind = kinds.find((each) => each.kind === given)
  if (!kind) throw new ServerError('KIND_NOT_FOUND', { kind: String(given), known: kinds.map((each) => each.kind) })
  return kind
}

interface SetItem {
  readonly resource: Resource
  readonly action: Applied['items'][number]['action']
  /** Absent when it is stored already as it is to be. */
  readonly put?: { readonly prepared: Prepared; readonly write: Write }
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

/** Writes a set of resources in one transaction, or tells what that would do. */
export function applyRoutes(serve: Serve, { store, prepare, namespace }: ResourceRoutes): void {
  const prepareItem = async (body: unknown, subject: Subject, seen: Set<string>): Promise<SetItem> => {
    const key: ResourceKey = { namespace, kind: String(fieldOf(body, 'kind')), id: String(fieldOf(body, 'id')) }
    authorize(subject, 'write', { kind: key.kind })
    const stored = await store.get(key)
    if (!stored) kindOf(body)
    if (fieldOf(body, 'namespace') !== namespace)
      throw new ServerError('KEY_MISMATCH', {
        field: 'namespace',
        inPath: namespace,
        inBody: String(fieldOf(body, 'namespace')),
      })
    if (seen.has(`${key.kind}/${key.id}`)) throw new ResourceError('RESOURCE_TWICE', { key })
    seen.add(`${key.kind}/${key.id}`)
    // What stays as it is may be managed elsewhere or unknown here, so that everything that was exported can be applied.
    if (stored && isDeepStrictEqual(stored.resource, body)) return { resource: stored.resource, action: 'none' }
    assertUnmanaged(key, stored)
    const prepared = await prepare({ kind: kindOf(body), body, stored, subject })
    const { resource } = prepared
    if (stored?.revision === revisionOf(canonicalText(resource))) return { resource, action: 'none' }
    const write = { author: subject.id, ifMatch: stored?.revision }
    return { resource, action: stored ? 'update' : 'create', put: { prepared, write } }
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
      const rank = ({ resource }: SetItem) => kinds.findIndex(({ kind }) => kind === resource.kind)
      // What others refer to comes first.
      const inOrder = items.toSorted((a, b) => rank(a) - rank(b))
      const puts = inOrder.flatMap(({ put }) => put ?? [])
      if (!body.dryRun && puts.length) await storePrepared(store, puts)
      return {
        items: inOrder.map(({ resource, action, put }) => ({
          kind: resource.kind,
          id: resource.id,
          action,
          // It was just checked against its kind, whose spec is an object.
          ...(body.dryRun && put && { resource: resource as Resource<Record<string, unknown>> }),
        })),
      }
    },
    { bodyLimit: SET_LIMIT },
  )
}
