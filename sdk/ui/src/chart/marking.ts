import type uPlot from 'uplot'
import type { AnnotatedTime } from './annotating.ts'
import { isVertical } from './orientation.ts'
import { takeTimes } from './zoom.ts'

/** Marks times in a plot, for annotations: a click or a drag while Ctrl or Command is held. */
export interface Marking {
  /** Follows the presses on a plot. */
  readonly attach: (u: uPlot) => void
  /** Whether the press that is under way, or was the last, marks. */
  readonly isHeld: () => boolean
  /** Marks the moment of the cursor. */
  readonly mark: (u: uPlot) => void
  /** Marks what is selected, or the moment of the cursor where that is too little; takes the selection away. */
  readonly markSelection: (u: uPlot) => void
}

/** Tells `marked`; nothing is marked where there is none. */
export function createMarking(marked: ((at: AnnotatedTime) => void) | undefined): Marking {
  let held = false
  const mark = (u: uPlot) => {
    const { left = -1, top = -1 } = u.cursor
    const at = isVertical(u) ? top : left
    if (at >= 0) marked?.({ time: Math.round(u.posToVal(at, 'x')) })
  }
  return {
    attach(u) {
      const usual = { x: u.cursor.drag?.x, y: u.cursor.drag?.y }
      const follow = ({ ctrlKey, metaKey }: MouseEvent) => {
        held = marked !== undefined && (ctrlKey || metaKey)
        // uPlot keeps the object and reads it at each move.
        if (u.cursor.drag) Object.assign(u.cursor.drag, held ? { x: true, y: false } : usual)
      }
      u.over.addEventListener('mousedown', follow, { capture: true })
    },
    isHeld: () => held,
    mark,
    markSelection(u) {
      const times = takeTimes(u)
      if (times) marked?.({ time: times.from, timeEnd: times.to })
      else mark(u)
    },
  }
}
