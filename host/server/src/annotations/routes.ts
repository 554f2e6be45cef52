import { routes, type AnnotationBody } from '@orrery/api'
import { Dashboard } from '@orrery/dashboard'
import { ResourceError, type ResourceStore } from '@orrery/resource'
import { ServerError } from '../errors.ts'
import type { Serve } from '../http/serve.ts'
import type { AnnotationStore } from './annotation-store.ts'

export interface AnnotationRoutes {
  readonly annotations: AnnotationStore
  readonly store: ResourceStore
}

/** Annotations that are made by hand. */
export function annotationRoutes(serve: Serve, { annotations, store }: AnnotationRoutes): void {
  /** Passes what can be kept: it says when it was, and where it belongs is there. */
  async function check(namespace: string, { dashboard, panel, time, timeEnd = time }: AnnotationBody) {
    if (timeEnd < time) throw new ServerError('ANNOTATION_REVERSED', { time, timeEnd })
    if (dashboard === undefined) {
      if (panel !== undefined) throw new ServerError('ANNOTATION_PANEL_ALONE', { panel })
      return
    }
    const key = { namespace, kind: Dashboard.kind, id: dashboard }
    if (!(await store.get(key))) throw new ResourceError('RESOURCE_NOT_FOUND', { key })
  }
  const found = <T>(id: string, value: T | undefined): T => {
    if (value === undefined) throw new ServerError('ANNOTATION_NOT_FOUND', { id })
    return value
  }

  serve(routes.listAnnotations, ({ params: { ns }, query }) => annotations.list(ns, query))
  serve(routes.listAnnotationTags, async ({ params: { ns } }) => ({ items: [...(await annotations.countTags(ns))] }))
  serve(routes.getAnnotation, async ({ params: { ns, annotation } }) =>
    found(annotation, await annotations.get(ns, annotation)),
  )
  serve(routes.addAnnotation, async ({ params: { ns }, body, subject }) => {
    await check(ns, body)
    return annotations.add(ns, body, subject.id)
  })
  serve(routes.putAnnotation, async ({ params: { ns, annotation }, body, subject }) => {
    await check(ns, body)
    return found(annotation, await annotations.replace(ns, annotation, body, subject.id))
  })
  serve(routes.deleteAnnotation, async ({ params: { ns, annotation } }) => {
    if (!(await annotations.remove(ns, annotation))) throw new ServerError('ANNOTATION_NOT_FOUND', { id: annotation })
  })
}
