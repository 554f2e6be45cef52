import type uPlot from 'uplot'
import type { OfferedAction } from '@orrery/sdk'
import { drawLying, turnPlace, type LyingPlot } from './orientation.ts'

/** A place in the plot, in CSS pixels from its upper left corner. */
export interface PlotPlace {
  readonly left: number
  readonly top: number
}

export interface TooltipLink {
  readonly title: string
  readonly url: string
}

/** A place in a tooltip, or what a button in it runs. */
export type TooltipOffer = TooltipLink | OfferedAction

/** What a layer has to say of a place. */
export interface LayerHit {
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly text: string; readonly color?: string }[]
  /** They can be followed once the tooltip is pinned by a click. */
  readonly links?: readonly TooltipOffer[]
}

/**
 * Something that is drawn beside the series of a time chart, such as marks of events. A layer draws and is asked as if time
 * ran to the right: where it runs downwards, canvas and places are turned for it.
 */
export interface ChartLayer {
  /** Under the grid and the series, or over them; `above` by default. */
  readonly place?: 'below' | 'above'
  /**
   * Draws on the canvas, in its pixels: `u.valToPos(time, 'x', true)` for x, and the scale of a series (`u.series[1 +
   * index].scale`) for y. What it sets on the context is taken back afterwards.
   */
  readonly draw: (u: uPlot, context: CanvasRenderingContext2D, plot: LyingPlot) => void
  /**
   * What it says of a place; undefined where it has nothing there. The first layer that has is told in the tooltip. Keys ask
   * `byTime`: then `top` does not count.
   */
  readonly at?: (u: uPlot, place: PlotPlace, byTime: boolean) => LayerHit | undefined
}

/** Draws the layers of one place, each within the plot. */
export function drawLayers(u: uPlot, layers: readonly ChartLayer[], place: 'below' | 'above'): void {
  for (const layer of layers) {
    if ((layer.place ?? 'above') !== place) continue
    drawLying(u, (context, plot) => {
      context.beginPath()
      context.rect(plot.start, plot.foot, plot.length, plot.head - plot.foot)
      context.clip()
      layer.draw(u, context, plot)
    })
  }
}

/** What the first of these layers says of a place. */
export function hitLayers(
  u: uPlot,
  layers: readonly ChartLayer[],
  place: PlotPlace,
  byTime = false,
): LayerHit | undefined {
  const turned = turnPlace(u, place)
  for (const layer of layers) {
    const hit = layer.at?.(u, turned, byTime)
    if (hit) return hit
  }
  return undefined
}
