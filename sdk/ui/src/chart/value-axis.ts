import type uPlot from 'uplot'
import { axisRange, type Found } from './axis-range.ts'
import type { Orientation } from './orientation.ts'
import type { PlotSettings } from './plot-options.ts'
import type { ThresholdMark, ThresholdsStyle } from './thresholds.ts'

/** A value axis of a time chart. */
export interface AxisOptions {
  readonly label?: string
  /** `linear` by default. `symlog` is linear about zero and logarithmic further out, on both sides. */
  readonly scale?: 'linear' | 'log' | 'symlog'
  /** Of a logarithmic axis; 10 by default. */
  readonly logBase?: 2 | 10
  /** How far from zero a `symlog` axis is linear; 1 by default. */
  readonly linearThreshold?: number
  /** Marks stand at round numbers of this base; 10 by default. */
  readonly base?: 2 | 10
  /** Ends of the axis. */
  readonly min?: number
  readonly max?: number
  /** The axis reaches at least to here. */
  readonly softMin?: number
  readonly softMax?: number
  /** Zero stands in the middle. */
  readonly isCentered?: boolean
  /** Zero is on the axis, as areas that are compared ask for. */
  readonly hasZero?: boolean
  /** `left` by default. Where time runs downwards, left is below the plot and right above it. */
  readonly side?: 'left' | 'right'
  /** Only what is drawn on it shows. */
  readonly isHidden?: boolean
  /** Across the axis, in pixels; by default what its texts need. */
  readonly size?: number
  /** A CSS colour of its texts. */
  readonly color?: string
  /** By default the first axis that is shown has lines across the plot. */
  readonly hasGrid?: boolean
  readonly hasBorder?: boolean
  /** Ascending. */
  readonly thresholds?: readonly ThresholdMark[]
  /** `off` by default. */
  readonly thresholdsStyle?: ThresholdsStyle
  /** Texts of its marks. */
  readonly formatTicks?: (values: readonly number[]) => readonly string[]
}

/** The scale of an axis in uPlot. */
export const scaleKey = (axis: number): string => (axis === 0 ? 'y' : `y${axis}`)

const LOG = 3
const SYMLOG = 4

export function toScale(
  axis: AxisOptions,
  orientation: Orientation,
  extremes: (u: uPlot) => Found | undefined,
  zoom: () => readonly [number, number] | undefined,
): uPlot.Scale {
  const { scale = 'linear', logBase = 10, linearThreshold = 1 } = axis
  return {
    ...(scale === 'log' && { distr: LOG, log: logBase }),
    ...(scale === 'symlog' && { distr: SYMLOG, log: 10, asinh: linearThreshold }),
    ori: orientation === 'vertical' ? 0 : 1,
    range: (u) => {
      const zoomed = zoom()
      return zoomed ? [zoomed[0], zoomed[1]] : axisRange(axis, extremes(u))
    },
  }
}

const GLYPH_PIXELS = 6.5
/** Distances of marks from a thousandth to an exbi. */
const POWERS_OF_TWO = Array.from({ length: 71 }, (_, i) => 2 ** (i - 10))
/** As uPlot counts them, from the top clockwise. */
const SIDES = { horizontal: { left: 3, right: 1 }, vertical: { left: 2, right: 0 } } as const
/** Between marks that stand above each other, and beside each other. */
const SPACE = { horizontal: 34, vertical: 80 } as const
/** Of an axis whose texts lie beside each other. */
export const LYING_PIXELS = 30

/** What the texts of an axis need that stand above each other. */
export const standingSize: uPlot.Axis.Size & {} = (_: uPlot, texts: string[] | null) =>
  Math.max(36, Math.ceil(Math.max(0, ...(texts ?? []).map((text) => text?.length ?? 0)) * GLYPH_PIXELS) + 14)

/** @param hasGrid unless the axis says so itself */
export function toValueAxis(index: number, hasGrid: boolean, plain: uPlot.Axis, settings: PlotSettings): uPlot.Axis {
  const axis = settings.axes[index]!
  const { orientation } = settings
  const { side = 'left', size, color = settings.colors.axis } = axis
  const stroke = color
  return {
    ...plain,
    scale: scaleKey(index),
    side: SIDES[orientation][side],
    show: !axis.isHidden,
    stroke,
    space: SPACE[orientation],
    grid: { ...plain.grid, show: axis.hasGrid ?? hasGrid },
    border: { show: axis.hasBorder ?? false, stroke, width: 1 },
    ...(axis.base === 2 && axis.scale !== 'log' && { incrs: POWERS_OF_TWO }),
    ...(axis.label !== undefined && { label: axis.label, labelFont: settings.font, labelSize: 18, labelGap: 4 }),
    // On a logarithmic axis uPlot leaves out some marks by null.
    values: (_, splits) => {
      const numbers = splits.filter((split) => split !== null)
      const texts = settings.formatTicks(index, numbers)
      return splits.map((split) => (split === null ? '' : (texts[numbers.indexOf(split)] ?? '')))
    },
    size: size ?? (orientation === 'vertical' ? LYING_PIXELS : standingSize),
  }
}
