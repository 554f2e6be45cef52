import type uPlot from 'uplot'
import { exactBars } from './exact/bar-paths.ts'
import { exactLine } from './exact/line-paths.ts'
import { smoothLine } from './exact/smooth-paths.ts'
import { exactStepped } from './exact/stepped-paths.ts'
import { fillOf, strokeOf } from './paint.ts'
import { MANY_LINES, type PlotLine } from './plot-line.ts'
import { drawPoints, havePointsRoom } from './point-paths.ts'
import type { SeriesStyle, TimeChartSeries } from './series.ts'
import { scaleKey } from './value-axis.ts'

/** Areas between two lines: of a stack down to the line below, else down to the line that the series names. */
export function toBands(series: readonly TimeChartSeries[], lines: readonly PlotLine[]): uPlot.Band[] {
  return series.flatMap((one, i): uPlot.Band[] => {
    const { draw = 'line' } = one.style ?? {}
    const { index, isDown } = lines[i]?.stack ?? { index: one.fillBelowTo, isDown: false }
    const fill = fillOf(one)
    if (index === undefined || draw !== 'line' || fill === undefined || !series[index]) return []
    // A band asks with its own number, not with that of the series.
    const paint = typeof fill === 'string' ? fill : (u: uPlot) => fill(u, i + 1)
    return [{ series: [i + 1, index + 1], dir: isDown ? 1 : -1, fill: paint as uPlot.Band['fill'] & {} }]
  })
}

/** How uPlot draws a line; which line that is now it asks each time. */
export function toPlotSeries(series: TimeChartSeries, count: number, line: () => PlotLine): uPlot.Series {
  const {
    draw = 'line',
    width = 1.5,
    points = 'auto',
    spanGaps,
    opacity = 1,
    dash,
    symbol,
  }: SeriesStyle = series.style ?? {}
  const isLine = draw === 'line'
  const stroke = strokeOf(series)
  const fill = draw === 'points' ? undefined : fillOf(series)
  const size = series.style?.pointSize ?? (isLine ? width * 2 + 2 : 5)
  return {
    label: series.name,
    scale: scaleKey(series.axis ?? 0),
    stroke,
    width: draw === 'points' ? 0 : width,
    alpha: opacity,
    spanGaps: spanGaps === true,
    // The value axis asks the pyramids.
    auto: false,
    paths: draw === 'points' ? () => null : (...drawn) => pathsOf(series.style, line())(...drawn),
    ...(fill !== undefined && { fill }),
    ...(isLine && dash && { dash: [...dash], cap: dash.includes(0) ? ('round' as const) : ('butt' as const) }),
    points: {
      size,
      stroke,
      fill: stroke,
      show: draw === 'points' || (isLine && pointsShown(points, count > MANY_LINES ? Infinity : 2 * (size + 1), line)),
      paths: (u, index) => drawPoints(u, index, line(), symbol ?? 'circle'),
    },
  }
}

function pathsOf({ draw, interpolation = 'linear', bars = {} }: SeriesStyle = {}, line: PlotLine) {
  if (draw === 'bars') {
    const { align = 0, share = 0.6, maxWidth = Infinity } = bars
    return exactBars(line, { align, share, maxWidth })
  }
  if (interpolation === 'linear') return exactLine(line)
  if (interpolation === 'smooth') return smoothLine(line)
  return exactStepped(line, interpolation === 'stepAfter' ? 1 : -1)
}

/** Where points of this width have room, as uPlot does by itself; a point that is alone always has. */
function pointsShown(points: SeriesStyle['points'], space: number, line: () => PlotLine): uPlot.Series.Points.Show {
  return points === 'auto' ? (u) => havePointsRoom(u, line(), space) : points === 'always'
}
