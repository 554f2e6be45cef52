import type { AnnotationRecord } from '@orrery/api'
import { isInScope, type AnnotationSpec, type OwnAnnotations, type PanelScope } from '@orrery/dashboard'
import { Annotations, pick, withMeta, type Frame } from '@orrery/sdk'

/** A frame of annotations, and which panels draw it. */
export interface ShownFrame {
  readonly frame: Frame
  readonly scope: PanelScope | undefined
  /** The only panel that draws it. */
  readonly panel: string | undefined
}

/** A frame with the name and colour that its entry has now, which the host may have known otherwise. */
export function named(frame: Frame, { color }: AnnotationSpec, name: string): Frame {
  const { meta: { color: before, ...rest } = {}, name: nameBefore } = frame.meta
  if (nameBefore === name && before === color) return frame
  return withMeta(frame, { name, meta: color === undefined ? rest : { ...rest, color } })
}

/** The records of an entry as frames: one of those that all panels draw, and one for each panel that draws some alone. */
export function ownFrames(
  records: readonly AnnotationRecord[],
  entry: OwnAnnotations,
  { name, dashboard }: { readonly name: string; readonly dashboard: string },
): readonly ShownFrame[] {
  const { color, tags, everyDashboard = false, panels: scope } = entry
  const wanted = records.filter(
    (record) =>
      (everyDashboard || record.dashboard === dashboard) && (!tags || tags.some((tag) => record.tags.includes(tag))),
  )
  // A panel of another dashboard is none of this one: all panels draw what belongs to it.
  const panelOf = (record: AnnotationRecord) => (record.dashboard === dashboard ? record.panel : undefined)
  const places = new Set(wanted.map(panelOf))
  return [...places].map((panel) => {
    const rows = wanted.filter((record) => panelOf(record) === panel).map(toRow)
    const frame = Annotations.fromRows(rows, { name, ...(color !== undefined && { meta: { color } }) })
    return { frame, scope, panel }
  })
}

/** The first line of a text is its title. */
function toRow({ id, time, timeEnd, text, tags }: AnnotationRecord) {
  const [title = '', ...rest] = text.split('\n')
  const more = rest.join('\n').trim()
  return {
    id,
    time,
    title: title.trim(),
    ...(timeEnd !== undefined && { timeEnd }),
    ...(more !== '' && { text: more }),
    ...(tags.length > 0 && { tags: [...tags] }),
  }
}

export const isDrawnIn = ({ scope, panel: only }: ShownFrame, panel: string): boolean =>
  (only === undefined || only === panel) && isInScope(scope, panel)

const tagsOfRow = (tags: unknown): readonly string[] =>
  Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : []

const rowTags = (frame: Frame): readonly (readonly string[])[] => {
  if (frame.kind !== 'annotations') return []
  const { tags } = Annotations.read(frame)
  return Array.from({ length: frame.length }, (_, row) => tagsOfRow(tags?.at(row)))
}

/** How many annotations have each tag, those of most first. */
export function countTags(frames: readonly ShownFrame[]): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { frame } of frames)
    for (const tags of rowTags(frame)) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
}

/** Only annotations that have one of the tags; all when there is none. */
export function withTags(frames: readonly ShownFrame[], tags: readonly string[]): readonly ShownFrame[] {
  if (tags.length === 0) return frames
  return frames.flatMap((shown) => {
    const rows = rowTags(shown.frame).flatMap((own, row) => (tags.some((tag) => own.includes(tag)) ? [row] : []))
    if (rows.length === 0) return []
    return [rows.length === shown.frame.length ? shown : { ...shown, frame: pick(shown.frame, rows) }]
  })
}
