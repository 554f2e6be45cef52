import type { Pyramid } from './pyramid.ts'

/** A column to draw. Read anew at each drawing, so its fields may be replaced as the column grows. */
export interface ExactSource {
  /** Of the values; NaN is missing. It holds them: see `Pyramid.values`. */
  pyramid: Pyramid
  /** Ascending times of the values, when they have an axis of their own; by default they lie on uPlot's. */
  times?: Float64Array
}

/**
 * The limits of the time axis. uPlot publishes new ones only after it has asked for the ranges of the value axes, which
 * depend on them where series have times of their own: so give `range` to the x scale, and the view to `exactRange`.
 */
export class View {
  min = -Infinity
  max = Infinity
  readonly range: (u: unknown, min: number, max: number) => [min: number, max: number]

  /** @param limits of the axis, asked for at each change; by default what uPlot is told by `setScale`. */
  constructor(limits?: () => readonly [min: number, max: number]) {
    this.range = (_, min, max) => {
      const [from, to] = limits?.() ?? [min, max]
      this.min = from
      this.max = to
      return [from, to]
    }
  }
}
