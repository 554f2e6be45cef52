import { ChangeList, StoredResourceBody } from '@orrery/api'
import { requestJson } from './client.ts'
import type { Stored } from './resources.ts'
import { session } from './session.ts'

const historyOf = (plural: string, id: string) =>
  `/api/v1/ns/${encodeURIComponent(session.namespace)}/${plural}/${encodeURIComponent(id)}/history`

/** Who changed a resource when, the latest first: at most `limit` changes, only those before the change `before`. */
export function listHistory(
  plural: string,
  id: string,
  { limit, before }: { readonly limit: number; readonly before?: number | undefined },
  signal?: AbortSignal,
): Promise<ChangeList> {
  const query = new URLSearchParams({ limit: String(limit), ...(before !== undefined && { before: String(before) }) })
  return requestJson(ChangeList, `${historyOf(plural, id)}?${query}`, signal ? { signal } : {})
}

/** A resource as it was at a revision. */
export const getRevision = (plural: string, id: string, revision: string, signal?: AbortSignal): Promise<Stored> =>
  requestJson(StoredResourceBody, `${historyOf(plural, id)}/${encodeURIComponent(revision)}`, signal ? { signal } : {})
