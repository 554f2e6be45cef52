import { ResourceId } from '@orrery/resource'
import { Type } from '@orrery/schema'
import { OfNamespace } from '../paths.ts'
import { DeleteParams } from '../resources.ts'
import { defineRoute } from '../route.ts'
import { KindList, StoredText, StoredTextList, StoredTextParams } from '../stored.ts'

const tag = 'Resources'
const below = '/api/v1/ns/{ns}'

const Kind = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$', description: 'A kind, as `dashboard`.' })
const OfStored = Type.Object({ ...OfNamespace.properties, kind: Kind, id: ResourceId })

/** Whoever may do it with kinds that nobody knows yet. */
const on = (action: 'read' | 'delete') => ({ action, kind: 'unknown' }) as const

/** Resources as they are stored, also of kinds that this host does not know: they are kept for the host that does. */
export const storedRoutes = {
  listKinds: defineRoute({
    method: 'GET',
    path: `${below}/kinds`,
    summary: 'List the kinds of resources, known or stored',
    tag,
    access: { action: 'read', kind: 'folder' },
    params: OfNamespace,
    answers: { 200: KindList },
  }),
  listStored: defineRoute({
    method: 'GET',
    path: `${below}/stored/{kind}`,
    summary: 'List the resources of any kind as they are stored, by id, a page at a time',
    tag,
    access: on('read'),
    params: Type.Object({ ...OfNamespace.properties, kind: Kind }),
    query: StoredTextParams,
    answers: { 200: StoredTextList },
  }),
  getStored: defineRoute({
    method: 'GET',
    path: `${below}/stored/{kind}/{id}`,
    summary: 'Get a resource of any kind as it is stored',
    tag,
    access: on('read'),
    params: OfStored,
    answers: { 200: StoredText },
  }),
  deleteStored: defineRoute({
    method: 'DELETE',
    path: `${below}/stored/{kind}/{id}`,
    summary: 'Delete a resource of any kind that no other refers to',
    tag,
    access: on('delete'),
    params: OfStored,
    query: DeleteParams,
    answers: { 204: 'nothing' },
  }),
}
