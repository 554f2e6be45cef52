import { GRID_COLUMNS, gridHeight, stackLayout, type GridPlace } from '@orrery/dashboard'

export const ROW_PX = 32
export const GAP_PX = 8
/** Below this width panels stand one under the other. */
export const STACKED_BELOW_PX = 720

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

/**
 * The grid at a width. Neighbours share edges after rounding, so that no gap is a pixel wider than another. With a height
 * to fill, rows grow until they do.
 */
export function placeGrid(
  items: readonly (GridPlace & { readonly panel: string })[],
  width: number,
  fillHeight = 0,
): PlacedGrid {
  const isStacked = width < STACKED_BELOW_PX
  const shown = isStacked ? stackLayout(items) : items
  const rows = gridHeight(shown)
  const pitch = isStacked ? ROW_PX + GAP_PX : Math.max(ROW_PX + GAP_PX, (fillHeight + GAP_PX) / Math.max(1, rows))
  const line = (row: number) => Math.round(row * pitch)
  const edge = (column: number) => Math.round((column * (width + GAP_PX)) / GRID_COLUMNS)
  const panels = shown.map(({ panel, x, y, w, h }) => ({
    panel,
    x: edge(x),
    y: line(y),
    width: edge(x + w) - edge(x) - GAP_PX,
    height: line(y + h) - line(y) - GAP_PX,
  }))
  return { panels, height: Math.max(0, line(rows) - GAP_PX) }
}
