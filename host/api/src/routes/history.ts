import { OfKind, OfResource, OfRevision } from '../paths.ts'
import { ChangeList, HistoryParams, Restore, StoredResourceBody, WriteParams } from '../resources.ts'
import { defineRoute } from '../route.ts'
import { DeletedList } from '../stored.ts'
import { WriteHeaders } from './resources.ts'

const tag = 'History'
const one = '/api/v1/ns/{ns}/{plural}/{id}'

/** What became of a resource. Each route here exists once for each kind. */
export const historyRoutes = {
  listDeleted: defineRoute({
    method: 'GET',
    path: '/api/v1/ns/{ns}/deleted/{plural}',
    summary: 'List the resources that were deleted and not made again, the latest 100',
    tag,
    access: { action: 'write' },
    params: OfKind,
    answers: { 200: DeletedList },
  }),
  listHistory: defineRoute({
    method: 'GET',
    path: `${one}/history`,
    summary: 'List who changed a resource when, the latest first',
    tag,
    access: { action: 'read' },
    params: OfResource,
    query: HistoryParams,
    answers: { 200: ChangeList },
  }),
  getRevision: defineRoute({
    method: 'GET',
    path: `${one}/history/{revision}`,
    summary: 'Get a resource as it was at a revision',
    tag,
    access: { action: 'read' },
    params: OfRevision,
    answers: { 200: StoredResourceBody },
  }),
  restoreResource: defineRoute({
    method: 'POST',
    path: `${one}/restore`,
    summary: 'Make an old revision the present one, as a new change',
    tag,
    access: { action: 'write' },
    params: OfResource,
    query: WriteParams,
    headers: WriteHeaders,
    body: Restore,
    answers: { 200: StoredResourceBody, 201: StoredResourceBody },
  }),
}
