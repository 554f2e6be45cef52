/** A drag that has begun. */
export interface Drag {
  /** The pointer is here now, and has come so far since it went down; once a frame at most. */
  readonly move: (at: { readonly x: number; readonly y: number }, shift: { dx: number; dy: number }) => void
  readonly drop: () => void
  /** Everything goes back to where it was. */
  readonly cancel: () => void
  /** Called every frame; answers by how much the page scrolled under the pointer. */
  readonly scroll: (pointerY: number) => number
}

export interface PointerDragOptions {
  /** Undefined where a pointer that goes down begins nothing. */
  readonly begin: (event: PointerEvent) => (() => Drag | undefined) | undefined
  /** Whether a finger must rest before it drags, as the page scrolls where it does not. */
  readonly needsRest: (event: PointerEvent) => boolean
}

/** A mouse that moves less has clicked. */
const CLICK_PX = 4
const REST_MS = 350
/** A finger that moves more while it rests wants to scroll. */
const REST_PX = 10

/** Lets what is inside an element be dragged by mouse, pen and finger; gives the stop. */
export function listenToDrags(root: HTMLElement, { begin, needsRest }: PointerDragOptions): () => void {
  let end: (() => void) | undefined

  const onDown = (down: PointerEvent) => {
    if (end || down.button !== 0 || !down.isPrimary) return
    const start = begin(down)
    if (start) end = follow(down, start, () => (end = undefined))
  }

  function follow(down: PointerEvent, start: () => Drag | undefined, ended: () => void): () => void {
    const rests = down.pointerType === 'touch' && needsRest(down)
    let drag: Drag | undefined
    let at = { x: down.clientX, y: down.clientY }
    let scrolled = 0
    let isMoved = false
    let frame = 0
    const abort = new AbortController()
    const { signal } = abort

    const stop = () => {
      abort.abort()
      clearTimeout(resting)
      cancelAnimationFrame(frame)
      ended()
    }
    const cancel = () => {
      stop()
      drag?.cancel()
    }
    const take = () => {
      drag = start()
      if (!drag) return stop()
      root.setPointerCapture?.(down.pointerId)
      frame = requestAnimationFrame(tick)
    }
    const tick = () => {
      const by = drag!.scroll(at.y)
      scrolled += by
      if (isMoved || by !== 0) drag!.move(at, { dx: at.x - down.clientX, dy: at.y - down.clientY + scrolled })
      isMoved = false
      frame = requestAnimationFrame(tick)
    }
    const resting = rests ? setTimeout(take, REST_MS) : undefined

    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return
      at = { x: event.clientX, y: event.clientY }
      isMoved = true
      if (drag) return
      const far = Math.hypot(at.x - down.clientX, at.y - down.clientY)
      if (rests && far > REST_PX) cancel()
      else if (!rests && far >= CLICK_PX) take()
    }
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return
      const last = { x: event.clientX, y: event.clientY }
      const dropped = drag
      stop()
      dropped?.move(last, { dx: last.x - down.clientX, dy: last.y - down.clientY + scrolled })
      dropped?.drop()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag) return
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
    addEventListener('pointermove', onMove, { signal })
    addEventListener('pointerup', onUp, { signal })
    addEventListener('pointercancel', (event) => event.pointerId === down.pointerId && cancel(), { signal })
    addEventListener('keydown', onKey, { signal, capture: true })
    addEventListener('blur', cancel, { signal })
    // While it drags, a finger scrolls nothing and opens no menu.
    const still = (event: Event) => drag && event.preventDefault()
    root.addEventListener('touchmove', still, { signal, passive: false })
    root.addEventListener('contextmenu', (event) => rests && event.preventDefault(), { signal })
    return cancel
  }

  root.addEventListener('pointerdown', onDown)
  return () => {
    root.removeEventListener('pointerdown', onDown)
    end?.()
  }
}
