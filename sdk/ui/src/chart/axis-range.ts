import uPlot from 'uplot'
import type { AxisOptions } from './value-axis.ts'

/** The lowest and highest value in view. */
export interface Found {
  readonly low: number
  readonly high: number
}

/** The ends of a value axis for what is in view; undefined where there is nothing. */
export function axisRange(axis: AxisOptions, found: Found | undefined): uPlot.Range.MinMax {
  const { min, max, isCentered = false } = axis
  if (axis.scale === 'log') return logRange(axis, found)
  const range = axis.scale === 'symlog' ? symlogRange(axis, found) : linearRange(axis, found)
  const [from, to] = isCentered ? centered(range) : range
  return ordered(min ?? from, max ?? to)
}

function linearRange({ min, max, softMin, softMax, hasZero }: AxisOptions, found: Found | undefined) {
  const low = found?.low ?? min ?? 0
  const high = found?.high ?? max ?? 1
  // uPlot's axis to 100 would say 10,000 % of shares.
  if (low === 0 && high === 0) return [Math.min(softMin ?? 0, 0), Math.max(softMax ?? 1, 1)] as const
  const soft = (end: number | undefined, isBeyond: boolean) => end ?? (hasZero && isBeyond ? 0 : undefined)
  const from = soft(softMin, low >= 0)
  const to = soft(softMax, high <= 0 && low < 0)
  return uPlot.rangeNum(low, high, {
    min: { pad: 0.1, soft: from ?? 0, mode: from === undefined ? 3 : 1 },
    max: { pad: 0.1, soft: to ?? 0, mode: to === undefined ? 3 : 1 },
  })
}

/** Zero and below have no place on a logarithmic axis: such ends are as if they were not given. */
function logRange({ min, max, softMin, softMax, logBase = 10 }: AxisOptions, found: Found | undefined) {
  const positive = (end: number | undefined) => (end !== undefined && end > 0 ? end : undefined)
  const least = Math.min(found?.low ?? 1, positive(softMin) ?? Infinity)
  const most = Math.max(found?.high ?? 10, positive(softMax) ?? 0)
  const [from, to] = uPlot.rangeLog(least, most, logBase, true)
  return ordered(positive(min) ?? from, positive(max) ?? to)
}

/** Whole powers of ten out to both sides, and zero where values lie in the linear part. */
function symlogRange({ softMin, softMax, linearThreshold = 1 }: AxisOptions, found: Found | undefined) {
  const least = Math.min(found?.low ?? 0, softMin ?? Infinity)
  const most = Math.max(found?.high ?? 10 * linearThreshold, softMax ?? -Infinity)
  const out = (value: number) => 10 ** Math.ceil(Math.log10(Math.max(Math.abs(value), linearThreshold)))
  const inner = (value: number) => 10 ** Math.floor(Math.log10(Math.abs(value)))
  const from = least < 0 ? -out(least) : least <= linearThreshold ? 0 : inner(least)
  const to = most > 0 ? out(most) : most >= -linearThreshold ? 0 : -inner(most)
  return [from, to] as const
}

function centered([from, to]: Readonly<uPlot.Range.MinMax>): uPlot.Range.MinMax {
  const reach = Math.max(Math.abs(from ?? 0), Math.abs(to ?? 0))
  return [-reach, reach]
}

/** An end that is fixed beyond all values must not turn the axis round. */
const ordered = (from: number | null, to: number | null): uPlot.Range.MinMax =>
  from !== null && to !== null && from >= to ? [from, from + Math.max(1, Math.abs(from))] : [from, to]
