import { AccessError, can, type Subject } from '@orrery/access'
import { routes } from '@orrery/api'
import { ResourceError } from '@orrery/resource'
import type { Serve } from '../http/serve.ts'
import { keyOf, type ResourceRoutes } from '../resources/resource-call.ts'
import type { Stars } from './stars.ts'

/** Everybody who is not signed in is the same subject: their stars would be everybody's. */
function personOf({ id, isAnonymous }: Subject): string {
  if (isAnonymous) throw new AccessError('SIGN_IN_NEEDED', undefined)
  return id
}

/** What a person has starred. */
export function starRoutes(serve: Serve, stars: Stars, { store }: Pick<ResourceRoutes, 'store'>): void {
  serve(routes.listStars, async ({ subject, params: { ns } }) => ({
    items: (await stars.list(subject.id, ns)).filter(({ kind }) => can(subject, 'read', { kind })),
  }))

  serve(routes.addStar, async (call) => {
    const key = keyOf(call)
    const person = personOf(call.subject)
    if (!(await store.get(key))) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
    await stars.add(person, key)
  })

  serve(routes.removeStar, async (call) => stars.remove(personOf(call.subject), keyOf(call)))
}
