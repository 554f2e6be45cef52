import { uniteTimes } from '@orrery/sdk'
import type { TimeChartSeries } from './series.ts'

/** What is drawn of a series. */
export interface Column {
  readonly times: Float64Array
  /** What is drawn; NaN is a gap. */
  readonly values: Float64Array
  /** What is told, at the same times. */
  readonly told: Float64Array
}

/** The column of a series with its gaps bridged or cut, and transformed; its own arrays where nothing of that is asked. */
export function toColumn({ times, values, style = {}, transform }: TimeChartSeries): Column {
  const { spanGaps, cutGaps } = style
  const bridged = typeof spanGaps === 'number' ? bridge(times, values, spanGaps) : { times, values }
  const column = cutGaps === undefined ? bridged : cut(bridged.times, bridged.values, cutGaps)
  return { times: column.times, values: transformed(column.values, transform), told: column.values }
}

type Points = Pick<Column, 'times' | 'values'>

/** Leaves out missing values that lie in a gap shorter than so many milliseconds. */
function bridge(times: Float64Array, values: Float64Array, most: number): Points {
  const kept = new Uint8Array(values.length).fill(1)
  let left = 0
  let before = -1
  for (let k = 0; k < values.length; k++) {
    if (Number.isNaN(values[k])) continue
    if (before >= 0 && k - before > 1 && times[k]! - times[before]! < most) {
      kept.fill(0, before + 1, k)
      left += k - before - 1
    }
    before = k
  }
  if (left === 0) return { times, values }
  return { times: times.filter((_, k) => kept[k] === 1), values: values.filter((_, k) => kept[k] === 1) }
}

/** Puts a missing value between two that are further apart than so many milliseconds. */
function cut(times: Float64Array, values: Float64Array, least: number): Points {
  const missing: number[] = []
  for (let k = 1; k < times.length; k++) {
    if (times[k]! - times[k - 1]! > least) missing.push((times[k]! + times[k - 1]!) / 2)
  }
  if (missing.length === 0) return { times, values }
  const all = uniteTimes([times, Float64Array.from(missing)])
  return { times: all, values: spread({ times, values }, all) }
}

/** The values at other times, among which their own are; NaN at those that they lack. */
export function spread({ times, values }: Points, axis: Float64Array): Float64Array {
  const out = new Float64Array(axis.length).fill(NaN)
  let at = 0
  for (let k = 0; k < times.length; k++) {
    while (axis[at]! < times[k]!) at++
    out[at] = values[k]!
  }
  return out
}

function transformed(values: Float64Array, transform: TimeChartSeries['transform']): Float64Array {
  if (transform === 'negative-Y') return values.map((value) => -value)
  if (transform === undefined) return values
  return new Float64Array(values.length).fill(values.find((value) => !Number.isNaN(value)) ?? NaN)
}
