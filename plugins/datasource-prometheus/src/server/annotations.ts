import { Annotations, withNotice, type Frame, type Labels, type Series, type TimeRange } from '@orrery/sdk'
import type { Query } from '../options.ts'
import type { Answer } from './answer.ts'
import { toSelector } from './frames.ts'

type AnnotationsQuery = Extract<Query, { type: 'annotations' }>

/** What annotations are made of when the query says nothing of it, as a range query on a dashboard may be one too. */
export type AnnotationTexts = Pick<AnnotationsQuery, 'title' | 'text' | 'tags' | 'valueAsTime'>

export interface AnnotationOptions {
  readonly refId: string
  readonly stepMs: number
  readonly range: TimeRange
  readonly maxRows: number
}

interface Stretch {
  readonly from: number
  to: number
  readonly value: number
}

/**
 * Annotations of the times at which series are above zero, such as those of ALERTS, which are 1 as long as an alert is in
 * their state: neighbouring steps are one stretch. Or, where the value is the time, a mark for each value.
 */
export function toAnnotations(answer: Answer, texts: AnnotationTexts, options: AnnotationOptions): Frame {
  const { refId, range, stepMs, maxRows } = options
  const rows = Array.from(answer.series, (series) => {
    const stretches = texts.valueAsTime ? momentsOf(series, range) : stretchesOf(series, stepMs)
    return stretches.map((stretch) => toRow(series.labels, stretch, texts))
  })
    .flat()
    .sort((a, b) => a.time - b.time)
  // The latest are kept where there are too many.
  const frame = Annotations.fromRows(rows.slice(-maxRows), { refId })
  return answer.notices.reduce<Frame>(withNotice, frame)
}

function stretchesOf(series: Series, stepMs: number): readonly Stretch[] {
  const { time, values } = series
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  time.forEach((at, k) => {
    const value = values[k]!
    if (!(value > 0)) open = undefined
    else if (open && at - open.to <= stepMs) open.to = at
    else stretches.push((open = { from: at, to: at, value }))
  })
  return stretches
}

function momentsOf({ values }: Series, { from, to }: TimeRange): readonly Stretch[] {
  const moments = new Set(values.map(Math.round).filter((at) => at >= from && at <= to))
  return Array.from(moments, (at) => ({ from: at, to: at, value: at }))
}

function toRow(labels: Labels, { from, to, value }: Stretch, { title, text, tags = [] }: AnnotationTexts) {
  const fill = (template: string) =>
    template.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) =>
      Object.hasOwn(labels, name) ? labels[name]! : name === 'value' ? String(value) : '',
    )
  const { alertname, __name__ } = labels
  return {
    time: from,
    timeEnd: to > from ? to : null,
    title: title ? fill(title) : (alertname ?? __name__ ?? toSelector(labels)),
    text: text ? fill(text) : null,
    tags: tags.map(fill).filter((tag) => tag.trim() !== ''),
  }
}
