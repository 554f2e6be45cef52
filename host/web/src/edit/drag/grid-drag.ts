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
export function createGridDrag({ grid, items, panel, kind, drop }: GridDragOptions): Drag | undefined {
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
  function end() {
    ghost.remove()
    grid.classList.remove('o-dragging')
    dragged!.classList.remove('o-dragged')
    for (const [element, style] of kept) element.style.cssText = style
  }
  preview(start)

  return {
    move(_, shift) {
      const next = (kind === 'move' ? movedPlace : resizedPlace)(start, shift, cell)
      if (next.x !== place.x || next.y !== place.y || next.w !== place.w || next.h !== place.h) preview(next)
      const { x, y, width: w, height } = from
      if (kind === 'move') dragged.style.transform = `translate(${x + shift.dx}px, ${y + shift.dy}px)`
      else put(dragged, { ...from, width: Math.max(80, w + shift.dx), height: Math.max(40, height + shift.dy) })
    },
    drop() {
      end()
      drop(place)
    },
    cancel: end,
    scroll: (pointer) => (scroller ? scrollAtEdge(scroller, pointer) : 0),
  }
}
