import type uPlot from 'uplot'
import type { AxisOptions } from './value-axis.ts'
import { scaleKey } from './value-axis.ts'

type Part = readonly [low: number, high: number]

/** Which parts of the value axes are looked at. It is of this chart alone, and of this visit. */
export interface ValueZoom {
  /** Undefined for all of an axis. */
  readonly of: (axis: number) => Part | undefined
  /** Looks at what is selected, on all axes or on one, and takes the selection away. */
  readonly toSelection: (u: uPlot, axis?: number) => void
  /** Lets axes be dragged over. */
  readonly attach: (u: uPlot) => void
  readonly reset: (u: uPlot) => void
}

export const LEAST_ZOOM_PIXELS = 4

export function createValueZoom(axes: () => readonly AxisOptions[], changed: (isZoomed: boolean) => void): ValueZoom {
  const parts = new Map<number, Part>()

  function redraw(u: uPlot) {
    u.redraw()
    changed(parts.size > 0)
  }

  function toSelection(u: uPlot, only?: number) {
    const { top, height } = u.select
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
    if (height < LEAST_ZOOM_PIXELS) return
    const all = axes().map((_, axis) => axis)
    // All are asked before any is changed.
    const found = (only === undefined ? all : [only]).map((axis) => {
      const key = scaleKey(axis)
      return [axis, [u.posToVal(top + height, key), u.posToVal(top, key)]] as const
    })
    for (const [axis, [low, high]] of found) if (low < high) parts.set(axis, [low, high])
    redraw(u)
  }

  return {
    of: (axis) => parts.get(axis),
    toSelection,
    attach(u) {
      const [, ...elements] = u.root.querySelectorAll<HTMLElement>('.u-axis')
      const shown = axes().flatMap(({ isHidden }, axis) => (isHidden ? [] : [axis]))
      elements.forEach((element, k) => {
        const axis = shown[k]
        if (axis !== undefined) followDrag(u, element, () => toSelection(u, axis))
      })
    },
    reset(u) {
      if (parts.size === 0) return
      parts.clear()
      redraw(u)
    },
  }
}

/** Selects what a drag along an axis goes over. */
function followDrag(u: uPlot, element: HTMLElement, done: () => void) {
  let start: number | undefined
  const placeOf = ({ clientY }: PointerEvent) => {
    const { top, height } = u.over.getBoundingClientRect()
    return Math.min(height, Math.max(0, clientY - top))
  }
  element.classList.add('o-value-axis')
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    start = placeOf(event)
    element.setPointerCapture(event.pointerId)
    event.preventDefault()
  })
  element.addEventListener('pointermove', (event) => {
    if (start === undefined) return
    const end = placeOf(event)
    const select = { left: 0, width: u.over.clientWidth, top: Math.min(start, end), height: Math.abs(end - start) }
    u.setSelect(select, false)
  })
  element.addEventListener('pointerup', () => {
    if (start !== undefined) done()
    start = undefined
  })
}
