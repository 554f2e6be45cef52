/** What a plot is made in. */
export interface ChartElements {
  readonly root: HTMLElement
  readonly tooltip: HTMLElement
  /** Drawing has failed: the one who uses the chart is told. */
  readonly fail: (error: unknown) => void
}
