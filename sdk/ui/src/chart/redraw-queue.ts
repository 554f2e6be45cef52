/** What waits to be drawn. */
export interface Drawing {
  /** Whether it is on the screen; asked at the start of a frame, before anything is drawn. */
  readonly isVisible: () => boolean
  /** Must not throw. */
  readonly draw: () => void
}

export interface RedrawQueue {
  /** Asks for a drawing in one of the next frames; what already waits is drawn once. */
  readonly add: (drawing: Drawing) => void
  /** Takes it back, when it is gone. */
  readonly remove: (drawing: Drawing) => void
}

/** What of a frame's 16 ms may go into drawing. */
const BUDGET_MS = 8
/** Off the screen nothing waits longer than so many frames, however busy the screen is. */
const PATIENCE = 30

/**
 * Shares frames among the charts of a page. Those on the screen come first, and each within two frames: a first frame
 * draws half of them or more, the next one the rest. The others follow with what is left of a frame's budget.
 */
export function createRedrawQueue(
  requestFrame: (callback: () => void) => void = requestAnimationFrame,
  now: () => number = () => performance.now(),
): RedrawQueue {
  /** How many frames each has waited, in the order in which they came. */
  const waiting = new Map<Drawing, number>()
  let isAsked = false

  function ask() {
    if (isAsked) return
    isAsked = true
    requestFrame(drawFrame)
  }

  function drawFrame() {
    isAsked = false
    // Data that comes in each frame asks within it: then this callback must already stand in that frame.
    if (waiting.size > 0) ask()
    const start = now()
    const hasTime = () => now() - start < BUDGET_MS
    const all = [...waiting].map(([drawing, frames]) => ({ drawing, frames, visible: drawing.isVisible() }))
    const visible = all.filter((one) => one.visible)
    const others = all.filter((one) => !one.visible)
    const half = Math.ceil(visible.length / 2)
    visible.forEach(({ drawing, frames }, k) => {
      if (k < half || frames > 0 || hasTime()) drawNow(drawing)
    })
    others.forEach(({ drawing, frames }, k) => {
      if (hasTime() || (k === 0 && (visible.length === 0 || frames >= PATIENCE))) drawNow(drawing)
    })
    for (const [drawing, frames] of waiting) waiting.set(drawing, frames + 1)
  }

  function drawNow(drawing: Drawing) {
    // One that was drawn may have taken another from the page.
    if (!waiting.delete(drawing)) return
    drawing.draw()
  }

  return {
    add(drawing) {
      if (!waiting.has(drawing)) waiting.set(drawing, 0)
      ask()
    },
    remove: (drawing) => void waiting.delete(drawing),
  }
}

let shared: RedrawQueue | undefined

/** The queue of this page. */
export const redrawQueue = (): RedrawQueue => (shared ??= createRedrawQueue())

/** Whether any part of an element is in the window. */
export function isOnScreen(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
}
