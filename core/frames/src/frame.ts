import { uniteNotices, type FrameMeta, type Notice } from './metadata.ts'
import type { SeriesFrame } from './series/series-frame.ts'
import type { TableFrame } from './table/table-frame.ts'

/** One result: told apart by `kind`, which is `series` or one of the table kinds. Immutable. */
export type Frame = SeriesFrame | TableFrame

/** The same frame with these parts of its metadata replaced. */
export const withMeta = <F extends Frame>(frame: F, patch: FrameMeta): F =>
  // `with` keeps the class, which the union of both does not say.
  frame.with({ meta: { ...frame.meta, ...patch } }) as F

/** The same frame with a notice added, unless it has one with that text. */
export const withNotice = <F extends Frame>(frame: F, notice: Notice): F =>
  withMeta(frame, uniteNotices(frame.meta.notices, [notice]))

/** What a series is known by from one run to the next: its query, its field (by default the first) and its labels. */
export function seriesKey(frame: SeriesFrame, i: number, field?: string): string {
  const names = [...frame.labels.keys()].sort()
  const pairs = names.flatMap((name) =>
    frame.labels.get(name)!.isNull(i) ? [] : [[name, frame.labels.get(name)!.at(i)!]],
  )
  return JSON.stringify([frame.meta.refId ?? '', field ?? frame.fields.keys().next().value ?? '', ...pairs])
}
