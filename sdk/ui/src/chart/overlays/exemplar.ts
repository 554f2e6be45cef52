import {
  compileFieldConfig,
  Exemplars,
  fillLink,
  formatTime,
  formatValue,
  type FieldConfig,
  type FieldConfigSource,
  type Frame,
  type TableFrame,
} from '@orrery/sdk'
import type { LayerHit, TooltipLink } from '../layer.ts'
import { fixedColorOf } from './fixed-color.ts'
import { fillTraceLink } from './trace-link.ts'

/** Single measurements, by time. */
export interface ExemplarPoints {
  readonly times: Float64Array
  readonly values: Float64Array
  /** The colour that an override names, as it is written there. */
  readonly colorOf: (index: number) => string | undefined
  /** What is told of one. */
  readonly tell: (index: number) => LayerHit
}

interface Exemplar {
  readonly time: number
  readonly value: number
  readonly frame: TableFrame
  readonly row: number
  /** What overrides for exemplars say of its frame. */
  readonly own: FieldConfig
}

export interface ExemplarTexts {
  /** How values are written. */
  readonly config: FieldConfig
  /** Of its overrides, those for exemplars are laid over that. */
  readonly fieldConfig: FieldConfigSource
  readonly timeZone: string
  /** What the row of the value is called. */
  readonly valueTitle: string
}

/** The exemplars of frames of that kind; other frames are passed over. */
export function readExemplars(frames: readonly Frame[], texts: ExemplarTexts): ExemplarPoints {
  const resolve = compileFieldConfig(texts.fieldConfig, 'exemplar')
  const found = frames.flatMap((frame) => {
    if (frame.kind !== 'exemplars') return []
    const { refId, name } = frame.meta
    const { values } = Exemplars.read(frame).value
    return readRows(frame, resolve({ name: 'value', displayName: name, type: 'number', refId, values: () => values }))
  })
  const points = found.sort((a, b) => a.time - b.time)
  return {
    times: Float64Array.from(points, ({ time }) => time),
    values: Float64Array.from(points, ({ value }) => value),
    colorOf: (index) => fixedColorOf(points[index]!.own),
    tell: (index) => tell(points[index]!, texts),
  }
}

function readRows(frame: TableFrame, own: FieldConfig): Exemplar[] {
  const { time, value } = Exemplars.read(frame)
  return Array.from({ length: frame.length }, (_, row) => ({
    time: time.values[row]!,
    value: value.values[row]!,
    frame,
    row,
    own,
  })).filter((one) => Number.isFinite(one.time) && Number.isFinite(one.value))
}

function tell({ time, value, frame, row, own }: Exemplar, { config, timeZone, valueTitle }: ExemplarTexts): LayerHit {
  const columns = Exemplars.read(frame)
  const ids = withoutNothing({ traceId: columns.traceId?.at(row), spanId: columns.spanId?.at(row) })
  const ofSeries = toLabels(columns.labels?.at(row))
  const labels = { ...ofSeries, ...ids }
  // Sources name their labels of traces as they like: one that holds an id says it already.
  const said = new Set(Object.values(ofSeries))
  const ownIds = Object.entries(ids).filter(([, id]) => !said.has(id))
  const { full } = formatValue(value, { ...config, ...own }, { timeZone })
  const ofSource = toTemplates(frame.meta.meta?.['links']).flatMap(({ title, url }) => {
    const filled = fillTraceLink(url, { ...labels, __value: String(value), __time: String(time) })
    return filled === undefined ? [] : [{ title, url: filled }]
  })
  const cell = (field: string) => frame.fields.get(field)?.at(row)
  const context = { value: { raw: value, text: full }, time, field: 'value', name: frame.meta.name, labels, cell }
  const ofPanel = (own.links ?? []).flatMap((link) => {
    const filled = fillLink(link, context)
    return filled ? [{ title: filled.title, url: filled.href }] : []
  })
  const links = [...ofSource, ...ofPanel]
  return {
    title: formatTime(time, timeZone),
    rows: [
      { name: own.displayName ?? valueTitle, text: full },
      ...[...Object.entries(ofSeries), ...ownIds].map(([name, text]) => ({ name, text })),
    ],
    ...(links.length > 0 && { links }),
  }
}

const withoutNothing = (texts: Readonly<Record<string, string | null | undefined>>) =>
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
