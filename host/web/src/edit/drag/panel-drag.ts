import type { PlacedPanel } from '../../dashboard/grid.ts'
import { parseInstanceKey } from '../../dashboard/layout/instance.ts'
import { scrollAtEdge } from './edge-scroll.ts'
import type { Shift } from './place.ts'
import type { Drag } from './pointer-drag.ts'

/** Where everything lies while a panel is dragged, and where it would go. */
export interface Arrangement<To> {
  readonly to: To
  /** By key: a repeated panel lies there once for each value. */
  readonly panels: readonly PlacedPanel[]
  /** Of the whole layout, where it may change. */
  readonly height?: number
}

export interface PanelDragOptions<To> {
  /** The element whose children are the panels of the layout. */
  readonly layout: HTMLElement
  /** The one under the hand. */
  readonly dragged: HTMLElement
  readonly kind: 'move' | 'resize'
  /** Where everything lies when the hand has come so far; `at` is in pixels from the corner of the layout. */
  readonly arrange: (shift: Shift, at: { readonly x: number; readonly y: number }) => Arrangement<To>
  /** Where an element lies without a transform, in pixels from the corner of the layout. */
  readonly originOf: (key: string) => { readonly x: number; readonly y: number }
  readonly drop: (to: To) => void
  /** It was dropped on another row or tab. */
  readonly dropInto: (section: string) => void
}

const none: Shift = { dx: 0, dy: 0 }

/** The panels of a layout by their keys, in the order in which they are drawn. */
export const panelElements = (layout: HTMLElement): ReadonlyMap<string, HTMLElement> =>
  new Map(
    [...layout.children].flatMap((element) =>
      element instanceof HTMLElement && element.dataset['panel'] !== undefined
        ? [[element.dataset['panel'], element] as const]
        : [],
    ),
  )

/** The keys of a panel among those of a layout. */
export const keysOfPanel = (keys: Iterable<string>, panel: string): readonly string[] =>
  [...keys].filter((key) => parseInstanceKey(key).panel === panel)

/** The row or tab under the pointer that the layout is not in. */
function otherSection(layout: HTMLElement, x: number, y: number): HTMLElement | undefined {
  const found = document
    .elementsFromPoint(x, y)
    .map((element) => (layout.contains(element) ? undefined : element.closest<HTMLElement>('[data-section]')))
    .find(Boolean)
  const isOpenTab = found?.getAttribute('aria-selected') === 'true'
  return found && !isOpenTab && !found.contains(layout) ? found : undefined
}

/** The least place that holds all of these. */
function around(places: readonly PlacedPanel[]): PlacedPanel {
  const [x, y] = [Math.min(...places.map((each) => each.x)), Math.min(...places.map((each) => each.y))]
  const width = Math.max(...places.map((each) => each.x + each.width)) - x
  return { panel: '', x, y, width, height: Math.max(...places.map((each) => each.y + each.height)) - y }
}

const isSamePlace = (a: PlacedPanel, b: PlacedPanel) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/**
 * Moves or resizes a panel under the hand. Only styles are written, of those panels alone that come to lie somewhere else;
 * the page draws nothing anew until it is dropped.
 */
export function createPanelDrag<To>(options: PanelDragOptions<To>): Drag {
  const { layout, dragged, kind, arrange, originOf, drop, dropInto } = options
  const draggedKey = dragged.dataset['panel']!
  const { panel } = parseInstanceKey(draggedKey)
  const scroller = layout.closest<HTMLElement>('.o-page')
  const elements = panelElements(layout)
  const kept = new Map([layout, ...elements.values()].map((element) => [element, element.style.cssText]))
  const start = arrange(none, cornerOf(dragged))
  const shown = new Map(start.panels.map((each) => [each.panel, each]))
  const from = shown.get(draggedKey)!
  let { to } = start
  let into: HTMLElement | undefined
  const hasOthers = document.querySelector('.o-page [data-section]') !== null

  const ghost = document.createElement('div')
  ghost.className = 'o-drag-ghost'
  layout.append(ghost)
  layout.classList.add('o-dragging')
  dragged.classList.add('o-dragged')

  function cornerOf(element: HTMLElement) {
    const { left, top } = element.getBoundingClientRect()
    const corner = layout.getBoundingClientRect()
    return { x: left - corner.left, y: top - corner.top }
  }
  function put({ style }: HTMLElement, { panel: key, x, y, width, height }: PlacedPanel) {
    const origin = originOf(key)
    style.transform = `translate(${x - origin.x}px, ${y - origin.y}px)`
    style.inlineSize = `${width}px`
    style.blockSize = `${height}px`
  }
  function preview({ panels, height }: Arrangement<To>) {
    const place = around(panels.filter((each) => parseInstanceKey(each.panel).panel === panel))
    ghost.style.transform = `translate(${place.x}px, ${place.y}px)`
    ghost.style.inlineSize = `${place.width}px`
    ghost.style.blockSize = `${place.height}px`
    for (const now of panels) {
      if (isSamePlace(now, shown.get(now.panel)!)) continue
      shown.set(now.panel, now)
      const element = elements.get(now.panel)
      if (element && element !== dragged) put(element, now)
    }
    if (height !== undefined) layout.style.blockSize = `${height}px`
  }
  function setInto(next: HTMLElement | undefined) {
    into?.classList.remove('o-drop-into')
    into = next
    into?.classList.add('o-drop-into')
  }
  function end() {
    setInto(undefined)
    ghost.remove()
    layout.classList.remove('o-dragging')
    dragged.classList.remove('o-dragged')
    for (const [element, style] of kept) element.style.cssText = style
  }
  preview(start)

  return {
    move({ x, y }, shift) {
      setInto(kind === 'move' && hasOthers ? otherSection(layout, x, y) : undefined)
      const corner = layout.getBoundingClientRect()
      const next = arrange(shift, { x: x - corner.left, y: y - corner.top })
      to = next.to
      preview(next)
      const { dx, dy } = shift
      if (kind === 'move') put(dragged, { ...from, x: from.x + dx, y: from.y + dy })
      else put(dragged, { ...from, width: Math.max(80, from.width + dx), height: Math.max(40, from.height + dy) })
    },
    drop() {
      const section = into?.dataset['section']
      end()
      if (section === undefined) drop(to)
      // An instance of a repeated row or tab is told by its values too.
      else dropInto(parseInstanceKey(section).panel)
    },
    cancel: end,
    scroll: (pointer) => (scroller ? scrollAtEdge(scroller, pointer) : 0),
  }
}
