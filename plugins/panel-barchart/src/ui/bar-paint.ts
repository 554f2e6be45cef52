import { colorOf, resolveColor, thresholdLimits, type FieldConfig, type Theme } from '@orrery/sdk'
import type { BarPicture } from '../bars/layout.ts'
import type { FieldOptions } from '../field-options.ts'

/** How bars of one colour of a field are painted. */
export interface BarPaint extends Pick<FieldOptions, 'fillOpacity' | 'lineWidth' | 'gradientMode'> {
  /** A CSS colour. */
  readonly color: string
  /** Colours by places of the value axis, 0 to 1; where the gradient is that of the values. */
  readonly stops: readonly PaintStop[]
}

export interface PaintStop {
  readonly at: number
  readonly color: string
}

type Ink = string | CanvasGradient

/** How much of the fill there is at the low end of a gradient of opacity, and how far a hue turns; as in time charts. */
const FAINT = 0.1
const HUE_TURN = 60

export function inksOf(
  ctx: CanvasRenderingContext2D,
  picture: BarPicture,
  paint: BarPaint,
): { fill: Ink; stroke: Ink } {
  const { color, gradientMode, stops } = paint
  const alpha = paint.fillOpacity / 100
  const gradient = (colors: readonly PaintStop[]) => alongValues(ctx, picture, colors)
  if (gradientMode === 'opacity') {
    const fill = gradient([
      { at: 0, color: fade(color, alpha * FAINT) },
      { at: 1, color: fade(color, alpha) },
    ])
    return { fill, stroke: color }
  }
  const along =
    gradientMode === 'hue'
      ? [
          { at: 0, color },
          { at: 1, color: `hsl(from ${color} calc(h + ${HUE_TURN}) s l)` },
        ]
      : gradientMode === 'scheme'
        ? stops
        : []
  if (along.length === 0) return { fill: fade(color, alpha), stroke: color }
  const faded = along.map((stop) => ({ ...stop, color: fade(stop.color, alpha) }))
  return { fill: gradient(faded), stroke: gradient(along) }
}

const fade = (color: string, alpha: number) => `color-mix(in srgb, ${color} ${100 * alpha}%, transparent)`

/** From the low end of the value axis to its high end. */
function alongValues(ctx: CanvasRenderingContext2D, { plot, isUpright }: BarPicture, stops: readonly PaintStop[]) {
  const gradient = isUpright
    ? ctx.createLinearGradient(0, plot.top + plot.height, 0, plot.top)
    : ctx.createLinearGradient(plot.left, 0, plot.left + plot.width, 0)
  for (const { at, color } of stops) gradient.addColorStop(at, color)
  return gradient
}

/** So many colours make a scheme look continuous. */
const STOPS = 16

/** The colours of values along an axis; none where they do not depend on values. */
export function schemeStops(
  config: FieldConfig,
  { low, high }: { readonly low: number; readonly high: number },
  place: (value: number) => number,
  theme: Theme,
): readonly PaintStop[] {
  const { color, thresholds } = config
  if (color?.type === 'thresholds' && thresholds) {
    const limits = thresholdLimits(thresholds, config.min, config.max)
    const steps = limits.map((limit) => ({ at: place(limit.value), color: resolveColor(limit.color, theme) }))
    // Each colour ends where the next begins.
    return steps.flatMap((step, i) =>
      i === 0 ? [{ ...step, at: 0 }] : [{ at: step.at, color: steps[i - 1]!.color }, step],
    )
  }
  if (color?.type !== 'continuous' && color?.type !== 'gradient') return []
  const min = config.min ?? low
  const max = config.max ?? high
  return Array.from({ length: STOPS }, (_, k) => {
    const value = min + ((max - min) * k) / (STOPS - 1)
    return { at: place(value), color: colorOf(config, { value, min, max }, theme) ?? resolveColor('gray', theme) }
  })
}
