import { parseInstanceKey } from '../../dashboard/layout/instance.ts'
import { scrollAtEdge } from './edge-scroll.ts'
import type { Drag } from './pointer-drag.ts'

export interface SectionDragOptions {
  /** The section that is dragged. */
  readonly section: string
  readonly scroller: HTMLElement | null
  readonly drop: (side: 'before' | 'after', other: string) => void
}

interface Target {
  readonly element: HTMLElement
  readonly section: string
  readonly side: 'before' | 'after'
}

/** The row or tab under the pointer, and the side of it that is nearer. */
function targetAt(x: number, y: number, dragged: string): Target | undefined {
  const found = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-section]'))
    .find((element) => element !== null)
  const key = found?.dataset['section']
  // An instance of a repeated one is told by its values too.
  const section = key === undefined ? undefined : parseInstanceKey(key).panel
  if (!found || section === undefined || section === dragged) return undefined
  const { left, top, width, height } = found.getBoundingClientRect()
  const isTab = found.getAttribute('role') === 'tab'
  const isFirstHalf = isTab ? x < left + width / 2 : y < top + Math.min(height / 2, 24)
  return { element: found, section, side: isFirstHalf ? 'before' : 'after' }
}

const mark = (target: Target | undefined, isOn: boolean) =>
  target?.element.classList.toggle(`o-drop-${target.side}`, isOn)

/** Drags a row or a tab beside another one; a line shows where it would go. */
export function createSectionDrag({ section, scroller, drop }: SectionDragOptions): Drag {
  let target: Target | undefined
  const set = (next: Target | undefined) => {
    mark(target, false)
    target = next
    mark(target, true)
  }
  return {
    move: ({ x, y }) => set(targetAt(x, y, section)),
    drop() {
      const found = target
      set(undefined)
      if (found) drop(found.side, found.section)
    },
    cancel: () => set(undefined),
    scroll: (pointer) => (scroller ? scrollAtEdge(scroller, pointer) : 0),
  }
}
