import { GRID_COLUMNS, type GridItem, type GridPlace } from '@orrery/dashboard'
import { GAP_PX, placeGrid, ROW_PX } from '../../dashboard/grid.ts'
import { arrangeGrid } from '../../dashboard/layout/arrange.ts'
import { createPanelDrag, keysOfPanel, panelElements, type Arrangement, type PanelDragOptions } from './panel-drag.ts'
import { movedPlace, placed, resizedPlace, type Shift } from './place.ts'
import type { Drag } from './pointer-drag.ts'

export interface GridDragOptions extends Pick<
  PanelDragOptions<GridPlace>,
  'layout' | 'dragged' | 'kind' | 'drop' | 'dropInto'
> {
  readonly items: readonly GridItem[]
  readonly panel: string
}

/** Moves or resizes a panel of a grid; the others give way. Undefined where the grid does not have it. */
export function createGridDrag({ items, panel, ...options }: GridDragOptions): Drag | undefined {
  const { layout, kind } = options
  const start = items.find((item) => item.panel === panel)
  if (!start) return undefined
  const { width } = layout.getBoundingClientRect()
  const cell = { column: (width + GAP_PX) / GRID_COLUMNS, row: ROW_PX + GAP_PX }
  const keys = [...panelElements(layout).keys()]
  const keysOf = new Map(items.map((item) => [item.panel, keysOfPanel(keys, item.panel)]))
  let now: Arrangement<GridPlace> | undefined

  function arrange(shift: Shift): Arrangement<GridPlace> {
    const to = (kind === 'move' ? movedPlace : resizedPlace)(start!, shift, cell)
    if (now && to.x === now.to.x && to.y === now.to.y && to.w === now.to.w && to.h === now.to.h) return now
    const arranged = arrangeGrid(placed(items, panel, to), (item) => keysOf.get(item.panel) ?? [])
    return (now = { to, ...placeGrid(arranged, width) })
  }
  return createPanelDrag({ ...options, arrange, originOf: () => ({ x: 0, y: 0 }) })
}
