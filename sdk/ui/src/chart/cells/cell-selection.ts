import type { TimeRange } from '@orrery/sdk'
import uPlot from 'uplot'
import { takeTimes } from '../zoom.ts'
import type { CellColumns, CellPlace } from './cell-columns.ts'

/** What dragging selects: times, values, or both. */
export type CellSelectionMode = 'x' | 'y' | 'xy'

/** A part of the value axis, by places: 0 is the bottom of the plot, 1 its top. */
export interface AxisPart {
  readonly from: number
  readonly to: number
}

const LEAST_PIXELS = 4
/** In both directions only what goes further than this counts as dragged: hands are not that steady. */
export const STEADY_PIXELS = 12

const plotOf = ({ bbox }: uPlot) => ({ width: bbox.width / uPlot.pxRatio, height: bbox.height / uPlot.pxRatio })

/** What is selected, if it is more than a click and not everything; takes the selection away. */
export function takeSelection(
  u: uPlot,
  mode: CellSelectionMode,
): { readonly times: TimeRange | undefined; readonly part: AxisPart | undefined } {
  const { width, top, height } = u.select
  const plot = plotOf(u)
  const isPart = mode !== 'x' && height >= LEAST_PIXELS && height < plot.height - 1
  const part = isPart ? { from: u.posToVal(top + height, 'y'), to: u.posToVal(top, 'y') } : undefined
  const times = takeTimes(u)
  return { times: mode !== 'y' && width < plot.width - 1 ? times : undefined, part }
}

/** Selects all from one cell to another. */
export function selectCells(
  u: uPlot,
  cells: CellColumns,
  [a, b]: readonly [CellPlace, CellPlace],
  mode: CellSelectionMode,
) {
  const { starts, ends, edges, low, high } = cells
  const plot = plotOf(u)
  const left = Math.max(0, u.valToPos(starts[Math.min(a.column, b.column)]!, 'x'))
  const right = Math.min(plot.width, u.valToPos(ends[Math.max(a.column, b.column)]!, 'x'))
  const places = [a, b].flatMap(({ cell }) => [edges[low[cell]!]!, edges[high[cell]!]!])
  const top = Math.max(0, u.valToPos(Math.max(...places), 'y'))
  const bottom = Math.min(plot.height, u.valToPos(Math.min(...places), 'y'))
  const times = mode === 'y' ? { left: 0, width: plot.width } : { left, width: right - left }
  const values = mode === 'x' ? { top: 0, height: plot.height } : { top, height: bottom - top }
  u.setSelect({ ...times, ...values }, false)
}
