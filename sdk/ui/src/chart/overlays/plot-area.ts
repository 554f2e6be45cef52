import uPlot from 'uplot'

/** Where the plot of a chart lies in its element, in CSS pixels, and what range it shows. */
export interface PlotArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Milliseconds at the left and right end. */
  readonly from: number
  readonly to: number
}

/** The plot as it is drawn now. */
export function areaOf({ bbox, scales }: uPlot): PlotArea {
  const ratio = uPlot.pxRatio
  const { min = 0, max = 0 } = scales['x'] ?? {}
  return {
    left: bbox.left / ratio,
    top: bbox.top / ratio,
    width: bbox.width / ratio,
    height: bbox.height / ratio,
    from: min,
    to: max,
  }
}

/** Whether two are the same, so that nothing need be laid out again. */
export const isSameArea = (a: PlotArea | undefined, b: PlotArea): boolean =>
  a !== undefined && (Object.keys(b) as (keyof PlotArea)[]).every((key) => a[key] === b[key])
