import {
  colorOf,
  formatValue,
  resolveColor,
  scaleShare,
  thresholdLimits,
  type DisplayValue,
  type PanelValue,
  type Theme,
  type ValueScale,
} from '@orrery/sdk'
import type { Options } from '../options.ts'
import { angleAt, arcPath, cutOut, pointAt, segmentsOf, slice, type Dial } from './arc.ts'

/** A piece of a ring: path data, and a CSS colour. */
export interface Piece {
  readonly path: string
  readonly color: string
  /** From 0 to 1. */
  readonly opacity: number
}

export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** What is drawn of a gauge. */
export interface GaugeParts {
  readonly track: readonly string[]
  readonly bar: readonly Piece[]
  readonly ring: readonly Piece[]
  readonly labels: readonly Label[]
  /** Where the bar ends; undefined where there is none. */
  readonly end: { readonly x: number; readonly y: number } | undefined
  /** Of the value; the accent where nothing says one. */
  readonly color: string
}

/** Pixels of a bar that have one colour of a gradient. */
const sliceLength = 4
const faintest = 0.3

const accent = 'var(--o-accent)'

/** What is drawn of a value; its config has the ends of the scale. */
export function toGauge(
  value: PanelValue,
  shown: DisplayValue,
  scale: ValueScale,
  dial: Dial,
  options: Options,
  theme: Theme,
): GaugeParts {
  const color = shown.color ?? accent
  const parts = segmentsOf(options.segmentCount, options.segmentSpacing)
  const share = scaleShare(scale, value.value)
  const base = scaleShare(scale, scale.base)!
  const filled = share === undefined ? [] : cutOut(parts, { from: Math.min(base, share), to: Math.max(base, share) })
  const round = (to: number) => Math.round(to * 10_000) / 10_000
  const length = (dial.to - dial.from) * dial.radius
  const { config } = value
  const isByPlace = ['thresholds', 'continuous', 'gradient', undefined].includes(config.color?.type)
  const colorAt = (at: number) =>
    isByPlace ? colorOf(config, { value: scale.min + at * (scale.max - scale.min) }, theme) : undefined
  const toPiece = (from: number, to: number): Piece => {
    const middle = (from + to) / 2
    const path = arcPath(dial, dial.radius, from, round(to))
    if (!options.effects.gradient) return { path, color, opacity: 1 }
    const own = colorAt(middle)
    if (own !== undefined) return { path, color: own, opacity: 1 }
    // Of one colour, it is the place that makes it fainter.
    const reach = Math.abs(middle - base) / Math.max(Math.abs((share ?? base) - base), Number.EPSILON)
    return { path, color, opacity: faintest + (1 - faintest) * reach }
  }
  const pieces = options.effects.gradient ? slice(filled, sliceLength / length) : filled
  return {
    track: parts.map(({ from, to }) => arcPath(dial, dial.radius, from, to)),
    bar: pieces.map(({ from, to }) => toPiece(from, to)),
    ring: options.showThresholdMarkers ? toRing(value, dial, scale, theme) : [],
    labels: dial.hasLabels ? toLabels(value, dial, scale) : [],
    end: share === undefined ? undefined : pointAt(dial, dial.radius, angleAt(dial, share)),
    color,
  }
}

/** The steps of the thresholds within the scale, each from its share to that of the next. */
function stepsOf({ config }: PanelValue, scale: ValueScale) {
  if (!config.thresholds) return []
  const limits = thresholdLimits(config.thresholds, scale.min, scale.max)
  return limits
    .map(({ value, color }, k) => ({
      value,
      color,
      from: scaleShare(scale, value)!,
      to: scaleShare(scale, limits[k + 1]?.value ?? Infinity)!,
    }))
    .filter(({ from, to }) => to > from)
}

const toRing = (value: PanelValue, dial: Dial, scale: ValueScale, theme: Theme): readonly Piece[] =>
  stepsOf(value, scale).map(({ color, from, to }) => ({
    path: arcPath(dial, dial.ring.radius, from, to),
    color: resolveColor(color, theme),
    opacity: 1,
  }))

const labelGap = 4
/** Of a letter of a label, in pixels. */
const letter = 6.5

const labeled = (value: PanelValue, scale: ValueScale) =>
  stepsOf(value, scale)
    .filter(({ from }) => from > 0 && from < 1)
    .map(({ value: at, from }) => ({ text: formatValue(at, value.config).full, share: from }))

/** The room beside a gauge that its threshold values need, in pixels; 0 where it has none. */
export function labelWidth(value: PanelValue, scale: ValueScale): number {
  const longest = Math.max(0, ...labeled(value, scale).map(({ text }) => text.length))
  return longest && labelGap + longest * letter
}

function toLabels(value: PanelValue, dial: Dial, scale: ValueScale): readonly Label[] {
  const radius = Math.max(dial.ring.radius + dial.ring.width / 2, dial.radius + dial.width / 2) + labelGap
  return labeled(value, scale).map(({ text, share }) => {
    const angle = angleAt(dial, share)
    const side = Math.sin(angle)
    const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end'
    return { text, ...pointAt(dial, radius, angle), anchor }
  })
}
