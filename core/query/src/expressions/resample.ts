import { NumberColumn } from '@orrery/frames'
import { parseDuration } from '@orrery/schema'
import { QueryError } from '../errors.ts'
import { toDurationText } from '../variables.ts'
import type { ExpressionOf } from './expression.ts'
import { mostPoints } from './limits.ts'
import { missingWhereNaN } from './missing.ts'
import type { ExpressionContext } from './request.ts'
import { columnOf, withColumn, type Values } from './values.ts'

type ResampleExpression = ExpressionOf<'resample'>

/**
 * The series at the ends of windows, which begin at multiples of their length, as far as these lie in the range. A point
 * belongs to the window whose end it is at or before. Missing points are passed over. EXPRESSION_WINDOW when no window
 * ends in the range.
 */
export function resampleValues(
  values: Values,
  refId: string,
  expression: ResampleExpression,
  { range, intervalMs }: ExpressionContext,
): Values {
  const { frame, kind } = values
  if (kind === 'numbers' && frame.length > 0)
    throw new QueryError('EXPRESSION_SERIES_NEEDED', { refId, input: expression.input })
  const step = expression.window === undefined ? Math.round(intervalMs) : (parseDuration(expression.window) ?? 0)
  const first = Math.ceil(range.from / step) * step
  const count = Math.floor((range.to - first) / step) + 1
  if (!(step > 0 && count > 0))
    throw new QueryError('EXPRESSION_WINDOW', { refId, window: expression.window ?? toDurationText(step) })
  const points = count * frame.length
  if (points > mostPoints) throw new QueryError('EXPRESSION_LARGE', { refId, points, limit: mostPoints })

  const column = columnOf(values)
  const out = new Float64Array(points)
  for (let i = 0; i < frame.length; i++)
    resampleOne(frame.timesAt(i), frame.numbersAt(i), first, step, expression, out.subarray(i * count, (i + 1) * count))
  const resampled = new NumberColumn('number', out, missingWhereNaN(out), column.meta)
  return {
    kind: 'series',
    frame: withColumn(frame, resampled).with({
      offsets: Int32Array.from({ length: frame.length + 1 }, (_, i) => i * count),
      axis: { kind: 'regular', starts: new Float64Array(frame.length).fill(first), step },
    }),
  }
}

function resampleOne(
  times: Float64Array,
  values: Float64Array,
  first: number,
  step: number,
  { downsampler, upsampler }: ResampleExpression,
  out: Float64Array,
): void {
  const { length } = times
  let k = 0
  let known = NaN
  // What is older than the first window can only be the last known value.
  for (; k < length && times[k]! <= first - step; k++) if (values[k] === values[k]) known = values[k]!
  let ahead = k
  for (let slot = 0; slot < out.length; slot++) {
    const end = first + slot * step
    let count = 0
    let result = NaN
    for (; k < length && times[k]! <= end; k++) {
      const value = values[k]!
      if (value !== value) continue
      known = value
      if (count++ === 0 || downsampler === 'last') result = value
      else if (downsampler === 'min') result = Math.min(result, value)
      else if (downsampler === 'max') result = Math.max(result, value)
      else result += value
    }
    if (count > 0) out[slot] = downsampler === 'mean' ? result / count : result
    else if (upsampler === 'pad') out[slot] = known
    else if (upsampler === 'backfill') {
      ahead = Math.max(ahead, k)
      while (ahead < length && values[ahead] !== values[ahead]) ahead++
      out[slot] = ahead < length ? values[ahead]! : NaN
    } else out[slot] = NaN
  }
}
