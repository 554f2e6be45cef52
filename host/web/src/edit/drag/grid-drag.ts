import type { GridItem, GridPlace } from '@orrery/dashboard'
import { GAP_PX, placeGrid, ROW_PX, type PlacedPanel } from '../../dashboard/grid.ts'
import { GRID_COLUMNS } from '@orrery/dashboard'
import type { Drag } from './pointer-drag.ts'
import { scrollAtEdge } from './edge-scroll.ts'
import { movedPlace, placed, resizedPlace } from './place.ts'

export interface GridDragOptions {
  /** The element whose children are the panels of the grid. */
  readonly grid: HTMLElement
  readonly items: readonly GridItem[]
  readonly panel: string
  readonly kind: 'move' | 'resize'
  readonly drop: (place: GridPlace) => void
  /** It was dropped on another row or tab. */
  readonly dropInto: (section: string) => void
}

/** The row or tab under the pointer that the grid is not in. */
function otherSection(grid: HTMLElement, x: number, y: number): HTMLElement | undefined {
  const found = document
    .elementsFromPoint(x, y)
    .map((element) => (grid.contains(element) ? undefined : element.closest<HTMLElement>('[data-section]')))
    .find(Boolean)
  const isOpenTab = found?.getAttribute('aria-selected') === 'true'
  return found && !isOpenTab && !found.contains(grid) ? found : undefined
}

/** What an element looked like before. */
type Kept = Map<HTMLElement, string>

export const panelElement = (grid: HTMLElement, panel: string): HTMLElement | undefined =>
  [...grid.children].find(
    (element): element is HTMLElement => element instanceof HTMLElement && element.dataset['panel'] === panel,
  )

/**
 * Moves or resizes a panel of a grid under the hand. Only styles are written, of those panels alone that come to lie
 * somewhere else; the page draws nothing anew until it is dropped.
 */
export function createGridDrag({ grid, items, panel, kind, drop, dropInto }: GridDragOptions): Drag | undefined {
  const dragged = panelElement(grid, panel)
  const start = items.find((item) => item.panel === panel)
  if (!dragged || !start) return undefined
  const scroller = grid.closest<HTMLElement>('.o-page')
  const { width } = grid.getBoundingClientRect()
  const cell = { column: (width + GAP_PX) / GRID_COLUMNS, row: ROW_PX + GAP_PX }
  const elements = new Map(
    items.flatMap((item) => {
      const element = panelElement(grid, item.panel)
      return element ? [[item.panel, element] as const] : []
    }),
  )
  const kept: Kept = new Map([grid, ...elements.values()].map((element) => [element, element.style.cssText]))
  const shown = new Map(placeGrid(items, width).panels.map((each) => [each.panel, each]))
  const from = shown.get(panel)!
  let place: GridPlace = start
  let into: HTMLElement | undefined
  const hasOthers = document.querySelector('.o-page [data-section]') !== null

  const ghost = document.createElement('div')
  ghost.className = 'o-drag-ghost'
  grid.append(ghost)
  grid.classList.add('o-dragging')
  dragged.classList.add('o-dragged')

  const put = ({ style }: HTMLElement, { x, y, width: w, height }: PlacedPanel) => {
    style.transform = `translate(${x}px, ${y}px)`
    style.inlineSize = `${w}px`
    style.blockSize = `${height}px`
  }
  function preview(next: GridPlace) {
    place = next
    const { panels, height } = placeGrid(placed(items, panel, next), width)
    for (const now of panels) {
      if (now.panel === panel) put(ghost, now)
      const before = shown.get(now.panel)!
      const isSame =
        now.x === before.x && now.y === before.y && now.width === before.width && now.height === before.height
      if (isSame) continue
      shown.set(now.panel, now)
      const element = elements.get(now.panel)
      if (element && now.panel !== panel) put(element, now)
    }
    grid.style.blockSize = `${height}px`
  }
  function setInto(next: HTMLElement | undefined) {
    into?.classList.remove('o-drop-into')
    into = next
    into?.classList.add('o-drop-into')
  }
  function end() {
    setInto(undefined)
    ghost.remove()
    grid.classList.remove('o-dragging')
    dragged!.classList.remove('o-dragged')
    for (const [element, style] of kept) element.style.cssText = style
  }
  preview(start)

  return {
    move({ x: pointerX, y: pointerY }, shift) {
      setInto(kind === 'move' && hasOthers ? otherSection(grid, pointerX, pointerY) : undefined)
      const next = (kind === 'move' ? movedPlace : resizedPlace)(start, shift, cell)
      if (next.x !== place.x || next.y !== place.y || next.w !== place.w || next.h !== place.h) preview(next)
      const { x, y, width: w, height } = from
      if (kind === 'move') dragged.style.transform = `translate(${x + shift.dx}px, ${y + shift.dy}px)`
      else put(dragged, { ...from, width: Math.max(80, w + shift.dx), height: Math.max(40, height + shift.dy) })
    },
    drop() {
      const section = into?.dataset['section']
      end()
      if (section === undefined) drop(place)
      else dropInto(section)
    },
    cancel: end,
    scroll: (pointer) => (scroller ? scrollAtEdge(scroller, pointer) : 0),
  }
}
