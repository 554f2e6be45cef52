import { GRID_COLUMNS, gridHeight, stackLayout, type GridItem } from '@orrery/dashboard'

export const ROW_PX = 32
export const GAP_PX = 8
/** Below this width panels stand one under the other. */
const STACKED_BELOW_PX = 720

/** Where a panel stands, in pixels. */
export interface PlacedPanel {
  readonly panel: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedGrid {
  readonly panels: readonly PlacedPanel[]
  readonly height: number
}

/** The grid at a width. Neighbours share edges after rounding, so that no gap is a pixel wider than another. */
export function placeGrid(items: readonly GridItem[], width: number): PlacedGrid {
  const shown = width < STACKED_BELOW_PX ? stackLayout(items) : items
  const edge = (column: number) => Math.round((column * (width + GAP_PX)) / GRID_COLUMNS)
  const panels = shown.map(({ panel, x, y, w, h }) => ({
    panel,
    x: edge(x),
    y: y * (ROW_PX + GAP_PX),
    width: edge(x + w) - edge(x) - GAP_PX,
    height: h * (ROW_PX + GAP_PX) - GAP_PX,
  }))
  return { panels, height: Math.max(0, gridHeight(shown) * (ROW_PX + GAP_PX) - GAP_PX) }
}
