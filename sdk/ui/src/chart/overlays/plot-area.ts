import uPlot from 'uplot'
import { isVertical } from '../orientation.ts'

/** Where the plot of a chart lies in its element, in CSS pixels, and what range it shows. */
export interface PlotArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Time runs downwards. */
  readonly isVertical: boolean
  /** Milliseconds at both ends of the time. */
  readonly from: number
  readonly to: number
  /** Of a time axis that is not even: how far along it a time stands. */
  readonly stepOf?: ((time: number) => number) | undefined
}

/** The plot as it is drawn now. */
export function areaOf(u: uPlot): PlotArea {
  const { bbox, scales } = u
  const ratio = uPlot.pxRatio
  const { min = 0, max = 0, fwd } = scales['x'] ?? {}
  return {
    left: bbox.left / ratio,
    top: bbox.top / ratio,
    width: bbox.width / ratio,
    height: bbox.height / ratio,
    isVertical: isVertical(u),
    from: min,
    to: max,
    stepOf: fwd,
  }
}

/** Whether two are the same, so that nothing need be laid out again. */
export const isSameArea = (a: PlotArea | undefined, b: PlotArea): boolean =>
  a !== undefined && (Object.keys(b) as (keyof PlotArea)[]).every((key) => a[key] === b[key])
