import type uPlot from 'uplot'
import { Pyramid } from '../../sdk/ui/src/chart/exact/pyramid.ts'
import type { Extremes } from '../../sdk/ui/src/chart/exact/block-levels.ts'
import { exactChart, plainChart, type Look } from './charts.ts'
import { makeColumns, makeViews, type Shape } from './columns.ts'

export interface Case {
  readonly shape: Shape
  readonly look?: Look
  /** Zooms, each with a pan, besides the view of all; 3 by default. */
  readonly zooms?: number
  /** Points taken in by the pyramids; all by default. */
  readonly taken?: number
  /** Draws with pyramids that forget the highest values. */
  readonly wrong?: boolean
  /** Instead of with uPlot's, with the exact chart whose time runs to the right and values downwards, turned. */
  readonly turned?: boolean
}

/** How the pictures of the two charts differ in one view. */
export interface Difference {
  /** Pixels that differ at all. */
  readonly pixels: number
  /** Pixels of which a channel, as it is painted, differs by more than one step of 255, as rounding does. */
  readonly seen: number
  /** The largest difference of a channel as it is painted. */
  readonly most: number
  /** Pixels on which uPlot has drawn. */
  readonly ink: number
  readonly rangesDiffer: boolean
}

class ForgetfulPyramid extends Pyramid {
  override extremes(from: number, to: number, into: Extremes): Extremes {
    super.extremes(from, to, into)
    into.high = into.low
    return into
  }
}

const pictureOf = ({ ctx }: uPlot) => ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height).data

/** The picture with x and y swapped. */
function turnedPictureOf(chart: uPlot) {
  const { width, height } = chart.ctx.canvas
  const pixels = new Uint32Array(pictureOf(chart).buffer)
  return new Uint8ClampedArray(
    Uint32Array.from(pixels, (_, i) => pixels[(i % height) * width + Math.floor(i / height)]!).buffer,
  )
}

function difference(plain: uPlot, exact: uPlot, isTurned: boolean): Difference {
  const a = isTurned ? turnedPictureOf(plain) : pictureOf(plain)
  const b = pictureOf(exact)
  const [wholeA, wholeB] = [new Uint32Array(a.buffer), new Uint32Array(b.buffer)]
  let [pixels, seen, most, ink] = [0, 0, 0, 0]
  for (let i = 0; i < wholeA.length; i++) {
    const alpha = 4 * i + 3
    if (a[alpha]! > 0) ink++
    if (wholeA[i] === wholeB[i]) continue
    const painted = [0, 1, 2].map((k) => Math.abs(a[4 * i + k]! * a[alpha]! - b[4 * i + k]! * b[alpha]!) / 255)
    const steps = Math.round(Math.max(...painted, Math.abs(a[alpha]! - b[alpha]!)))
    pixels++
    if (steps > 1) seen++
    most = Math.max(most, steps)
  }
  const rangesDiffer = Object.keys(plain.scales).some((key) => {
    const [one, other] = [plain.scales[key]!, exact.scales[key]!]
    return one.min !== other.min || one.max !== other.max
  })
  return { pixels, seen, most, ink, rangesDiffer }
}

async function compare(test: Case): Promise<Difference[]> {
  const { shape, look = {}, zooms = 3, taken = Infinity, wrong = false, turned = false } = test
  const columns = makeColumns(shape)
  const host = document.body.appendChild(document.createElement('div'))
  const pyramids = columns.values.map((values) => (wrong ? new ForgetfulPyramid(values) : new Pyramid(values)))
  for (const pyramid of pyramids) pyramid.advance(taken)
  const [width, height] = look.size ?? [600, 240]
  const lying: Look = { ...look, size: [width, height], valuesDown: true }
  const plain = turned ? exactChart(host, columns, pyramids, lying) : plainChart(host, columns, look)
  const exact = exactChart(host, columns, pyramids, turned ? { ...look, size: [height, width], vertical: true } : look)
  const differences: Difference[] = []
  for (const [min, max] of makeViews(columns.times, zooms)) {
    for (const chart of [plain, exact]) chart.setScale('x', { min, max })
    // uPlot draws in a microtask of its own, which is ahead of this one.
    await Promise.resolve()
    differences.push(difference(plain, exact, turned))
  }
  plain.destroy()
  exact.destroy()
  host.remove()
  return differences
}

declare global {
  var compareCharts: typeof compare
}
globalThis.compareCharts = compare
