import type uPlot from 'uplot'

/** A place in the plot, in CSS pixels from its upper left corner. */
export interface PlotPlace {
  readonly left: number
  readonly top: number
}

export interface TooltipLink {
  readonly title: string
  readonly url: string
}

/** What a layer has to say of a place. */
export interface LayerHit {
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly text: string; readonly color?: string }[]
  /** They can be followed once the tooltip is pinned by a click. */
  readonly links?: readonly TooltipLink[]
}

/** Something that is drawn beside the series of a time chart, such as marks of events. */
export interface ChartLayer {
  /** Under the grid and the series, or over them; `above` by default. */
  readonly place?: 'below' | 'above'
  /**
   * Draws on the canvas, in its pixels: `u.valToPos(time, 'x', true)` for times, and the scale of a series (`u.series[1 +
   * index].scale`) for values. What it sets on the context is taken back afterwards.
   */
  readonly draw: (u: uPlot, context: CanvasRenderingContext2D) => void
  /**
   * What it says of a place; undefined where it has nothing there. The first layer that has is told in the tooltip. Keys ask
   * `byTime`: then the height does not count.
   */
  readonly at?: (u: uPlot, place: PlotPlace, byTime: boolean) => LayerHit | undefined
}

/** Draws the layers of one place, each within the plot. */
export function drawLayers(u: uPlot, layers: readonly ChartLayer[], place: 'below' | 'above'): void {
  const { left, top, width, height } = u.bbox
  for (const layer of layers) {
    if ((layer.place ?? 'above') !== place) continue
    u.ctx.save()
    u.ctx.beginPath()
    u.ctx.rect(left, top, width, height)
    u.ctx.clip()
    layer.draw(u, u.ctx)
    u.ctx.restore()
  }
}

/** What the first of these layers says of a place. */
export function hitLayers(
  u: uPlot,
  layers: readonly ChartLayer[],
  place: PlotPlace,
  byTime = false,
): LayerHit | undefined {
  for (const layer of layers) {
    const hit = layer.at?.(u, place, byTime)
    if (hit) return hit
  }
  return undefined
}
