import { routes, type AccessToken, type Client, type StoredResourceBody } from '../index.ts'

declare const client: Client
const params = { ns: 'default', plural: 'dashboards', id: 'home' }

const stored: Promise<StoredResourceBody> = client.call(routes.getResource, { params })
const token: Promise<AccessToken> = client.call(routes.createToken, { body: { name: 'ci', role: 'viewer' } })
const metrics: Promise<Response> = client.call(routes.getMetrics)
const nothing: Promise<undefined> = client.call(routes.deleteToken, { params: { id: 'a' } })
await Promise.all([stored, token, metrics, nothing])

// @ts-expect-error the path has parameters
await client.call(routes.getResource)
// @ts-expect-error one of them is missing
await client.call(routes.getResource, { params: { ns: 'default', id: 'home' } })
// @ts-expect-error there is no such role
await client.call(routes.createToken, { body: { name: 'ci', role: 'owner' } })
// @ts-expect-error a list replaces nothing
await client.call(routes.listResources, { params, ifMatch: '*' })
// @ts-expect-error a delete creates nothing
await client.call(routes.deleteResource, { params, ifNew: true })
// @ts-expect-error the limit is a number
await client.call(routes.listResources, { params, query: { limit: 'all' } })
