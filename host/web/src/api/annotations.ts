import { AnnotationList, AnnotationRecord, AnnotationTagList, type AnnotationBody } from '@orrery/api'
import type { TimeRange } from '@orrery/sdk'
import { request, requestJson } from './client.ts'
import { session } from './session.ts'

const folder = () => `/api/v1/ns/${encodeURIComponent(session.namespace)}`
const pathOf = (id?: string) => `${folder()}/annotations${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

/** Most that are asked for at once. */
export const MOST_ANNOTATIONS = 5000

/** The latest of a range: of one dashboard, or of all. */
export function listAnnotations(
  { from, to }: TimeRange,
  dashboard: string | undefined,
  signal: AbortSignal,
): Promise<AnnotationList> {
  const query = new URLSearchParams({
    from: String(Math.floor(from)),
    to: String(Math.ceil(to)),
    limit: String(MOST_ANNOTATIONS),
    ...(dashboard !== undefined && { dashboard }),
  })
  return requestJson(AnnotationList, `${pathOf()}?${query}`, { signal })
}

export const addAnnotation = (body: AnnotationBody): Promise<AnnotationRecord> =>
  requestJson(AnnotationRecord, pathOf(), { method: 'POST', body })

export const putAnnotation = (id: string, body: AnnotationBody): Promise<AnnotationRecord> =>
  requestJson(AnnotationRecord, pathOf(id), { method: 'PUT', body })

export const deleteAnnotation = (id: string): Promise<Response> => request(pathOf(id), { method: 'DELETE' })

/** The tags that annotations have, the most used first. */
export const listAnnotationTags = async (): Promise<readonly string[]> =>
  (await requestJson(AnnotationTagList, `${folder()}/annotation-tags`)).items.map(({ tag }) => tag)
