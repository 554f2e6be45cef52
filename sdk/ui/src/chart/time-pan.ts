import type { TimeRange } from '@orrery/sdk'
import type uPlot from 'uplot'
import { isVertical } from './orientation.ts'

/** Moves the times of a chart by dragging its time axes. */
export interface TimePan {
  /** What is shown of a range: as much earlier or later as the axis is dragged. */
  readonly of: (range: TimeRange) => TimeRange
  /** Lets the time axes of a plot, its first `count` ones, be dragged. */
  readonly attach: (u: uPlot, count: number) => void
}

const LEAST_PIXELS = 4

/** Tells `moved` the range to which the axis was dragged. */
export function createTimePan(range: () => TimeRange, moved: (range: TimeRange) => void): TimePan {
  let by = 0
  const of = ({ from, to }: TimeRange): TimeRange => ({ from: from + by, to: to + by })
  const show = (u: uPlot, ms: number) => {
    by = ms
    const { from, to } = of(range())
    u.setScale('x', { min: from, max: to })
  }

  function follow(u: uPlot, axis: HTMLElement) {
    let start: number | undefined
    const placeOf = ({ clientX, clientY }: PointerEvent) => (isVertical(u) ? clientY : clientX)
    const msOf = (event: PointerEvent) => {
      const { from, to } = range()
      const length = isVertical(u) ? u.over.clientHeight : u.over.clientWidth
      return Math.round(((start! - placeOf(event)) * (to - from)) / Math.max(1, length))
    }
    axis.classList.add('o-time-axis')
    axis.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return
      start = placeOf(event)
      axis.setPointerCapture(event.pointerId)
      event.preventDefault()
    })
    axis.addEventListener('pointermove', (event) => {
      if (start !== undefined) show(u, msOf(event))
    })
    axis.addEventListener('pointerup', (event) => {
      if (start === undefined) return
      const isDrag = Math.abs(placeOf(event) - start) >= LEAST_PIXELS
      const { from, to } = range()
      const ms = msOf(event)
      start = undefined
      // What is dragged to stays to be seen until the page shows its new range.
      if (isDrag) by = 0
      else show(u, 0)
      if (isDrag) moved({ from: from + ms, to: to + ms })
    })
    axis.addEventListener('pointercancel', () => {
      start = undefined
      show(u, 0)
    })
  }

  return {
    of,
    attach(u, count) {
      for (const axis of [...u.root.querySelectorAll<HTMLElement>('.u-axis')].slice(0, count)) follow(u, axis)
    },
  }
}
