import type { Column } from '../column/column.ts'
import { concatColumns } from '../column/concat-columns.ts'
import { NumberColumn } from '../column/number-column.ts'
import { FrameError } from '../errors.ts'
import type { Frame } from '../frame.ts'
import { uniteNotices, type FrameMeta } from '../metadata.ts'
import type { Axis } from '../series/axis.ts'
import { SeriesFrame } from '../series/series-frame.ts'
import { TableFrame } from '../table/table-frame.ts'
import { explicitTimes } from './explicit-times.ts'

/**
 * All series, or all rows, of the frames, one after the other; a field or label that a frame lacks is null there. Name,
 * kind and metadata are those of the first, notices are united. Regular times stay so when the steps agree. Throws
 * FRAME_SHAPE when series and tables are mixed, FRAME_FIELD_KIND when a field is not of one kind.
 */
export function concat<F extends Frame>(frames: readonly [F, ...F[]]): F {
  const [first] = frames
  if (frames.length === 1) return first
  const meta = { ...first.meta, ...uniteNotices(...frames.map((frame) => frame.meta.notices)) }
  // The result has the shape of the first, which onlySeries and onlyTables hold the others to.
  return (
    first.kind === 'series'
      ? concatSeries(onlySeries(frames), meta)
      : concatTables(onlyTables(frames), first.kind, meta)
  ) as F
}

function onlySeries(frames: readonly Frame[]): SeriesFrame[] {
  return frames.map((frame) => {
    if (frame.kind !== 'series') throw new FrameError('FRAME_SHAPE', { found: frame.kind, expected: 'series' })
    return frame
  })
}

function onlyTables(frames: readonly Frame[]): TableFrame[] {
  return frames.map((frame) => {
    if (frame.kind === 'series') throw new FrameError('FRAME_SHAPE', { found: 'series', expected: 'table' })
    return frame
  })
}

function concatTables(frames: readonly TableFrame[], kind: TableFrame['kind'], meta: FrameMeta): TableFrame {
  const fields = concatFields(
    frames,
    (frame) => frame.fields,
    (frame) => frame.length,
  )
  return new TableFrame({ kind, meta, fields })
}

function concatSeries(frames: readonly SeriesFrame[], meta: FrameMeta): SeriesFrame {
  return new SeriesFrame({
    meta,
    labels: concatFields(
      frames,
      (frame) => frame.labels,
      (frame) => frame.length,
    ),
    own: concatFields(
      frames,
      (frame) => frame.own,
      (frame) => frame.length,
    ),
    offsets: concatOffsets(frames),
    axis: concatAxes(frames),
    fields: concatFields(
      frames,
      (frame) => frame.fields,
      (frame) => frame.points,
    ),
  })
}

function concatFields<F extends Frame, K extends string, C extends Column>(
  frames: readonly F[],
  fieldsOf: (frame: F) => ReadonlyMap<K, C>,
  lengthOf: (frame: F) => number,
): Map<K, C> {
  const names = new Set(frames.flatMap((frame) => [...fieldsOf(frame).keys()]))
  return new Map(
    Array.from(names, (name) => {
      const parts = frames.map((frame) => ({ column: fieldsOf(frame).get(name), length: lengthOf(frame) }))
      // The joined column is of the kind of its parts.
      return [name, concatColumns(name, parts) as C]
    }),
  )
}

function concatOffsets(frames: readonly SeriesFrame[]): Int32Array {
  const offsets = new Int32Array(frames.reduce((sum, { length }) => sum + length, 1))
  let row = 0
  let point = 0
  for (const frame of frames) {
    for (let i = 0; i < frame.length; i++) offsets[++row] = point + frame.offsets[i + 1]!
    point += frame.points
  }
  return offsets
}

function concatAxes(frames: readonly SeriesFrame[]): Axis {
  const regular = frames.flatMap(({ axis }) => (axis.kind === 'regular' ? axis : []))
  const step = regular[0]?.step
  if (step !== undefined && regular.length === frames.length && regular.every((axis) => axis.step === step))
    return { kind: 'regular', step, starts: join(regular.map(({ starts }) => starts)) }
  return { kind: 'explicit', times: new NumberColumn('time', join(frames.map(explicitTimes))) }
}

function join(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
