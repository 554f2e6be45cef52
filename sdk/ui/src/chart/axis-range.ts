import uPlot from 'uplot'
import type { AxisOptions } from './plot-options.ts'

interface Found {
  readonly low: number
  readonly high: number
}

/** The ends of a value axis for the lowest and highest value in view; undefined where there is none. */
export function axisRange(axis: AxisOptions, found: Found | undefined, stacked: boolean): uPlot.Range.MinMax {
  return axis.scale === 'log'
    ? logRange(axis, found)
    : linearRange(axis, found, axis.softMin ?? (stacked ? 0 : undefined))
}

function linearRange(
  { min, max, softMax }: AxisOptions,
  found: Found | undefined,
  softMin: number | undefined,
): uPlot.Range.MinMax {
  const [from, to] = uPlot.rangeNum(found?.low ?? min ?? 0, found?.high ?? max ?? 1, {
    min: { pad: 0.1, soft: softMin ?? 0, mode: softMin === undefined ? 3 : 1 },
    max: { pad: 0.1, soft: softMax ?? 0, mode: softMax === undefined ? 3 : 1 },
  })
  return ordered(min ?? from, max ?? to)
}

/** Zero and below have no place on a logarithmic axis: such ends are as if they were not given. */
function logRange({ min, max, softMin, softMax }: AxisOptions, found: Found | undefined): uPlot.Range.MinMax {
  const positive = (end: number | undefined) => (end !== undefined && end > 0 ? end : undefined)
  const least = Math.min(found?.low ?? 1, positive(softMin) ?? Infinity)
  const most = Math.max(found?.high ?? 10, positive(softMax) ?? 0)
  const [from, to] = uPlot.rangeLog(least, most, 10, true)
  return ordered(positive(min) ?? from, positive(max) ?? to)
}

/** An end that is fixed beyond all values must not turn the axis round. */
const ordered = (from: number | null, to: number | null): uPlot.Range.MinMax =>
  from !== null && to !== null && from >= to ? [from, from + Math.max(1, Math.abs(from))] : [from, to]
