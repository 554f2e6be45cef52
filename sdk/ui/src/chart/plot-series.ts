import type uPlot from 'uplot'
import { exactLine } from './exact/line-paths.ts'
import { exactStepped } from './exact/stepped-paths.ts'
import { MANY_LINES, type PlotLine } from './plot-line.ts'
import { drawPoints, havePointsRoom } from './point-paths.ts'
import type { SeriesStyle, TimeChartSeries } from './series.ts'

/** In a stack only the lowest line is filled down to zero; the others by bands down to the one below. */
export const toBands = (series: readonly TimeChartSeries[], stacked: boolean): uPlot.Band[] =>
  stacked ? series.slice(1).map((one, i) => ({ series: [i + 2, i + 1], fill: fillOf(one) })) : []

/** How uPlot draws a line; which line that is now it asks each time. */
export function toPlotSeries(
  series: TimeChartSeries,
  place: { readonly stacked: boolean; readonly index: number; readonly count: number },
  line: () => PlotLine,
): uPlot.Series {
  const { draw = 'line', width = 1.5, fill = 0, points = 'auto', spanGaps = false }: SeriesStyle = series.style ?? {}
  const isLine = draw === 'line'
  return {
    label: series.name,
    stroke: series.color,
    width: isLine ? width : 0,
    spanGaps,
    // The value axis asks the pyramids.
    auto: false,
    paths: isLine ? (...drawn) => pathsOf(series.style, line())(...drawn) : () => null,
    ...(fill > 0 && isLine && (!place.stacked || place.index === 0) && { fill: fillOf(series) }),
    points: {
      size: isLine ? width * 2 + 2 : 5,
      fill: series.color,
      show: isLine ? pointsShown(points, place.count > MANY_LINES ? Infinity : 2 * (3 + 2 * width), line) : true,
      paths: (u, index) => drawPoints(u, index, line()),
    },
  }
}

function pathsOf({ interpolation = 'linear' }: SeriesStyle = {}, line: PlotLine): uPlot.Series.PathBuilder {
  return interpolation === 'linear' ? exactLine(line) : exactStepped(line, interpolation === 'stepAfter' ? 1 : -1)
}

/** Where points of this width have room, as uPlot does by itself; a point that is alone always has. */
function pointsShown(points: SeriesStyle['points'], space: number, line: () => PlotLine): uPlot.Series.Points.Show {
  return points === 'auto' ? (u) => havePointsRoom(u, line(), space) : points === 'always'
}

const fillOf = ({ color, style }: TimeChartSeries) => withAlpha(color, style?.fill ?? 0)

/** Colours come as #rrggbb, which is what `resolveColor` gives; any other CSS colour is mixed by the browser. */
const withAlpha = (color: string, alpha: number) =>
  /^#[\da-f]{6}$/i.test(color)
    ? `${color}${Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0')}`
    : `color-mix(in srgb, ${color} ${alpha * 100}%, transparent)`
