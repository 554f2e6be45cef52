import { json, longText, nanos, number, optional, text, time } from '../column/column.ts'
import { FrameError } from '../errors.ts'
import type { Frame } from '../frame.ts'
import type { FrameKind } from '../metadata.ts'
import { defineTable, shapeProblems, type TableShape, type TableType } from './define-table.ts'
import { Candles, Edges, Flamegraph, HeatmapCells, Nodes, Spans } from './picture-kinds.ts'
import type { TableFrame } from './table-frame.ts'

/** Log lines, in any order of time. `labels` name the stream; `attributes` belong to the line. */
export const Logs = defineTable(
  {
    time: nanos(),
    body: longText(),
    severity: optional(text()),
    labels: optional(json()),
    attributes: optional(json()),
    /** Tells lines of equal time apart, when the source can. */
    id: optional(text()),
  },
  'logs',
)

/** Single measurements that stand for many, most often with the trace that they were taken in. */
export const Exemplars = defineTable(
  { time: time(), value: number(), labels: optional(json()), traceId: optional(text()), spanId: optional(text()) },
  'exemplars',
)

/** Marks on the time axis: moments, or stretches where `timeEnd` is given. */
export const Annotations = defineTable(
  {
    time: time(),
    title: text(),
    timeEnd: optional(time()),
    text: optional(longText()),
    /** An array of strings. */
    tags: optional(json()),
    color: optional(text()),
    id: optional(text()),
  },
  'annotations',
)

/** The kinds that are a table of certain columns. */
const types: readonly TableType<TableShape>[] = [
  Logs,
  Exemplars,
  Annotations,
  HeatmapCells,
  Spans,
  Nodes,
  Edges,
  Flamegraph,
  Candles,
]

/**
 * What keeps a frame from being of a kind, by default the one that it says it is; empty when nothing does.
 * - `series`: a series frame with a value field at least.
 * - `numeric`: one result a row: text columns are its labels, and a column of numbers or whole numbers at least.
 * - `table`: any table.
 * - every other: the columns of its table, such as {@link Logs}, {@link Annotations} or {@link HeatmapCells}.
 *
 * Fields beyond those of a kind are welcome.
 */
export const checkKind = (frame: Frame, kind: FrameKind = frame.kind): FrameError[] => {
  if ((kind === 'series') !== (frame.kind === 'series'))
    return [new FrameError('FRAME_SHAPE', { found: frame.kind === 'series' ? 'series' : 'table', expected: kind })]
  if (frame.kind === 'series')
    return frame.fields.size ? [] : [new FrameError('FRAME_FIELD_MISSING', { field: 'value', fields: [] })]
  if (kind === 'numeric') return numericProblems(frame)
  const type = types.find((each) => each.kind === kind)
  return type ? shapeProblems(frame, type.shape) : []
}

function numericProblems({ fields }: TableFrame): FrameError[] {
  if ([...fields.values()].some(({ kind }) => kind === 'number' || kind === 'integer')) return []
  return [new FrameError('FRAME_FIELD_MISSING', { field: 'value', fields: [...fields.keys()] })]
}
