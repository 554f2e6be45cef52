import { OfNamespace, OfResource } from '../paths.ts'
import { defineRoute } from '../route.ts'
import { StarList } from '../stars.ts'

const tag = 'Stars'
const read = { action: 'read' } as const
const one = '/api/v1/ns/{ns}/stars/{plural}/{id}'

/** What a person has starred. Nobody sees the stars of others. */
export const starRoutes = {
  listStars: defineRoute({
    method: 'GET',
    path: '/api/v1/ns/{ns}/stars',
    summary: 'List what the asker has starred',
    tag,
    access: 'session',
    params: OfNamespace,
    answers: { 200: StarList },
  }),
  addStar: defineRoute({
    method: 'PUT',
    path: one,
    summary: 'Star a resource; nothing happens when it has a star',
    tag,
    access: read,
    params: OfResource,
    answers: { 204: 'nothing' },
  }),
  removeStar: defineRoute({
    method: 'DELETE',
    path: one,
    summary: 'Take the star away; nothing happens when there is none',
    tag,
    access: read,
    params: OfResource,
    answers: { 204: 'nothing' },
  }),
}
