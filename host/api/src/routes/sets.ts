import { Type } from '@orrery/schema'
import { OfNamespace } from '../paths.ts'
import { Applied, Apply, SearchParams, SearchResults } from '../resources.ts'
import { defineRoute } from '../route.ts'

const below = '/api/v1/ns/{ns}'

/** What is about resources of several kinds at once. */
export const setRoutes = {
  applyResources: defineRoute({
    method: 'POST',
    path: `${below}/apply`,
    summary: 'Make a set of resources what they are here, all or none',
    description: 'Needs the action `write` on the kind of each.',
    tag: 'Resources',
    access: 'session',
    params: OfNamespace,
    body: Apply,
    answers: { 200: Applied },
  }),
  searchResources: defineRoute({
    method: 'GET',
    path: `${below}/search`,
    summary: 'Find resources of all kinds that the asker may read, the best first',
    tag: 'Resources',
    access: { action: 'read', kind: 'folder' },
    params: OfNamespace,
    query: SearchParams,
    answers: { 200: SearchResults },
  }),
  followChanges: defineRoute({
    method: 'GET',
    path: `${below}/events`,
    summary: 'Follow the changes of resources and annotations as they are made',
    description:
      'Server-sent events named `change`, with the shape of a change in the history, and `annotation`: `{ id, action, dashboard? }` of an annotation that was made by hand. Changes of what the asker may not read are left out.',
    tag: 'History',
    access: { action: 'read', kind: 'dashboard' },
    params: OfNamespace,
    headers: Type.Object({
      'last-event-id': Type.Optional(
        Type.String({
          maxLength: 64,
          description: 'The last event that was received; what came after it is sent first.',
        }),
      ),
    }),
    answers: { 200: { mediaType: 'text/event-stream' } },
  }),
}
