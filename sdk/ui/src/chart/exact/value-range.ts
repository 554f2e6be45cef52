import uPlot from 'uplot'
import type { Extremes } from './block-levels.ts'
import { indexesInView } from './search.ts'
import type { ExactSource, View } from './source.ts'

const LOGARITHMIC = 3
const PADDING = 0.1

/**
 * Lowest and highest value in view of the series on a value axis that are shown; on a logarithmic axis above zero.
 * Undefined when there is none. Asks the pyramids, so it costs next to nothing.
 *
 * @param scaleKey the value axis, `y` by default in uPlot
 * @param sources of series 1, 2, ... of the chart; undefined for one that does not count
 */
export function extremesInView(
  u: uPlot,
  scaleKey: string,
  sources: readonly (ExactSource | undefined)[],
  view: Pick<View, 'min' | 'max'>,
): Readonly<Extremes> | undefined {
  const isLog = u.scales[scaleKey]?.distr === LOGARITHMIC
  const all: Extremes = { low: Infinity, high: -Infinity }
  const one: Extremes = { low: 0, high: 0 }
  sources.forEach((source, i) => {
    const series = u.series[i + 1]
    if (!source || !series || series.scale !== scaleKey || series.show === false) return
    const { pyramid, times } = source
    const [from, to] = times ? indexesInView(times, view.min, view.max) : (u.series[0]!.idxs ?? [0, -1])
    pyramid.extremes(from, to + 1, one)
    const low = isLog && one.low <= 0 ? pyramid.lowestPositive(from, to + 1) : one.low
    all.low = Math.min(all.low, low)
    all.high = Math.max(all.high, one.high)
  })
  return all.low <= all.high ? all : undefined
}

/**
 * The range of a value axis, linear or logarithmic, as uPlot chooses it by itself, but asked of the pyramids. The series
 * need `auto: false`, or uPlot looks at every point all the same.
 */
export function exactRange(
  sources: readonly (ExactSource | undefined)[],
  view: Pick<View, 'min' | 'max'>,
): (u: uPlot, min: number, max: number, scaleKey: string) => uPlot.Range.MinMax {
  return (u, _min, _max, scaleKey) => {
    const extremes = extremesInView(u, scaleKey, sources, view)
    if (!extremes) return [null, null]
    const { distr, log = 10 } = u.scales[scaleKey]!
    return distr === LOGARITHMIC
      ? uPlot.rangeLog(extremes.low, extremes.high, log, false)
      : uPlot.rangeNum(extremes.low, extremes.high, PADDING, true)
  }
}
