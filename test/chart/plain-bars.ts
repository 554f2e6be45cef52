import uPlot from 'uplot'
import { transposed } from '../../sdk/ui/src/chart/orientation.ts'
import type { BarLook } from '../../sdk/ui/src/chart/exact/bar-paths.ts'

/** The least distance between two times, asked of all of them. */
const stepOf = (times: ArrayLike<number>) =>
  Array.from(times).reduce((least, time, k) => {
    const step = k > 0 ? time - times[k - 1]! : 0
    return step > 0 ? Math.min(least, step) : least
  }, Infinity)

/** Bars of all points, one by one and without a rim: what the exact ones are held against. */
export const plainBars =
  ({ align, share, maxWidth }: BarLook): uPlot.Series.PathBuilder =>
  (u, index, from, to) =>
    uPlot.orient(u, index, (series, dataX, dataY, scaleX, scaleY, toX, toY, left, top, width, height) => {
      const fill = new Path2D()
      const view = scaleX.max! - scaleX.min!
      const wide = Math.min((stepOf(dataX) / view) * width * share, maxWidth * uPlot.pxRatio)
      const floor = Math.min(top + height, Math.max(top, Math.round(toY(0, scaleY, height, top))))
      for (let i = Math.max(0, from); i <= to; i++) {
        const value = dataY[i]
        if (value == null || Number.isNaN(value)) continue
        const x = Math.round(toX(dataX[i]!, scaleX, width, left))
        const y = Math.round(toY(value, scaleY, height, top))
        const start = wide > 1 ? Math.round(x - (wide * (1 - align)) / 2) : x
        const end = wide > 1 ? Math.max(start + 1, Math.round(start + wide)) : x + 1
        fill.rect(start, Math.min(y, floor), end - start, Math.abs(y - floor))
      }
      // A map is painted as it is, without a line around it.
      // uPlot has made them of what the series gives, which its types leave out.
      const { _stroke, _fill } = series as unknown as { readonly _stroke: string; readonly _fill: string }
      return {
        stroke: null,
        fill: new Map([[wide > 1 ? _fill : _stroke, scaleX.ori === 0 ? fill : transposed(fill)]]),
        clip: null,
        flags: 0,
        _width: 0,
      } as uPlot.Series.Paths
    })
