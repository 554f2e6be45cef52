import { ResourceList, StoredResourceBody, TestResult } from '@orrery/api'
import type { Static } from '@orrery/sdk'
import { request, requestJson } from './client.ts'
import { session } from './session.ts'

export type Stored = Static<typeof StoredResourceBody>

const folder = () => `/api/v1/ns/${encodeURIComponent(session.namespace)}`
const pathOf = (plural: string, id?: string) =>
  `${folder()}/${plural}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

export type ResourcePage = Static<typeof ResourceList>

/** A page of a list by title, from the cursor `after` on. */
export function listPage(
  plural: string,
  { search, limit, after }: { readonly search?: string; readonly limit: number; readonly after?: string | undefined },
  signal?: AbortSignal,
): Promise<ResourcePage> {
  const query = new URLSearchParams({
    limit: String(limit),
    ...(search && { search }),
    ...(after !== undefined && { after }),
  })
  return requestJson(ResourceList, `${pathOf(plural)}?${query}`, signal ? { signal } : {})
}

export async function listResources(plural: string, signal?: AbortSignal): Promise<readonly Stored[]> {
  const all: Stored[] = []
  let after: string | undefined
  do {
    const page: ResourcePage = await listPage(plural, { limit: 1000, after }, signal)
    all.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return all
}

export const getResource = (plural: string, id: string, signal?: AbortSignal): Promise<Stored> =>
  requestJson(StoredResourceBody, pathOf(plural, id), signal ? { signal } : {})

/** Writes it where `revision` is still what the store has; without one it must be new. `message` goes into the history. */
export const putResource = (
  plural: string,
  resource: Stored['resource'],
  revision: string | undefined,
  message?: string,
): Promise<Stored> =>
  requestJson(
    StoredResourceBody,
    `${pathOf(plural, resource.id)}${message ? `?${new URLSearchParams({ message })}` : ''}`,
    {
      method: 'PUT',
      body: resource,
      headers: revision === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${revision}"` },
    },
  )

/** Deletes it where `revision` is still what the store has; with `force` also when others refer to it. */
export const deleteResource = (plural: string, id: string, revision: string, force = false): Promise<Response> =>
  request(`${pathOf(plural, id)}${force ? '?force=true' : ''}`, {
    method: 'DELETE',
    headers: { 'if-match': `"${revision}"` },
  })

export const testDatasource = (resource: Stored['resource'], signal: AbortSignal): Promise<Static<typeof TestResult>> =>
  requestJson(TestResult, `${folder()}/datasource-test`, { method: 'POST', body: resource, signal })
