import {
  gridHeight,
  hasSections,
  moveItem,
  resizeItem,
  sectionsAround,
  type DashboardSpec,
  type Layout,
  type PanelLayout,
} from '@orrery/dashboard'

/** The layout that a panel stands in; undefined where none shows it. */
export function layoutOf(layout: Layout, panel: string): PanelLayout | undefined {
  const section = sectionsAround(layout, panel)?.at(-1)
  const found = section ? section.layout : layout
  return !hasSections(found) && found.items.some((item) => item.panel === panel) ? found : undefined
}

const STEPS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export const isArrow = (key: string): boolean => Object.hasOwn(STEPS, key)

/** The dashboard after an arrow has moved a panel: by a column, past what lies above or below it, or by one in a row of others. */
export function moveByKey(spec: DashboardSpec, panel: string, key: string): DashboardSpec {
  const [dx, dy] = STEPS[key] ?? [0, 0]
  const layout = layoutOf(spec.layout, panel)
  if (!layout) return spec
  if (layout.type === 'auto') {
    const index = layout.items.findIndex((item) => item.panel === panel) + dx + dy
    return index < 0 || index >= layout.items.length ? spec : moveItem(spec, panel, { index })
  }
  const item = layout.items.find((each) => each.panel === panel)!
  // Panels have no gaps above them: one row further it mostly falls back to where it was.
  for (let by = 1; by <= gridHeight(layout.items); by++) {
    const to = { x: item.x + dx * by, y: item.y + dy * by }
    if (to.x < 0 || to.y < 0) return spec
    const next = moveItem(spec, panel, to)
    const now = placeIn(next, panel)
    if (now && (now.x !== item.x || now.y !== item.y)) return next
    if (dx !== 0) return spec
  }
  return spec
}

/** The dashboard after an arrow has resized a panel by a column or a row. */
export function resizeByKey(spec: DashboardSpec, panel: string, key: string): DashboardSpec {
  const [dw, dh] = STEPS[key] ?? [0, 0]
  const item = placeIn(spec, panel)
  if (!item) return spec
  const to = { w: item.w + dw, h: item.h + dh }
  return to.w < 1 || to.h < 1 ? spec : resizeItem(spec, panel, to)
}

/** Where a panel lies; undefined for one that is in no grid. */
export function placeIn(spec: DashboardSpec, panel: string) {
  const layout = layoutOf(spec.layout, panel)
  return layout?.type === 'grid' ? layout.items.find((item) => item.panel === panel) : undefined
}
