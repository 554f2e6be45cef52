/** One series of a time chart. */
export interface TimeChartSeries {
  readonly name: string
  /** Milliseconds, ascending; series need not share them. */
  readonly times: Float64Array
  /**
   * NaN is a missing value. Keep the array while the data is the same. A view that lies further on in the same buffer
   * is taken as the view before it with points added, and perhaps gone at its front: nothing else is looked at again.
   */
  readonly values: Float64Array
  /** A CSS colour. */
  readonly color: string
  readonly style?: SeriesStyle
  /** Which of the chart's value axes; the first (0) by default. */
  readonly axis?: number
  /** Series of one group and axis lie on top of each other: those below zero downwards, by themselves. */
  readonly stack?: SeriesStack
  /** `negative-Y` draws it below zero, `constant` at its first value all along. What is told of it stays the same. */
  readonly transform?: 'negative-Y' | 'constant'
  /** The index of another series: what lies between the two is filled, where that one is the lower. */
  readonly fillBelowTo?: number
  /** Is left out of the tooltip. */
  readonly isSilent?: boolean
}

export interface SeriesStack {
  readonly group: string
  /** `percent` draws the share of the group's sum at a time, from 0 to 1. */
  readonly mode: 'normal' | 'percent'
}

export type PointSymbol = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'plus'

export interface SeriesStyle {
  /** `line` by default. */
  readonly draw?: 'line' | 'bars' | 'points'
  /** `smooth` goes through all points and never beyond them; where there is more than one a pixel, it is straight. */
  readonly interpolation?: 'linear' | 'smooth' | 'stepBefore' | 'stepAfter'
  /** Of the line, or of the rim of bars. In pixels, 1.5 by default. */
  readonly width?: number
  /** Lengths of strokes and gaps in pixels. A stroke of 0 is a dot. */
  readonly dash?: readonly number[]
  /** How much of its colour the area has, 0 to 1; 0 by default. */
  readonly fill?: number
  /** `opacity` fades the area downwards, `hue` turns the colour upwards, `scheme` takes it from `stops`. */
  readonly gradient?: 'none' | 'opacity' | 'hue' | 'scheme'
  /** Colours along the value axis, ascending. */
  readonly stops?: readonly ColorStop[]
  /** A colour holds until the next stop, instead of passing over into it. */
  readonly hasSteps?: boolean
  /** Of everything that is drawn of the series, 0 to 1; 1 by default. */
  readonly opacity?: number
  /** `auto` by default: where there is room. */
  readonly points?: 'auto' | 'always' | 'never'
  /** In pixels; by default as the line's width asks for. */
  readonly pointSize?: number
  /** `circle` by default. */
  readonly symbol?: PointSymbol
  /** Writes values beside the points, where there is room. */
  readonly showValues?: boolean
  /** Draws on over missing values: over all, or over gaps of less than so many milliseconds. */
  readonly spanGaps?: boolean | number
  /** Points further apart than so many milliseconds are not joined. */
  readonly cutGaps?: number
  readonly bars?: BarStyle
}

export interface ColorStop {
  readonly value: number
  /** A CSS colour. */
  readonly color: string
}

export interface BarStyle {
  /** Where a bar stands: before its time (-1), around it (0, the default), or after it (1). */
  readonly align?: -1 | 0 | 1
  /** The share of the least distance between two times, 0 to 1; 0.6 by default. */
  readonly share?: number
  /** In pixels. */
  readonly maxWidth?: number
}
