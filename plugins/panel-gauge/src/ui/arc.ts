import type { Options } from '../options.ts'

/** Where a gauge stands in its cell, in CSS pixels. */
export interface Dial {
  readonly x: number
  readonly y: number
  /** To the middle of the bar. */
  readonly radius: number
  /** Of the bar. */
  readonly width: number
  /** The ring of threshold colours around it; width 0 where there is none. */
  readonly ring: { readonly radius: number; readonly width: number }
  readonly hasLabels: boolean
  /** Radians, clockwise from the top. */
  readonly from: number
  readonly to: number
}

export interface DialRoom {
  readonly width: number
  readonly height: number
  readonly shape: Options['shape']
  readonly barWidthFactor: number
  readonly hasRing: boolean
  /** Of the longest threshold value around it, in pixels; 0 where there is none. */
  readonly labelWidth: number
}

/** An arc is open below, a circle is not. */
const opening: Readonly<Record<Options['shape'], number>> = { gauge: (2 * Math.PI) / 3, circle: 0 }
/** Of the widest bar to the radius. */
const widest = 0.6
const ringGap = 2
const labelHeight = 14
/** Smaller gauges have no room for what is written around them. */
const leastWithLabels = 28

/** The largest gauge that a cell has room for, in its middle. */
export function toDial({ width, height, shape, barWidthFactor, hasRing, labelWidth }: DialRoom): Dial {
  const margin = 3
  const open = opening[shape]
  // Below the centre, an arc reaches less far than its radius.
  const below = shape === 'gauge' ? Math.cos(open / 2) : 1
  const fit = (side: number, top: number) =>
    Math.max(1, Math.min(width / 2 - margin - side, (height - 2 * (margin + top)) / (1 + below)))
  const withLabels = fit(labelWidth, labelHeight)
  const hasLabels = labelWidth > 0 && withLabels >= leastWithLabels
  const outer = hasLabels ? withLabels : fit(0, 0)
  const ringWidth = hasRing ? Math.max(2, Math.round(outer * 0.04)) : 0
  const room = outer - (hasRing ? ringWidth + ringGap : 0)
  const barWidth = Math.max(1, room * widest * barWidthFactor)
  return {
    x: width / 2,
    y: (height - outer * (1 + below)) / 2 + outer,
    radius: Math.max(0.5, room - barWidth / 2),
    width: barWidth,
    ring: { radius: outer - ringWidth / 2, width: ringWidth },
    hasLabels,
    from: open ? open / 2 - Math.PI : 0,
    to: open ? Math.PI - open / 2 : 2 * Math.PI,
  }
}

/** The angle at a share of the way, from 0 to 1. */
export const angleAt = ({ from, to }: Dial, share: number) => from + (to - from) * share

// Without the minus of a zero.
const round = (value: number) => Math.round(value * 100) / 100 + 0

/** The point at an angle. */
export const pointAt = ({ x, y }: Pick<Dial, 'x' | 'y'>, radius: number, angle: number) => ({
  x: round(x + radius * Math.sin(angle)),
  y: round(y - radius * Math.cos(angle)),
})

/** Path data of an arc between two shares of the way; of the whole way around, too. */
export function arcPath(dial: Dial, radius: number, from: number, to: number): string {
  const [start, end] = [angleAt(dial, from), angleAt(dial, to)]
  const first = pointAt(dial, radius, start)
  const r = round(radius)
  const parts = end - start > Math.PI ? 2 : 1
  const arcs = Array.from({ length: parts }, (_, k) => {
    const { x, y } = pointAt(dial, radius, start + ((end - start) * (k + 1)) / parts)
    return `A${r} ${r} 0 0 1 ${x} ${y}`
  })
  return `M${first.x} ${first.y}${arcs.join('')}`
}

/** A stretch of the way, from 0 to 1. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The parts into which the way is cut, with room between them. */
export function segmentsOf(count: number, spacing: number): readonly Stretch[] {
  if (count <= 1) return [{ from: 0, to: 1 }]
  const gap = spacing / count
  // Room between them, not before the first and behind the last.
  const length = (1 - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, k) => ({ from: k * (length + gap), to: k * (length + gap) + length }))
}

/** What of the parts lies within a stretch; nothing where it has no length. */
export const cutOut = (parts: readonly Stretch[], { from, to }: Stretch): readonly Stretch[] =>
  parts.flatMap((part) => {
    const cut = { from: Math.max(part.from, from), to: Math.min(part.to, to) }
    return cut.to > cut.from ? [cut] : []
  })

/** Parts cut into pieces of at most this length, so that each can have a colour of its own. */
export const slice = (parts: readonly Stretch[], length: number): readonly Stretch[] =>
  parts.flatMap(({ from, to }) => {
    const count = Math.max(1, Math.ceil((to - from) / length))
    const step = (to - from) / count
    return Array.from({ length: count }, (_, k) => ({ from: from + k * step, to: from + (k + 1) * step }))
  })
