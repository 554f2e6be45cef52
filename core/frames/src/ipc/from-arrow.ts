import { DataType, makeData, type Data, type Field, type RecordBatch, type Table } from 'apache-arrow'
import type { Column, ValueColumn } from '../column/column.ts'
import type { NumberColumn } from '../column/number-column.ts'
import type { TextColumn } from '../column/text-column.ts'
import { concat } from '../convert/concat.ts'
import { FrameError } from '../errors.ts'
import type { Frame } from '../frame.ts'
import type { FrameKind, FrameMeta } from '../metadata.ts'
import type { Axis } from '../series/axis.ts'
import { SeriesFrame, type OwnMeta } from '../series/series-frame.ts'
import { TableFrame } from '../table/table-frame.ts'
import { openColumn, openOffsets } from './open-column.ts'
import { unpackFrameMeta, unpackStep } from './wire-metadata.ts'

const malformed = (reason: string) => new FrameError('FRAME_MALFORMED', { reason })

/**
 * The frame that an Arrow table holds, as views of its memory; several record batches are put together. A table without
 * our metadata becomes a table frame. Throws FRAME_TYPE_UNSUPPORTED for a column that frames do not hold (whole numbers
 * and float32 are widened), FRAME_KIND_UNKNOWN, and FRAME_MALFORMED.
 */
export const fromArrow = (table: Table): Frame => openTable(table, false)

/** As {@link fromArrow}; `owned` memory may be changed. */
export function openTable(table: Table, owned: boolean): Frame {
  const { kind, meta } = unpackFrameMeta(table.schema.metadata)
  const [first, ...rest] = table.batches.length ? table.batches : [undefined]
  const open = (batch: RecordBatch | undefined): Frame => openBatch(kind, meta, table.schema.fields, batch, owned)
  return rest.length ? concat([open(first), ...rest.map(open)]) : open(first)
}

function openBatch(
  kind: FrameKind,
  meta: FrameMeta,
  fields: readonly Field[],
  batch: RecordBatch | undefined,
  owned: boolean,
): Frame {
  const columns = fields.map((field, i) => ({ field, data: batch?.data.children[i] ?? emptyData(field) }))
  if (kind === 'series') return openSeries(columns, meta, owned)
  return new TableFrame({
    kind,
    meta,
    fields: new Map(columns.map(({ field, data }) => [nameOf(field), openColumn(field, data, owned)])),
  })
}

interface ArrowColumn {
  readonly field: Field
  readonly data: Data
}

function openSeries([labels, time, ...others]: ArrowColumn[], meta: FrameMeta, owned: boolean): SeriesFrame {
  if (labels?.field.name !== 'labels' || time?.field.name !== 'time')
    throw malformed('a series frame begins with the columns labels and time')
  const { length } = labels.data
  const values = others.filter(({ field, data }) => !isOwn(field, data))
  const lists = values.map((column) => ({ name: nameOf(column.field), ...openList(column, owned) }))
  const axis: Axis | { offsets: Int32Array; column: Column } = DataType.isList(time.data.type)
    ? openList(time, owned)
    : { kind: 'regular', starts: openStarts(time, length), step: unpackStep(time.field.metadata) }
  const timed = 'kind' in axis ? undefined : axis
  const offsets = timed?.offsets ?? lists[0]?.offsets ?? new Int32Array(length + 1)
  for (const list of lists)
    if (!sameOffsets(list.offsets, offsets)) throw malformed(`field "${list.name}" has other lengths than the time`)
  if (offsets.length !== length + 1) throw malformed('there are not as many series as labels')
  return new SeriesFrame({
    meta,
    labels: openLabels(labels.data),
    own: openOwn(
      others.filter(({ field, data }) => isOwn(field, data)),
      length,
    ),
    offsets,
    axis: 'kind' in axis ? axis : { kind: 'explicit', times: timesOf(axis.column) },
    fields: new Map(lists.map(({ name, column }) => [name, valuesOf(name, column)])),
  })
}

function openLabels({ type, children, length }: Data): Map<string, TextColumn> {
  if (!DataType.isStruct(type)) throw malformed('the labels are no struct')
  return new Map(
    type.children.map((field: Field, i: number) => {
      const column = openColumn(field, children[i] ?? emptyData(field), false)
      if (column.kind !== 'text' || column.length !== length)
        throw malformed(`label "${field.name}" is no dictionary text`)
      return [nameOf(field), column]
    }),
  )
}

const ownNames: readonly string[] = ['unit', 'displayName'] satisfies (keyof OwnMeta)[]

/** Beside the lists of values, a frame may have a unit and a display name for each series. */
const isOwn = ({ name }: Field, { type }: Data): boolean => ownNames.includes(name) && !DataType.isList(type)

function openOwn(columns: readonly ArrowColumn[], length: number): Map<keyof OwnMeta, TextColumn> {
  return new Map(
    columns.map(({ field, data }) => {
      const column = openColumn(field, data, false)
      if (column.kind !== 'text' || column.length !== length) throw malformed(`"${field.name}" is no dictionary text`)
      // The names are those that isOwn admits.
      return [field.name as keyof OwnMeta, column]
    }),
  )
}

function openStarts({ field, data }: ArrowColumn, length: number): Float64Array {
  const column = openColumn(field, data, false)
  if (column.kind !== 'time' || column.length !== length) throw malformed('the starts of the series are no times')
  return column.values
}

/** The lists of all series, end to end. */
function openList({ field, data }: ArrowColumn, owned: boolean): { offsets: Int32Array; column: Column } {
  const { type } = data
  if (!DataType.isList(type) || data.nullCount > 0)
    throw malformed(`field "${field.name}" of a series frame is no list`)
  const offsets = openOffsets(field.name, data)
  const [start, end] = [offsets[0]!, offsets[data.length]!]
  // The metadata stands on the list, not on what it lists.
  const column = openColumn(field, data.children[0] ?? emptyData(type.valueField), owned)
  if (column.length < end) throw malformed(`field "${field.name}" is cut off`)
  if (start === 0 && column.length === end) return { offsets, column }
  return { offsets: offsets.map((offset) => offset - start), column: column.slice(start, end) }
}

function timesOf(column: Column): NumberColumn<'time'> {
  if (column.kind !== 'time' || column.validity) throw malformed('the times of the series are no times')
  return column
}

function valuesOf(field: string, column: Column): ValueColumn {
  if (column.kind === 'number' || column.kind === 'boolean' || column.kind === 'text') return column
  throw new FrameError('FRAME_TYPE_UNSUPPORTED', { field, type: `List of ${column.kind}` })
}

function sameOffsets(a: Int32Array, b: Int32Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

// apache-arrow gives an empty name as null.
const nameOf = ({ name }: Field): string => name ?? ''

const emptyData = ({ type }: Field): Data => makeData({ type, length: 0, nullCount: 0 })
