import { Type } from '@orrery/schema'
import { OfKind, OfResource } from '../paths.ts'
import {
  AnyResource,
  DeleteParams,
  ListParams,
  ResourceList,
  StoredResourceBody,
  SummaryList,
  UsageList,
  WriteParams,
} from '../resources.ts'
import { defineRoute } from '../route.ts'

const tag = 'Resources'
const all = '/api/v1/ns/{ns}/{plural}'
const one = `${all}/{id}` as const

const read = { action: 'read' } as const
const write = { action: 'write' } as const
const Tag = (description: string) => Type.Optional(Type.String({ maxLength: 4096, description }))

/** What a write must say of that which it replaces. */
export const WriteHeaders = Type.Object({
  'if-match': Tag('The ETag or revision that is replaced; `*` for whichever is there.'),
  'if-none-match': Tag('`*` to create: there must be none yet.'),
})

/** Each route here exists once for each kind. */
export const resourceRoutes = {
  listResources: defineRoute({
    method: 'GET',
    path: all,
    summary: 'List resources by title, a page at a time',
    tag,
    access: read,
    params: OfKind,
    query: ListParams,
    answers: { 200: ResourceList },
  }),
  listSummaries: defineRoute({
    method: 'GET',
    path: '/api/v1/ns/{ns}/summaries/{plural}',
    summary: 'List resources by title as lists show them, a page at a time',
    tag,
    access: read,
    params: OfKind,
    query: ListParams,
    answers: { 200: SummaryList },
  }),
  getResource: defineRoute({
    method: 'GET',
    path: one,
    summary: 'Get a resource',
    tag,
    access: read,
    params: OfResource,
    answers: { 200: StoredResourceBody },
  }),
  putResource: defineRoute({
    method: 'PUT',
    path: one,
    summary: 'Create or replace a resource',
    tag,
    access: write,
    params: OfResource,
    query: WriteParams,
    headers: WriteHeaders,
    body: AnyResource,
    answers: { 200: StoredResourceBody, 201: StoredResourceBody },
  }),
  patchResource: defineRoute({
    method: 'PATCH',
    path: one,
    summary: 'Change parts of a resource',
    description: 'The body is a merge patch (RFC 7396): what it names is set, `null` removes.',
    tag,
    access: write,
    params: OfResource,
    query: WriteParams,
    headers: WriteHeaders,
    body: Type.Unknown(),
    answers: { 200: StoredResourceBody },
  }),
  deleteResource: defineRoute({
    method: 'DELETE',
    path: one,
    summary: 'Delete a resource that no other refers to',
    tag,
    access: { action: 'delete' },
    params: OfResource,
    query: DeleteParams,
    headers: Type.Object({ 'if-match': Tag('The ETag or revision that is deleted; any when omitted.') }),
    answers: { 204: 'nothing' },
  }),
  validateResource: defineRoute({
    method: 'POST',
    path: `${one}/validate`,
    summary: 'Check a resource as a write would, without writing it',
    tag,
    access: write,
    params: OfResource,
    body: AnyResource,
    answers: { 204: 'nothing' },
  }),
  listUsages: defineRoute({
    method: 'GET',
    path: `${one}/usages`,
    summary: 'List the resources that refer to this one and that the asker may read',
    tag,
    access: read,
    params: OfResource,
    answers: { 200: UsageList },
  }),
}
