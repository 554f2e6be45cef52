import { computed, ref, type Ref } from 'vue'
import { RowHeights } from './row-heights.ts'

/** Lines of which only those on the screen are in the page. */
export interface LineWindow {
  readonly positions: readonly number[]
  /** No more lines than these are in the page: a line may take over the element of one that is so many away. */
  readonly slots: number
  /** Where the first of them begins, in pixels of the page. */
  readonly start: number
}

/** Lines beyond the screen that are drawn as well. */
const overscan = 6

/** How tall the lines are, and which are on the screen. */
export function useHeights(
  given: () => {
    /** Measured anew when this becomes another: other lines have taken their places. */
    readonly lines: unknown
    readonly count: number
    readonly base: number
  },
) {
  const heights = computed(() => {
    const { lines, count, base } = given()
    void lines
    return new RowHeights(count, base)
  })
  const measured = ref(0)
  const current = () => {
    void measured.value
    return heights.value
  }

  function windowAt(top: number, room: number, scrollTop: number, bodyHeight: number): LineWindow {
    const { count } = given()
    const now = current()
    const from = Math.max(0, now.rowAt(top) - overscan)
    const to = Math.min(count, now.rowAt(top + room) + overscan + 1)
    // Where the scroll bar stands for more than its pixels, rows are where it is.
    const shift = bodyHeight < now.total ? scrollTop - top : 0
    const positions = Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k)
    const slots = Math.ceil(room / now.base) + 2 * overscan + 2
    return { positions, slots, start: now.offsetOf(from) + shift }
  }

  /** Takes the heights of what is drawn; gives by how much the lines above `top` grew. */
  function measure(body: Readonly<Ref<HTMLElement | null>>, { positions }: LineWindow, top: number): number {
    let above = 0
    let changed = 0
    for (const [k, element] of [...(body.value?.children ?? [])].entries()) {
      const position = positions[k]
      if (position === undefined || !(element instanceof HTMLElement) || element.offsetHeight === 0) continue
      const isAbove = heights.value.offsetOf(position + 1) <= top
      const grown = heights.value.measure(position, element.offsetHeight)
      if (grown !== 0) changed++
      if (isAbove) above += grown
    }
    if (changed > 0) measured.value++
    return above
  }
  return { current, windowAt, measure }
}
