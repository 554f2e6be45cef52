import { AnnotationTag } from '@orrery/dashboard'
import { ResourceId } from '@orrery/resource'
import { Type, type Static } from '@orrery/schema'

const closed = { additionalProperties: false } as const

/** Milliseconds since the epoch, as far as a JavaScript date goes. */
const Time = Type.Integer({ minimum: -8.64e15, maximum: 8.64e15 })
const PanelId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })

const content = {
  /** The dashboard that it belongs to; absent for one that belongs to none. */
  dashboard: Type.Optional(ResourceId),
  /** Only this panel of the dashboard shows it; all when absent. */
  panel: Type.Optional(PanelId),
  time: Time,
  /** The end of a region; absent for a moment. */
  timeEnd: Type.Optional(Time),
  /** What happened. Plain text: its first line is the title. */
  text: Type.String({ minLength: 1, maxLength: 4096 }),
  /** Each once; none when absent. */
  tags: Type.Optional(Type.Array(AnnotationTag, { maxItems: 50 })),
}

/** What somebody writes of an annotation. */
export const AnnotationBody = Type.Object(content, closed)
export type AnnotationBody = Static<typeof AnnotationBody>

/** An annotation that was made by hand. */
export const AnnotationRecord = Type.Object({
  id: Type.String(),
  ...content,
  /** In alphabetical order. */
  tags: Type.Array(AnnotationTag),
  /** Subject id of who made it: `user:ada`, `service:deploy`. */
  createdBy: Type.String(),
  createdAt: Type.String(),
  updatedBy: Type.String(),
  updatedAt: Type.String(),
})
export type AnnotationRecord = Static<typeof AnnotationRecord>

/** Which annotations `GET /api/v1/ns/{ns}/annotations` gives: the latest first. */
export const AnnotationParams = Type.Object(
  {
    /** Those that end then or later. */
    from: Type.Optional(Time),
    /** Those that begin then or before. */
    to: Type.Optional(Time),
    dashboard: Type.Optional(ResourceId),
    /** Those that only this panel shows, and those that all panels show. */
    panel: Type.Optional(PanelId),
    /** Tags with commas between them: annotations that have one of these. */
    tags: Type.Optional(Type.String({ minLength: 1, maxLength: 4096 })),
    /** 100 when omitted. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
    /** The `next` of the page before. */
    after: Type.Optional(Type.String({ pattern: '^-?[0-9]{1,16}[.][0-9a-f-]{36}$' })),
  },
  closed,
)

export const AnnotationList = Type.Object({ items: Type.Array(AnnotationRecord), next: Type.Optional(Type.String()) })
export type AnnotationList = Static<typeof AnnotationList>

/** `GET /api/v1/ns/{ns}/annotation-tags`: which tags annotations have, those of most annotations first. */
export const AnnotationTagList = Type.Object({
  items: Type.Array(Type.Object({ tag: Type.String(), count: Type.Integer() })),
})

/** What the event `annotation` of the event stream tells: somebody made, changed or deleted one. */
export const AnnotationEvent = Type.Object({
  id: Type.String(),
  action: Type.Union([Type.Literal('create'), Type.Literal('update'), Type.Literal('delete')]),
  /** The dashboard that it belongs to, or belonged to. */
  dashboard: Type.Optional(Type.String()),
})
export type AnnotationEvent = Static<typeof AnnotationEvent>
