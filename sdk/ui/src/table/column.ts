import type { VNodeChild } from 'vue'
import type { MenuAction } from '../overlays/menu-item.ts'

/** Colours of a cell, as CSS has them. */
// A type, not an interface: styles ask for an index signature, which only types have implicitly.
export type CellPaint = {
  readonly color?: string
  readonly background?: string
}

/** A cell that draws itself. */
export interface DrawnCell {
  readonly row: number
  /** In CSS pixels, without the cell's padding. */
  readonly width: number
  readonly height: number
}

/** Text that repeats: `codes[row]` is a place in `texts`, -1 where the cell is missing. */
export interface TextCodes {
  readonly codes: Int32Array
  readonly texts: readonly string[]
}

/** A figure below a column. */
export interface FootCell {
  /** What it is: `Sum`. */
  readonly title: string
  readonly text: string
}

/** A column of a data table. Cells are asked for by row, and only those that are on the screen. */
export interface TableColumn {
  readonly key: string
  readonly title: string
  readonly description?: string
  /** Name of an icon before the title. */
  readonly icon?: string
  /** In pixels, 120 by default; columns share in proportion what is left, unless they are `fixed`. */
  readonly width?: number
  readonly fixed?: boolean
  /** What the viewer may narrow it to, in pixels: 40 by default. */
  readonly minWidth?: number
  readonly align?: 'start' | 'center' | 'end'
  /** What the cell says: shown unless it draws itself, copied, searched and filtered. */
  readonly text: (row: number) => string
  readonly paint?: (row: number) => CellPaint | undefined
  readonly draw?: (cell: DrawnCell) => VNodeChild
  /** What the pointer is told; the text by default. */
  readonly tip?: (row: number) => string
  /** Where the tip stands beside its cell; absent: where the browser puts it. */
  readonly tipSide?: 'top' | 'right' | 'bottom' | 'left'
  /** The whole value, for whoever inspects it; the text by default. */
  readonly whole?: (row: number) => string
  /** What else the menu of a cell offers. */
  readonly offers?: (row: number) => readonly MenuAction[]
  /** Each cell has a button that shows its whole value. */
  readonly inspectable?: boolean
  /** Numbers to sort and filter by, NaN where missing; without them it is done by text. */
  readonly numbers?: ArrayLike<number>
  /** Texts of all cells where they are at hand, which spares asking for each. */
  readonly codes?: TextCodes
  /** Whether a cell holds no value; those of `numbers` and `codes` say it themselves. */
  readonly isMissing?: (row: number) => boolean
  /** Default true. */
  readonly sortable?: boolean
  /** How it is filtered: by a choice among its texts, or by a range of its `numbers`. Absent: not at all. */
  readonly filter?: 'values' | 'range'
  /** Long texts take several lines. */
  readonly wraps?: boolean
  readonly wrapsTitle?: boolean
  /** The title is for screen readers only. */
  readonly hidesTitle?: boolean
  /** It numbers the rows: it stays first. */
  readonly isNumber?: boolean
  /** What stands below the rows, which are all where they are undefined. */
  readonly foot?: (rows: Uint32Array | undefined) => readonly FootCell[]
  /** What it says of a group of rows. */
  readonly group?: ColumnGroup
}

/** A column of rows that are grouped by others. */
export interface ColumnGroup {
  readonly cells: (rows: Uint32Array) => readonly FootCell[]
  /** What groups are sorted by; undefined where it is missing. */
  readonly number: (rows: Uint32Array) => number | undefined
}

export interface TableSort {
  readonly key: string
  readonly descending: boolean
}

/**
 * A click on a heading: ascending, then descending, then as it came. Where it is `added`, the table stays sorted by the
 * columns before, and by this one where those are equal.
 */
export function nextSort(sorts: readonly TableSort[], key: string, added = false): readonly TableSort[] {
  const at = sorts.findIndex((sort) => sort.key === key)
  const next = at < 0 ? { key, descending: false } : sorts[at]!.descending ? undefined : { key, descending: true }
  if (!added) return next ? [next] : []
  if (at < 0) return [...sorts, { key, descending: false }]
  return sorts.flatMap((sort, k) => (k === at ? (next ?? []) : sort))
}
