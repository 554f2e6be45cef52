import type { AutoItem } from '@orrery/dashboard'
import type { PlacedPanel } from '../../dashboard/grid.ts'
import { createPanelDrag, keysOfPanel, panelElements, type Arrangement, type PanelDragOptions } from './panel-drag.ts'
import type { Shift } from './place.ts'
import type { Drag } from './pointer-drag.ts'

export interface AutoDragOptions extends Pick<PanelDragOptions<number>, 'layout' | 'dragged' | 'drop' | 'dropInto'> {
  readonly items: readonly AutoItem[]
  readonly panel: string
}

const distance = (place: PlacedPanel, { x, y }: { readonly x: number; readonly y: number }) =>
  Math.hypot(place.x + place.width / 2 - x, place.y + place.height / 2 - y)

/** Moves a panel among those of an automatic layout, to the index that is dropped. Undefined where the layout does not have it. */
export function createAutoDrag({ items, panel, ...options }: AutoDragOptions): Drag | undefined {
  const { layout } = options
  const order = items.map((item) => item.panel)
  const start = order.indexOf(panel)
  if (start < 0) return undefined
  const corner = layout.getBoundingClientRect()
  // Those that there are, in their order: whoever comes to lie there has the same size.
  const slots = [...panelElements(layout)].map(([key, element]): PlacedPanel => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { panel: key, x: left - corner.left, y: top - corner.top, width, height }
  })
  const keys = slots.map((slot) => slot.panel)
  const origins = new Map(slots.map((slot) => [slot.panel, slot]))
  const indexes = new Map(order.flatMap((id, index) => keysOfPanel(keys, id).map((key) => [key, index] as const)))

  function arrange({ dx, dy }: Shift, at: { readonly x: number; readonly y: number }): Arrangement<number> {
    const nearest = slots.toSorted((a, b) => distance(a, at) - distance(b, at))[0]!
    const to = dx === 0 && dy === 0 ? start : (indexes.get(nearest.panel) ?? start)
    const next = order.toSpliced(start, 1).toSpliced(to, 0, panel)
    const panels = next.flatMap((id) => keysOfPanel(keys, id)).map((key, index) => ({ ...slots[index]!, panel: key }))
    return { to, panels }
  }
  return createPanelDrag({ ...options, kind: 'move', arrange, originOf: (key) => origins.get(key)! })
}
