import type { TimeRange } from '@orrery/sdk'
import type uPlot from 'uplot'
import { isVertical, selectedOf } from './orientation.ts'
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
  /** False where all of them were. */
  readonly reset: (u: uPlot) => boolean
}

const LEAST_PIXELS = 4
const NOTHING = { left: 0, top: 0, width: 0, height: 0 }

/** The times that are selected, if it is more than a click; takes the selection away. */
export function takeTimes(u: uPlot): TimeRange | undefined {
  const selected = selectedOf(u, 'along')
  u.setSelect(NOTHING, false)
  if (selected.length < LEAST_PIXELS) return undefined
  const from = Math.floor(u.posToVal(selected.from, 'x'))
  return { from, to: Math.max(from + 1, Math.ceil(u.posToVal(selected.from + selected.length, 'x'))) }
}

export function createValueZoom(axes: () => readonly AxisOptions[], changed: (isZoomed: boolean) => void): ValueZoom {
  const parts = new Map<number, Part>()

  function redraw(u: uPlot) {
    u.redraw()
    changed(parts.size > 0)
  }

  function toSelection(u: uPlot, only?: number) {
    const { from, length } = selectedOf(u, 'across')
    u.setSelect(NOTHING, false)
    if (length < LEAST_PIXELS) return
    const all = axes().map((_, axis) => axis)
    // All are asked before any is changed.
    const found = (only === undefined ? all : [only]).map((axis) => {
      const key = scaleKey(axis)
      const ends = [u.posToVal(from, key), u.posToVal(from + length, key)] as const
      return [axis, [Math.min(...ends), Math.max(...ends)]] as const
    })
    for (const [axis, [low, high]] of found) if (low < high) parts.set(axis, [low, high])
    redraw(u)
  }

  return {
    of: (axis) => parts.get(axis),
    toSelection,
    attach(u) {
      const shown = axes().flatMap(({ isHidden }, axis) => (isHidden ? [] : [axis]))
      // Those of time come first.
      const elements = [...u.root.querySelectorAll<HTMLElement>('.u-axis')].slice(-shown.length)
      elements.forEach((element, k) => {
        const axis = shown[k]
        if (axis !== undefined) followDrag(u, element, () => toSelection(u, axis))
      })
    },
    reset(u) {
      if (parts.size === 0) return false
      parts.clear()
      redraw(u)
      return true
    },
  }
}

const clamp = (pixel: number, most: number) => Math.min(most, Math.max(0, pixel))

/** Selects what a drag along an axis goes over. */
function followDrag(u: uPlot, element: HTMLElement, done: () => void) {
  let start: number | undefined
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = u.over.getBoundingClientRect()
    return isVertical(u) ? clamp(clientX - left, width) : clamp(clientY - top, height)
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
    const [from, length] = [Math.min(start, end), Math.abs(end - start)]
    const { clientWidth: width, clientHeight: height } = u.over
    u.setSelect(
      isVertical(u) ? { left: from, width: length, top: 0, height } : { left: 0, width, top: from, height: length },
      false,
    )
  })
  element.addEventListener('pointerup', () => {
    if (start !== undefined) done()
    start = undefined
  })
}
