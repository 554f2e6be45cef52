import {
  Annotations,
  compileFieldConfig,
  fillLink,
  resolveColor,
  type FieldConfig,
  type FieldConfigSource,
  type FilledLink,
  type Frame,
  type TableFrame,
} from '@orrery/sdk'
import { fixedColorOf } from './fixed-color.ts'

/** A moment or a stretch of the time axis, with what happened. */
export interface AnnotationMark {
  /** Tells it from others, where its source says so. */
  readonly id: string | undefined
  readonly time: number
  /** Of a stretch; milliseconds, as `time`. */
  readonly timeEnd: number | undefined
  readonly title: string
  readonly text: string
  readonly tags: readonly string[]
  /** A CSS colour. */
  readonly color: string
  readonly links: readonly FilledLink[]
}

/** The marks of one source of annotations, by time. */
export interface AnnotationLane {
  readonly name: string
  readonly marks: readonly AnnotationMark[]
}

const usualColor = 'cyan'

/**
 * The annotations of frames of that kind; other frames are passed over. A lane for each frame, which overrides for
 * annotations match by its name and its query.
 */
export function readAnnotations(
  frames: readonly Frame[],
  theme: 'dark' | 'light',
  fieldConfig: FieldConfigSource,
): readonly AnnotationLane[] {
  const resolve = compileFieldConfig(fieldConfig, 'annotation')
  return frames.flatMap((frame) => {
    if (frame.kind !== 'annotations') return []
    const { refId, name = refId ?? '' } = frame.meta
    const config = resolve({ name, type: 'text', refId })
    return [readLane(frame, theme, config, config.displayName ?? name)]
  })
}

function readLane(frame: TableFrame, theme: 'dark' | 'light', config: FieldConfig, name: string): AnnotationLane {
  const { id, time, timeEnd, title, text, tags, color } = Annotations.read(frame)
  const ofFrame = frame.meta.meta?.['color']
  const usual = typeof ofFrame === 'string' ? ofFrame : usualColor
  const chosen = fixedColorOf(config)
  const cellOf = (row: number) => (field: string) => frame.fields.get(field)?.at(row)
  const marks = Array.from({ length: frame.length }, (_, i): AnnotationMark => {
    const end = timeEnd?.at(i) ?? undefined
    const own = time.at(i) ?? NaN
    const words = title.at(i) ?? ''
    const context = { value: { raw: words, text: words }, time: own, name, cell: cellOf(i) }
    return {
      id: id?.at(i) ?? undefined,
      time: own,
      timeEnd: end !== undefined && end > own ? end : undefined,
      title: words,
      text: text?.at(i) ?? '',
      tags: toTags(tags?.at(i)),
      color: resolveColor(chosen ?? color?.at(i) ?? usual, theme),
      links: (config.links ?? []).flatMap((link) => fillLink(link, context) ?? []),
    }
  })
  const known = marks.filter((mark) => Number.isFinite(mark.time))
  return { name, marks: known.toSorted((a, b) => a.time - b.time) }
}

const toTags = (tags: unknown): readonly string[] =>
  Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : []
