import { intervalFor, parseDuration, type SeriesFrame, type TimeRange } from '@orrery/sdk'
import type { Options } from '../options.ts'
import type { FlatCells } from './heat-cells.ts'

export interface Calculated {
  readonly flat: FlatCells
  /** Values that have no place on a logarithmic axis. */
  readonly left: number
}

/** More cells than these are nothing that anybody asks for, but a wrong size. */
const MOST = 4_000_000
const AUTO_COLUMNS = 40
const AUTO_ROWS = 20

/** How many values of all series are in each column and row. Undefined where there are no values. */
export function countValues(
  frames: readonly SeriesFrame[],
  { xBuckets, yBuckets }: Pick<Options, 'xBuckets' | 'yBuckets'>,
): Calculated | undefined {
  const { base, split } = logOf(yBuckets)
  const toRow = base === undefined ? (value: number) => value : (value: number) => Math.log(value) / Math.log(base)
  const fromRow = base === undefined ? (row: number) => row : (row: number) => base ** row
  const extent = findExtent(frames, toRow)
  if (extent === undefined) return undefined
  const { time, row, left } = extent
  const width = widthOf(xBuckets, time)
  const height = split === undefined ? heightOf(yBuckets, row, base !== undefined) : 1 / split
  const first = { column: Math.floor(time.from / width), row: Math.floor(row.from / height) }
  const columns = Math.floor(time.to / width) - first.column + 1
  const rows = Math.floor(row.to / height) - first.row + 1
  if (!(columns * rows <= MOST)) return undefined
  const counts = new Float64Array(columns * rows)
  eachValue(frames, (at, value) => {
    const own = Math.floor(toRow(value) / height) - first.row
    if (own >= 0 && own < rows) counts[(Math.floor(at / width) - first.column) * rows + own]!++
  })
  const cells = { time: new Float64Array(counts.length), yMin: new Float64Array(counts.length) }
  const yMax = new Float64Array(counts.length)
  const bounds = Float64Array.from({ length: rows + 1 }, (_, k) => fromRow(round((first.row + k) * height)))
  for (let c = 0; c < columns; c++) {
    cells.time.fill((first.column + c) * width, c * rows, (c + 1) * rows)
    cells.yMin.set(bounds.subarray(0, rows), c * rows)
    yMax.set(bounds.subarray(1), c * rows)
  }
  return { flat: { ...cells, yMax, timeEnd: cells.time.map((start) => start + width), counts }, left }
}

/** Multiples of a decimal fraction, without what binary adds to them. */
const round = (value: number) => Number(value.toPrecision(12))

function logOf({ scale, mode, size }: Options['yBuckets']) {
  const base = scale === 'log2' ? 2 : scale === 'log10' ? 10 : undefined
  return { base, split: base !== undefined && mode === 'size' ? size : undefined }
}

function eachValue(frames: readonly SeriesFrame[], take: (time: number, value: number) => void) {
  for (const frame of frames) {
    const fields = [...frame.fields].flatMap(([name, { kind }]) => (kind === 'number' ? [name] : []))
    for (let i = 0; i < frame.length; i++) {
      const times = frame.timesAt(i)
      for (const field of fields) {
        const values = frame.numbersAt(i, field)
        for (let k = 0; k < values.length; k++) if (Number.isFinite(values[k]!)) take(times[k]!, values[k]!)
      }
    }
  }
}

function findExtent(frames: readonly SeriesFrame[], toRow: (value: number) => number) {
  const time = { from: Infinity, to: -Infinity }
  const row = { from: Infinity, to: -Infinity }
  let left = 0
  eachValue(frames, (at, value) => {
    const own = toRow(value)
    if (!Number.isFinite(own)) {
      left++
      return
    }
    if (at < time.from) time.from = at
    if (at > time.to) time.to = at
    if (own < row.from) row.from = own
    if (own > row.to) row.to = own
  })
  return row.to >= row.from ? { time, row, left } : undefined
}

function widthOf({ mode, size, count }: Options['xBuckets'], time: TimeRange): number {
  if (mode === 'size') return Math.max(1, parseDuration(size) ?? 1)
  const span = Math.max(1, time.to - time.from)
  return mode === 'count' ? Math.max(1, span / count) : intervalFor(time, AUTO_COLUMNS, 1)
}

function heightOf({ mode, size, count }: Options['yBuckets'], row: TimeRange, isLog: boolean): number {
  if (mode === 'size') return size
  const span = row.to - row.from
  if (span === 0) return isLog ? 1 : Math.abs(row.to) || 1
  // The highest value is below the end of its row.
  return mode === 'count' ? (span / count) * (1 + 1e-9) : niceStep(span / AUTO_ROWS)
}

/** 1, 2 or 5 times a power of ten, and at least the given. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return round(power * ([1, 2, 5, 10].find((step) => step * power >= least * (1 - 1e-9)) ?? 10))
}
