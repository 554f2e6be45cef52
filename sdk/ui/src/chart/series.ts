/** One line of a time chart. */
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
}

export interface SeriesStyle {
  /** `line` by default. */
  readonly draw?: 'line' | 'points'
  readonly interpolation?: 'linear' | 'stepBefore' | 'stepAfter'
  /** In pixels, 1.5 by default. */
  readonly width?: number
  /** 0 to 1, 0 by default. */
  readonly fill?: number
  /** `auto` by default: where there is room. */
  readonly points?: 'auto' | 'always' | 'never'
  /** Draws on over missing values. */
  readonly spanGaps?: boolean
}
