import { Exemplars, formatTime, formatValue, type FieldConfig, type Frame, type TableFrame } from '@orrery/sdk'
import type { LayerHit, TooltipLink } from '../layer.ts'
import { fillTraceLink } from './trace-link.ts'

/** Single measurements, by time. */
export interface ExemplarPoints {
  readonly times: Float64Array
  readonly values: Float64Array
  /** What is told of one. */
  readonly tell: (index: number) => LayerHit
}

interface Exemplar {
  readonly time: number
  readonly value: number
  readonly frame: TableFrame
  readonly row: number
}

export interface ExemplarTexts {
  /** How values are written. */
  readonly config: FieldConfig
  readonly timeZone: string
  /** What the row of the value is called. */
  readonly valueTitle: string
}

/** The exemplars of frames of that kind; other frames are passed over. */
export function readExemplars(frames: readonly Frame[], texts: ExemplarTexts): ExemplarPoints {
  const found = frames.flatMap((frame) => (frame.kind === 'exemplars' ? readRows(frame) : []))
  const points = found.sort((a, b) => a.time - b.time)
  return {
    times: Float64Array.from(points, ({ time }) => time),
    values: Float64Array.from(points, ({ value }) => value),
    tell: (index) => tell(points[index]!, texts),
  }
}

function readRows(frame: TableFrame): Exemplar[] {
  const { time, value } = Exemplars.read(frame)
  return Array.from({ length: frame.length }, (_, row) => ({
    time: time.values[row]!,
    value: value.values[row]!,
    frame,
    row,
  })).filter((one) => Number.isFinite(one.time) && Number.isFinite(one.value))
}

function tell({ time, value, frame, row }: Exemplar, { config, timeZone, valueTitle }: ExemplarTexts): LayerHit {
  const columns = Exemplars.read(frame)
  const ids = { traceId: columns.traceId?.at(row) ?? undefined, spanId: columns.spanId?.at(row) ?? undefined }
  const labels = { ...toLabels(columns.labels?.at(row)), ...withoutNothing(ids) }
  const links = toTemplates(frame.meta.meta?.['links']).flatMap(({ title, url }) => {
    const filled = fillTraceLink(url, { ...labels, __value: String(value), __time: String(time) })
    return filled === undefined ? [] : [{ title, url: filled }]
  })
  return {
    title: formatTime(time, timeZone),
    rows: [
      { name: valueTitle, text: formatValue(value, config, { timeZone }).full },
      ...Object.entries(labels).map(([name, text]) => ({ name, text })),
    ],
    ...(links.length > 0 && { links }),
  }
}

const withoutNothing = (texts: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text ? [[key, text]] : [])))

function toLabels(labels: unknown): Record<string, string> {
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) return {}
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]))
}

/** The links that the source of a frame offers for its rows; what is none is passed over. */
function toTemplates(links: unknown): readonly TooltipLink[] {
  if (!Array.isArray(links)) return []
  return links.flatMap((link: unknown) => {
    if (typeof link !== 'object' || link === null || !('url' in link) || typeof link.url !== 'string') return []
    return [{ title: 'title' in link && typeof link.title === 'string' ? link.title : link.url, url: link.url }]
  })
}
