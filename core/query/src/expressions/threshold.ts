import { NumberColumn, type Labels } from '@orrery/frames'
import type { ExpressionOf } from './expression.ts'
import { isInSpan, toSpan, type Span } from './span.ts'
import { columnOf, withColumn, type Values } from './values.ts'

/**
 * 1 where the condition is fulfilled, else 0; what is missing or not a number stays so. With a recovery, what has fulfilled
 * the condition counts until it recovers, from point to point of a series; `wasActive` tells how that begins.
 */
export function applyThreshold(
  values: Values,
  { condition, values: compared, recovery }: ExpressionOf<'threshold'>,
  wasActive: (labels: Labels) => boolean,
): Values {
  const column = columnOf(values)
  const out = new Float64Array(column.length)
  const span = toSpan(condition, compared)
  const { frame } = values
  if (!recovery) markAll(column.values, span, out)
  else {
    const recovered = toSpan(recovery.condition, recovery.values)
    for (let i = 0; i < frame.length; i++) {
      const [start, end] = [frame.offsets[i]!, frame.offsets[i + 1]!]
      let isActive = wasActive(frame.labelsAt(i))
      for (let k = start; k < end; k++) {
        const value = column.values[k]!
        if (value === value) isActive = isActive ? !isInSpan(value, recovered) : isInSpan(value, span)
        out[k] = value === value ? Number(isActive) : NaN
      }
    }
  }
  return { kind: values.kind, frame: withColumn(frame, new NumberColumn('number', out, column.validity)) }
}

function markAll(values: Float64Array, span: Span, out: Float64Array): void {
  for (let k = 0; k < out.length; k++) {
    const value = values[k]!
    out[k] = value === value ? Number(isInSpan(value, span)) : NaN
  }
}
