import uPlot from 'uplot'
import { exactBars, type BarLook } from '../../sdk/ui/src/chart/exact/bar-paths.ts'
import { exactLine } from '../../sdk/ui/src/chart/exact/line-paths.ts'
import type { Pyramid } from '../../sdk/ui/src/chart/exact/pyramid.ts'
import { View, type ExactSource } from '../../sdk/ui/src/chart/exact/source.ts'
import { smoothLine } from '../../sdk/ui/src/chart/exact/smooth-paths.ts'
import { exactStepped } from '../../sdk/ui/src/chart/exact/stepped-paths.ts'
import { exactRange } from '../../sdk/ui/src/chart/exact/value-range.ts'
import type { Columns } from './columns.ts'
import { plainBars } from './plain-bars.ts'

/** How a chart looks; all is as plain as can be by default. */
export interface Look {
  readonly size?: readonly [width: number, height: number]
  /** Time runs downwards, and values to the right. */
  readonly vertical?: boolean
  /** Values grow downwards. */
  readonly valuesDown?: boolean
  readonly width?: number
  readonly fill?: boolean
  /** Each series is filled down to the next. */
  readonly bands?: 'down' | 'up' | 'both'
  readonly stepped?: 1 | -1
  readonly bars?: BarLook
  readonly smooth?: boolean
  readonly log?: 2 | 10
  /** The series take turns on so many value axes. */
  readonly valueAxes?: number
  readonly showAxes?: boolean
  readonly showPoints?: boolean
  readonly spanGaps?: boolean
  readonly pxAlign?: 0 | 1
  readonly fixedRange?: readonly [low: number, high: number]
  /** The exact chart gets the times as the series' own. */
  readonly ownTimes?: boolean
}

const COLORS = ['#7aa2ff', '#4cc38a', '#f5b83d', '#ff6b6b', '#b58bff', '#4fd1d9']
const LOGARITHMIC = 3

type Scales = NonNullable<uPlot.Options['scales']>

function options(look: Look, count: number, series: (index: number) => uPlot.Series, scales: Scales): uPlot.Options {
  const { size = [600, 240], width = 1.5, showAxes = false, showPoints = false, valueAxes = 1, bands } = look
  const axes = Array.from({ length: valueAxes }, (_, i): uPlot.Axis => ({
    show: showAxes,
    scale: scaleOf(look, i),
    ...(look.vertical && { side: 2 }),
  }))
  const directions = bands === 'both' ? ([-1, 1] as const) : bands && ([bands === 'up' ? 1 : -1] as const)
  return {
    width: size[0],
    height: size[1],
    ms: 1,
    pxAlign: look.pxAlign ?? 1,
    legend: { show: false },
    cursor: { show: false },
    ...(!showAxes && { padding: [0, 0, 0, 0] }),
    scales: { ...scales, x: { ...scales['x'], ...(look.vertical && { ori: 1, dir: -1 }) } },
    axes: [{ show: showAxes, ...(look.vertical && { side: 3 }) }, ...axes],
    series: [
      {},
      ...Array.from({ length: count }, (_, i): uPlot.Series => ({
        scale: scaleOf(look, i),
        stroke: COLORS[i % COLORS.length]!,
        width,
        spanGaps: look.spanGaps ?? false,
        ...(look.fill && { fill: `${COLORS[i % COLORS.length]}40` }),
        ...(!showPoints && { points: { show: false } }),
        ...series(i),
      })),
    ],
    ...(directions && {
      bands: Array.from({ length: count - 1 }, (_, i) =>
        directions.map((dir): uPlot.Band => ({ series: [i + 1, i + 2], fill: `${COLORS[i]}60`, dir })),
      ).flat(),
    }),
  }
}

const scaleOf = ({ valueAxes = 1 }: Look, index: number) => `y${index % valueAxes}`

function valueScales(look: Look, range: uPlot.Scale.Range | undefined): Scales {
  const { valueAxes = 1, log, fixedRange } = look
  const scale: uPlot.Scale = {
    ori: look.vertical ? 0 : 1,
    dir: look.valuesDown ? -1 : 1,
    ...(log && { distr: LOGARITHMIC, log }),
    ...(fixedRange ? { range: [...fixedRange] } : range && { range }),
  }
  return Object.fromEntries(Array.from({ length: valueAxes }, (_, i) => [scaleOf(look, i), { ...scale }]))
}

/** uPlot with all points: plain arrays where values are missing, as it needs them. */
export function plainChart(host: HTMLElement, { times, values }: Columns, look: Look): uPlot {
  const paths = plainPaths(look)
  return new uPlot(
    options(look, values.length, () => (paths ? { paths } : {}), valueScales(look, undefined)),
    [times, ...values.map(withNulls)],
    host,
  )
}

function withNulls(column: Float64Array): uPlot.AlignedData[number] {
  if (!column.some(Number.isNaN)) return column
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value))
}

function plainPaths({ stepped, bars, smooth }: Look): uPlot.Series.PathBuilder | undefined {
  if (bars) return plainBars(bars)
  if (smooth) return uPlot.paths.linear!()
  return stepped && uPlot.paths.stepped!({ align: stepped })
}

function exactPaths({ stepped, bars, smooth }: Look, source: ExactSource): uPlot.Series.PathBuilder {
  if (bars) return exactBars(source, bars)
  if (smooth) return smoothLine(source)
  return stepped ? exactStepped(source, stepped) : exactLine(source)
}

export function exactChart(host: HTMLElement, columns: Columns, pyramids: readonly Pyramid[], look: Look): uPlot {
  const { times } = columns
  const sources = pyramids.map((pyramid): ExactSource => ({ pyramid, ...(look.ownTimes && { times }) }))
  const view = new View()
  const scales = { x: { range: view.range }, ...valueScales(look, exactRange(sources, view)) }
  const series = (index: number): uPlot.Series => {
    const source = sources[index]!
    return { auto: false, paths: exactPaths(look, source) }
  }
  const shared = look.ownTimes ? Float64Array.of(times[0]!, times.at(-1)!) : times
  const data = look.ownTimes ? pyramids.map(() => new Float64Array(2).fill(NaN)) : columns.values
  return new uPlot(options(look, pyramids.length, series, scales), [shared, ...data], host)
}
