import { authorize } from '@orrery/access'
import { kinds, routes, type Applied } from '@orrery/api'
import { canonicalText, ResourceError, revisionOf, type ResourceKey } from '@orrery/resource'
import { ServerError } from '../errors.ts'
import type { Serve } from '../http/serve.ts'
import { assertUnmanaged, type ResourceRoutes } from './resource-call.ts'

import type { Prepared } from './prepare.ts'
import { storePrepared } from './write.ts'

const fieldOf = (body: unknown, field: string) =>
  (body as Readonly<Record<string, unknown>> | null | undefined)?.[field]

/** Which kind a body says that it is; KIND_NOT_FOUND. */
const kindOf = (body: unknown) => {
  const given = fieldOf(body, 'kind')
  const kind = kinds.find((each) => each.kind === given)
  if (!kind) throw new ServerError('KIND_NOT_FOUND', { kind: String(given), known: kinds.map((each) => each.kind) })
  return kind
}

/** Writes a set of resources in one transaction, or tells what that would do. */
export function applyRoutes(serve: Serve, { store, prepare, namespace }: ResourceRoutes): void {
  serve(routes.applyResources, async ({ body, subject }): Promise<Applied> => {
    const given = body.resources.map((resource) => ({ resource, kind: kindOf(resource) }))
    // What others refer to comes first.
    const inOrder = given.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    const seen = new Set<string>()
    const items: { prepared: Prepared; write: { author: string; ifMatch: string | undefined }; same: boolean }[] = []
    for (const { resource, kind } of inOrder) {
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
      assertUnmanaged(key, stored)
      const prepared = await prepare({ kind, body: resource, stored, subject })
      const same = stored?.revision === revisionOf(canonicalText(prepared.resource))
      items.push({ prepared, write: { author: subject.id, ifMatch: stored?.revision }, same })
    }
    if (!body.dryRun) await storePrepared(store, items)
    return {
      items: items.map(({ prepared: { resource }, write, same }) => ({
        kind: resource.kind,
        id: resource.id,
        action: same ? 'none' : write.ifMatch === undefined ? 'create' : 'update',
      })),
    }
  })
}
