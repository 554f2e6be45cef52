import { Annotations, resolveColor, type Frame, type TableFrame } from '@orrery/sdk'

/** A moment or a stretch of the time axis, with what happened. */
export interface AnnotationMark {
  readonly time: number
  /** Of a stretch; milliseconds, as `time`. */
  readonly timeEnd: number | undefined
  readonly title: string
  readonly text: string
  readonly tags: readonly string[]
  /** A CSS colour. */
  readonly color: string
}

/** The marks of one source of annotations, by time. */
export interface AnnotationLane {
  readonly name: string
  readonly marks: readonly AnnotationMark[]
}

const usualColor = 'cyan'

/** The annotations of frames of that kind; other frames are passed over. A lane for each frame. */
export const readAnnotations = (frames: readonly Frame[], theme: 'dark' | 'light'): readonly AnnotationLane[] =>
  frames.flatMap((frame) => (frame.kind === 'annotations' ? [readLane(frame, theme)] : []))

function readLane(frame: TableFrame, theme: 'dark' | 'light'): AnnotationLane {
  const { time, timeEnd, title, text, tags, color } = Annotations.read(frame)
  const ofFrame = frame.meta.meta?.['color']
  const usual = typeof ofFrame === 'string' ? ofFrame : usualColor
  const marks = Array.from({ length: frame.length }, (_, i): AnnotationMark => {
    const end = timeEnd?.at(i) ?? undefined
    const own = time.at(i) ?? NaN
    return {
      time: own,
      timeEnd: end !== undefined && end > own ? end : undefined,
      title: title.at(i) ?? '',
      text: text?.at(i) ?? '',
      tags: toTags(tags?.at(i)),
      color: resolveColor(color?.at(i) ?? usual, theme),
    }
  })
  const known = marks.filter((mark) => Number.isFinite(mark.time))
  return { name: frame.meta.name ?? frame.meta.refId ?? '', marks: known.toSorted((a, b) => a.time - b.time) }
}

const toTags = (tags: unknown): readonly string[] =>
  Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : []
