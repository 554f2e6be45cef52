import { Type } from '@orrery/schema'
import {
  AnnotationBody,
  AnnotationList,
  AnnotationParams,
  AnnotationRecord,
  AnnotationTagList,
} from '../annotations.ts'
import { OfNamespace } from '../paths.ts'
import { defineRoute } from '../route.ts'

const tag = 'Annotations'
const all = '/api/v1/ns/{ns}/annotations'
const one = `${all}/{annotation}` as const
const OfAnnotation = Type.Object({
  ...OfNamespace.properties,
  annotation: Type.String({ pattern: '^[0-9a-f-]{36}$', description: 'The id of an annotation.' }),
})
const read = { action: 'read', kind: 'dashboard' } as const
const write = { action: 'write', kind: 'dashboard' } as const

/** Annotations that are made by hand. Whoever may read dashboards reads them, and whoever may write dashboards writes them. */
export const annotationRoutes = {
  listAnnotations: defineRoute({
    method: 'GET',
    path: all,
    summary: 'List annotations that were made by hand, the latest first',
    tag,
    access: read,
    params: OfNamespace,
    query: AnnotationParams,
    answers: { 200: AnnotationList },
  }),
  getAnnotation: defineRoute({
    method: 'GET',
    path: one,
    summary: 'Get an annotation',
    tag,
    access: read,
    params: OfAnnotation,
    answers: { 200: AnnotationRecord },
  }),
  addAnnotation: defineRoute({
    method: 'POST',
    path: all,
    summary: 'Annotate a moment or a region of time',
    description:
      'The panels of its dashboard show it; without a dashboard, those that show annotations of every dashboard.',
    tag,
    access: write,
    params: OfNamespace,
    body: AnnotationBody,
    answers: { 201: AnnotationRecord },
  }),
  putAnnotation: defineRoute({
    method: 'PUT',
    path: one,
    summary: 'Replace all that is written of an annotation',
    tag,
    access: write,
    params: OfAnnotation,
    body: AnnotationBody,
    answers: { 200: AnnotationRecord },
  }),
  deleteAnnotation: defineRoute({
    method: 'DELETE',
    path: one,
    summary: 'Delete an annotation',
    tag,
    access: write,
    params: OfAnnotation,
    answers: { 204: 'nothing' },
  }),
  listAnnotationTags: defineRoute({
    method: 'GET',
    path: '/api/v1/ns/{ns}/annotation-tags',
    summary: 'List the tags of annotations, the most used 1,000',
    tag,
    access: read,
    params: OfNamespace,
    answers: { 200: AnnotationTagList },
  }),
}
