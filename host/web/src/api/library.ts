import { DeletedList, SummaryList, StarList, type ResourceSummary } from '@orrery/api'
import type { Static } from '@orrery/sdk'
import { request, requestJson } from './client.ts'
import { session } from './session.ts'

export type DeletedItem = Static<typeof DeletedList>['items'][number]

const below = (path: string) => `/api/v1/ns/${encodeURIComponent(session.namespace)}/${path}`

/** All resources of a kind as lists show them. */
export async function listSummaries(plural: string, signal?: AbortSignal): Promise<readonly ResourceSummary[]> {
  const all: ResourceSummary[] = []
  let after: string | undefined
  do {
    const query = new URLSearchParams({ limit: '1000', ...(after !== undefined && { after }) })
    const page: Static<typeof SummaryList> = await requestJson(
      SummaryList,
      below(`summaries/${plural}?${query}`),
      signal ? { signal } : {},
    )
    all.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return all
}

/** What this person starred. */
export const listStars = async (signal?: AbortSignal) =>
  (await requestJson(StarList, below('stars'), signal ? { signal } : {})).items

export const setStar = (plural: string, id: string, isStarred: boolean): Promise<Response> =>
  request(below(`stars/${plural}/${encodeURIComponent(id)}`), { method: isStarred ? 'PUT' : 'DELETE' })

/** What was deleted of a kind and not made again. */
export const listDeleted = async (plural: string, signal?: AbortSignal): Promise<readonly DeletedItem[]> =>
  (await requestJson(DeletedList, below(`deleted/${plural}`), signal ? { signal } : {})).items

/** Makes an old revision the present one; of what is not there any more too. */
export const restoreRevision = (
  plural: string,
  id: string,
  revision: string,
  options: {
    /** The revision that is there now and is replaced; undefined for what is not there any more. */
    readonly replaces: string | undefined
    readonly message?: string
  },
): Promise<Response> =>
  request(
    below(
      `${plural}/${encodeURIComponent(id)}/restore${options.message ? `?${new URLSearchParams({ message: options.message })}` : ''}`,
    ),
    {
      method: 'POST',
      body: { revision },
      headers: options.replaces === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${options.replaces}"` },
    },
  )
