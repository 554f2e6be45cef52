import { reduce, uniteTimes, type FieldMeta, type Frame, type NumberReducerId, type SeriesFrame } from '@orrery/frames'
import type { Placement } from './binary-calculation.ts'
import type { Calculation } from './calculation.ts'
import { addCalculated, oneSeries, toNumberParts, type NumberPart } from './number-parts.ts'
import { reducedMeta, reducerColumnName } from './reducer-columns.ts'
import type { TransformContext } from './transform.ts'
import { uniteMeta } from './united-columns.ts'

type RowCalculation = Extract<Calculation, { type: 'reduceRow' }>

/**
 * A number of the fields of each row: of a table a field more, of series a series more, over all times at which any of
 * them, of whichever frame, has a point.
 */
export function reduceRows(
  frames: readonly Frame[],
  { reducer, fields }: RowCalculation,
  { alias, replaceFields }: Placement,
  { note }: TransformContext,
): readonly Frame[] {
  const parts = toNumberParts(frames)
  const named = fields.map((name) => ({ name, found: parts.find(name) }))
  if (frames.length > 0)
    for (const { name, found } of named)
      if (found.length === 0) note(`Field "${name}" is not there, or holds no numbers: it does not count.`)
  const chosen = fields.length === 0 ? parts.all : [...new Set(named.flatMap(({ found }) => found))]
  const name = alias || reducerColumnName(reducer)
  const ofTables = frames.flatMap((frame) => {
    const own = chosen.filter((part) => part.frame === frame)
    if (frame.kind === 'series' || own.length === 0) return []
    const values = reduceColumns(
      reducer,
      own.map((part) => part.values),
      frame.length,
    )
    return [{ part: own[0]!, name, values, meta: commonMeta(reducer, own) }]
  })
  const made = addCalculated(frames, ofTables, replaceFields)
  const ofSeries = chosen.filter(({ frame }) => frame.kind === 'series')
  if (ofSeries.length === 0) return made
  const added = reduceSeries(reducer, ofSeries, name)
  return [...(replaceFields ? made.filter(({ kind }) => kind !== 'series') : made), added]
}

function commonMeta(reducer: NumberReducerId, parts: readonly NumberPart[]): FieldMeta {
  const [unit, ...others] = new Set(parts.map(({ meta }) => meta.unit))
  return unit === undefined || others.length > 0 ? {} : reducedMeta(reducer, { unit })
}

function reduceSeries(reducer: NumberReducerId, parts: readonly NumberPart[], name: string): SeriesFrame {
  const columns = parts.flatMap((part) => {
    const { frame, series, field } = part
    if (frame.kind !== 'series') return []
    if (series !== undefined) return [{ times: frame.timesAt(series), values: part.values }]
    return Array.from({ length: frame.length }, (_, i) => ({
      times: frame.timesAt(i),
      values: frame.numbersAt(i, field),
    }))
  })
  const axis = uniteTimes(columns.map(({ times }) => times))
  const aligned = columns.map(({ times, values }) => alignTo(axis, times, values))
  return oneSeries(axis, reduceColumns(reducer, aligned, axis.length), name, {
    meta: commonMeta(reducer, parts),
    refId: uniteMeta(parts.map(({ frame }) => frame)).refId,
  })
}

/** Values on an axis that has all of their times. */
function alignTo(axis: Float64Array, times: Float64Array, values: Float64Array): Float64Array {
  if (times.length === axis.length) return values
  const out = new Float64Array(axis.length).fill(NaN)
  for (let k = 0, at = 0; k < times.length; k++) {
    while (axis[at]! < times[k]!) at++
    out[at] = values[k]!
  }
  return out
}

/** The number of each row, from the first column to the last; NaN where the row gives none. */
function reduceColumns(reducer: NumberReducerId, columns: readonly Float64Array[], rows: number): Float64Array {
  const out = new Float64Array(rows)
  if (reducer === 'sum' || reducer === 'mean' || reducer === 'min' || reducer === 'max')
    return reduceByColumn(reducer, columns, out)
  const row = new Float64Array(columns.length)
  // To put in order by moving values down is the quickest for few only.
  const share = columns.length <= FEW ? shareOf(reducer) : undefined
  if (share !== undefined) {
    for (let i = 0; i < rows; i++) out[i] = quantileOfRow(columns, i, share, row)
    return out
  }
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < columns.length; c++) row[c] = columns[c]![i]!
    out[i] = reduce(reducer, row) ?? NaN
  }
  if (reducer === 'diffperc') for (let i = 0; i < rows; i++) out[i]! *= 100
  return out
}

/** What can be carried from column to column is: a pass over each is many times as fast as one over each row. */
function reduceByColumn(
  reducer: 'sum' | 'mean' | 'min' | 'max',
  columns: readonly Float64Array[],
  out: Float64Array,
): Float64Array {
  const counts = new Int32Array(out.length)
  for (const column of columns)
    for (let i = 0; i < out.length; i++) {
      const value = column[i]!
      if (value !== value) continue
      const isFirst = counts[i]!++ === 0
      if (reducer === 'min') out[i] = isFirst || value < out[i]! ? value : out[i]!
      else if (reducer === 'max') out[i] = isFirst || value > out[i]! ? value : out[i]!
      else out[i]! += value
    }
  for (let i = 0; i < out.length; i++)
    if (counts[i] === 0) out[i] = NaN
    else if (reducer === 'mean') out[i]! /= counts[i]!
  return out
}

const FEW = 32

/** Which share of the values a percentile does not exceed; undefined for other reducers. */
function shareOf(reducer: NumberReducerId): number | undefined {
  if (reducer === 'median') return 0.5
  return /^p\d+$/.test(reducer) ? Number(reducer.slice(1)) / 100 : undefined
}

/**
 * As `reduce` has it, without arrays of its own: `sorted` is room for a row, into which its values are put in order.
 */
function quantileOfRow(columns: readonly Float64Array[], i: number, share: number, sorted: Float64Array): number {
  let count = 0
  for (let c = 0; c < columns.length; c++) {
    const value = columns[c]![i]!
    if (value !== value) continue
    let k = count++
    for (; k > 0 && sorted[k - 1]! > value; k--) sorted[k] = sorted[k - 1]!
    sorted[k] = value
  }
  if (count === 0) return NaN
  const place = share * (count - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, count - 1)]!
  return low === high ? low : low + (high - low) * (place - below)
}
