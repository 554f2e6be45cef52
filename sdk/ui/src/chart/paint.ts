import type uPlot from 'uplot'
import { isVertical, lyingPlot } from './orientation.ts'
import type { ColorStop, TimeChartSeries } from './series.ts'

type Paint = string | ((u: uPlot, index: number) => string | CanvasGradient)

/** How a line, a rim and points are coloured. */
export function strokeOf({ color, style = {} }: TimeChartSeries): Paint {
  if (style.gradient === 'hue') return (u) => fadeOver(u, [color, turnHue(color, HUE_TURN)])
  if (style.gradient === 'scheme' && style.stops?.length) {
    const { stops, hasSteps = false } = style
    return (u, index) => alongValues(u, scaleOf(u, index), stops, hasSteps)
  }
  return color
}

/** How an area is coloured; undefined where it is not. */
export function fillOf({ color, style = {} }: TimeChartSeries): Paint | undefined {
  const { fill = 0, gradient, stops, hasSteps = false } = style
  if (fill === 0) return undefined
  const plain = withAlpha(color, fill)
  if (gradient === 'opacity') return (u) => fadeOver(u, [withAlpha(color, fill / 10), plain])
  if (gradient === 'hue') return (u) => fadeOver(u, [plain, withAlpha(turnHue(color, HUE_TURN), fill)])
  if (gradient === 'scheme' && stops?.length) {
    const faded = stops.map((stop) => ({ ...stop, color: withAlpha(stop.color, fill) }))
    return (u, index) => alongValues(u, scaleOf(u, index), faded, hasSteps)
  }
  return plain
}

const scaleOf = (u: uPlot, index: number) => u.series[index]?.scale ?? 'y'
const HUE_TURN = 60

/** From the lowest values to the highest. */
function acrossPlot(u: uPlot): CanvasGradient {
  const { left, top, width, height } = u.bbox
  return isVertical(u)
    ? u.ctx.createLinearGradient(left, 0, left + width, 0)
    : u.ctx.createLinearGradient(0, top + height, 0, top)
}

function fadeOver(u: uPlot, colors: readonly string[]): CanvasGradient {
  const gradient = acrossPlot(u)
  colors.forEach((color, k) => gradient.addColorStop(k / (colors.length - 1), color))
  return gradient
}

function alongValues(u: uPlot, scale: string, stops: readonly ColorStop[], hasSteps: boolean): CanvasGradient {
  const { foot, head } = lyingPlot(u)
  const shareOf = (value: number) => {
    const pixel = u.valToPos(value, scale, true)
    // Below zero there is no place on a logarithmic axis.
    return Number.isFinite(pixel) ? Math.min(1, Math.max(0, (pixel - foot) / (head - foot))) : value > 0 ? 1 : 0
  }
  const gradient = acrossPlot(u)
  stops.forEach(({ value, color }, k) => {
    const share = k === 0 ? 0 : shareOf(value)
    if (hasSteps && k > 0) gradient.addColorStop(share, stops[k - 1]!.color)
    gradient.addColorStop(share, color)
  })
  return gradient
}

const HEX = /^#[\da-f]{6}$/i

/** Colours come as #rrggbb, which is what `resolveColor` gives; any other CSS colour is mixed by the browser. */
export const withAlpha = (color: string, alpha: number): string =>
  HEX.test(color)
    ? `${color}${Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0')}`
    : `color-mix(in srgb, ${color} ${alpha * 100}%, transparent)`

/** The colour with its hue turned by so many degrees. */
function turnHue(color: string, degrees: number): string {
  if (!HEX.test(color)) return `hsl(from ${color} calc(h + ${degrees}) s l)`
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ]
  const most = Math.max(red, green, blue)
  const chroma = most - Math.min(red, green, blue)
  const lightness = most - chroma / 2
  const sixth =
    chroma === 0
      ? 0
      : most === red
        ? (green - blue) / chroma
        : most === green
          ? 2 + (blue - red) / chroma
          : 4 + (red - green) / chroma
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1))
  return `hsl(${Math.round((sixth * 60 + degrees + 360) % 360)} ${Math.round(saturation * 100)}% ${Math.round(lightness * 100)}%)`
}
