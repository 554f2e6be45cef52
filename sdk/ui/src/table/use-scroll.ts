import { onBeforeUnmount, onMounted, watch, type Ref, type ShallowRef } from 'vue'
import type { RowHeights } from './row-heights.ts'

/** Browsers draw no element taller than some millions of pixels; above this, the scroll bar stands for more. */
const MOST_PIXELS = 12_000_000

/** Which part of the rows is on the screen. */
export interface ScrollView {
  /** Distance from the first row, in pixels of rows. */
  readonly top: number
  readonly left: number
  /** Room for columns; 0 until it is measured. */
  readonly width: number
}

/**
 * Scrolling through rows that are taller than an element may be. `top` counts pixels of rows; the scroll bar moves in
 * proportion, and wheel and keys move by rows all the same.
 */
export function useScroll(
  scroller: Readonly<Ref<HTMLElement | null>>,
  view: ShallowRef<ScrollView>,
  given: () => { readonly heights: RowHeights; readonly room: number },
) {
  /** What scrollTop was set to by us, which is no wish of the viewer. */
  let told: number | undefined

  const bodyHeight = () => Math.min(given().heights.total, MOST_PIXELS)
  /** How far rows move for a pixel of the scroll bar. */
  function ratio(): number {
    const { heights, room } = given()
    const { total } = heights
    return total <= MOST_PIXELS ? 1 : (total - room) / (MOST_PIXELS - room)
  }
  const clampTop = (top: number) => Math.max(0, Math.min(top, given().heights.total - given().room))

  function onScroll() {
    const { scrollTop, scrollLeft } = scroller.value!
    const top = told !== undefined && Math.abs(scrollTop - told) < 1 ? view.value.top : scrollTop * ratio()
    told = undefined
    // From the right, where that is the start, browsers count down from 0.
    const left = Math.abs(scrollLeft)
    if (top !== view.value.top || left !== view.value.left) view.value = { ...view.value, top, left }
  }

  function scrollTo(top: number) {
    const next = clampTop(top)
    if (next === view.value.top) return
    view.value = { ...view.value, top: next }
    if (!scroller.value) return
    told = next / ratio()
    scroller.value.scrollTop = told
  }

  function onWheel(event: WheelEvent) {
    if (ratio() === 1 || event.deltaY === 0 || event.ctrlKey || event.shiftKey) return
    const { top } = view.value
    const { heights, room } = given()
    const unit = [1, heights.base, room][event.deltaMode] ?? 1
    scrollTo(top + event.deltaY * unit)
    if (view.value.top !== top) event.preventDefault()
  }

  /** Shows a stretch of columns that begins and ends there, beside the frozen ones. */
  function scrollAcross(start: number, end: number, frozenWidth: number) {
    if (!scroller.value) return
    const { left, width } = view.value
    const next = start - frozenWidth < left ? start - frozenWidth : end > left + width ? end - width : left
    if (next === left) return
    const isMirrored = getComputedStyle(scroller.value).direction === 'rtl'
    scroller.value.scrollLeft = isMirrored ? -next : next
  }

  // Rows that become fewer leave no room beyond the last.
  watch(
    () => given().heights.total,
    () => scrollTo(view.value.top),
    { flush: 'post' },
  )

  let observer: ResizeObserver | undefined
  onMounted(() => {
    const element = scroller.value!
    const measure = () => {
      view.value = { ...view.value, width: element.clientWidth }
    }
    observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    // Set here, because a listener in the template would be passive.
    element.addEventListener('wheel', onWheel, { passive: false })
  })
  onBeforeUnmount(() => observer?.disconnect())
  return { bodyHeight, onScroll, scrollTo, scrollAcross }
}
