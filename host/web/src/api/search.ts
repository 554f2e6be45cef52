import { SearchResults } from '@orrery/api'
import { requestJson } from './client.ts'
import { session } from './session.ts'

export type SearchResult = SearchResults['items'][number]

/** Resources of all kinds that this person may read, the best first; at most `limit`. */
export async function searchResources(
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<readonly SearchResult[]> {
  const query = new URLSearchParams({ q: text, limit: String(limit) })
  const path = `/api/v1/ns/${encodeURIComponent(session.namespace)}/search?${query}`
  return (await requestJson(SearchResults, path, { signal })).items
}
