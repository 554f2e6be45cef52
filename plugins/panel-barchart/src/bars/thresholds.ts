import { resolveColor, thresholdLimits, type Theme } from '@orrery/sdk'
import type { BarAxis } from './bar-axes.ts'
import type { ValueAxis } from './value-axis.ts'

/** What shows thresholds behind bars, by places of the value axis from 0 to 1. */
export interface ThresholdMarks {
  readonly bands: readonly { readonly from: number; readonly to: number; readonly color: string }[]
  readonly lines: readonly { readonly at: number; readonly color: string; readonly isDashed: boolean }[]
}

export function toThresholdMarks({ marked }: BarAxis, axis: ValueAxis, theme: Theme): ThresholdMarks {
  const style = marked?.options.thresholdsStyle ?? 'off'
  const { thresholds, min, max } = marked?.config ?? {}
  const limits = thresholds && style !== 'off' ? thresholdLimits(thresholds, min, max) : []
  const marks = limits.map(({ value, color }) => ({ at: axis.place(value), color: resolveColor(color, theme) }))
  const isDashed = style.startsWith('dashed')
  return {
    bands: style.endsWith('area')
      ? marks.map(({ at, color }, i) => ({ from: at, to: marks[i + 1]?.at ?? 1, color }))
      : [],
    lines:
      isDashed || style.startsWith('line')
        ? marks.flatMap(({ at, color }) => (at > 0 && at < 1 ? [{ at, color, isDashed }] : []))
        : [],
  }
}
