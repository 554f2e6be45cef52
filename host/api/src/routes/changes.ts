import { Type } from '@orrery/schema'
import { ChangeParams, CompareParams, Comparison, ReferenceList } from '../changes.ts'
import { OfNamespace, OfResource } from '../paths.ts'
import { ChangeBody, ChangeList } from '../resources.ts'
import { defineRoute } from '../route.ts'

const tag = 'History'
const below = '/api/v1/ns/{ns}'
const one = `${below}/{plural}/{id}` as const

/** What was changed, by whom, and the way back. */
export const changeRoutes = {
  listChanges: defineRoute({
    method: 'GET',
    path: `${below}/changes`,
    summary: 'List who changed which resource when, of those that the asker may read',
    tag,
    access: { action: 'read', kind: 'folder' },
    params: OfNamespace,
    query: ChangeParams,
    answers: { 200: ChangeList },
  }),
  undoChange: defineRoute({
    method: 'POST',
    path: `${below}/changes/{change}/undo`,
    summary: 'Undo the last change of a resource, as a new change',
    description:
      'A resource that was created is deleted, one that was updated or deleted becomes what it was before. Refused when it was changed since. Needs the action `write` or `delete` on its kind.',
    tag,
    access: { action: 'write', kind: 'folder' },
    params: Type.Object({
      ...OfNamespace.properties,
      change: Type.String({ pattern: '^[1-9][0-9]{0,14}$', description: 'The number of the change.' }),
    }),
    answers: { 200: ChangeBody },
  }),
  compareRevisions: defineRoute({
    method: 'GET',
    path: `${one}/compare`,
    summary: 'Compare two revisions of a resource',
    tag,
    access: { action: 'read' },
    params: OfResource,
    query: CompareParams,
    answers: { 200: Comparison },
  }),
  listReferences: defineRoute({
    method: 'GET',
    path: `${one}/references`,
    summary: 'List what a resource refers to, and whether it is there',
    tag: 'Resources',
    access: { action: 'read' },
    params: OfResource,
    answers: { 200: ReferenceList },
  }),
}
