import { formatTime, formatValue, type FieldConfig } from '@orrery/sdk'
import { arrangeRows, type CellPlace } from '@orrery/ui'
import type { HeatCells } from '../cells/heat-cells.ts'
import type { Options } from '../options.ts'
import type { ColorLevels } from '../scale/color-levels.ts'
import { describeRow } from '../summary.ts'

/** What is told of a cell, or of all cells of its column. */
export interface CellTold {
  readonly time: string
  readonly rows: readonly CellRow[]
  /** How many cells of the column are left out. */
  readonly more: number
}

interface CellRow {
  readonly name: string
  readonly text: string
  /** A CSS colour; undefined for a cell that is hidden. */
  readonly color: string | undefined
  readonly value: number
  readonly near: boolean
}

interface Reading {
  readonly cells: HeatCells
  readonly levels: ColorLevels['levels']
  readonly colors: readonly string[]
  readonly tooltip: Options['tooltip']
  /** Of the cells' values, and of what they count. */
  readonly config: FieldConfig
  readonly axis: FieldConfig
  readonly timeZone: string
}

export function tellCell(at: CellPlace, reading: Reading): CellTold {
  const { cells, levels, colors, tooltip, config, axis, timeZone } = reading
  const { starts, ends, offsets, counts } = cells
  const toRow = (cell: number): CellRow => {
    const value = counts[cell]!
    const level = levels[cell]!
    return {
      name: describeRow(cells, cell, axis, timeZone),
      text: formatValue(value, config, { timeZone }).full,
      color: level > 0 ? colors[level - 1] : undefined,
      value,
      near: cell === at.cell,
    }
  }
  const begin = offsets[at.column]!
  // The highest row stands at the top.
  const column = Array.from({ length: offsets[at.column + 1]! - begin }, (_, i) => begin + i).reverse()
  const own = tooltip.mode === 'multi' ? column : [at.cell]
  const kept = own.map(toRow).filter(({ near, value }) => near || !tooltip.hideZeros || value !== 0)
  const { shown, more } = arrangeRows(kept, tooltip.sort)
  return {
    time: `${formatTime(starts[at.column]!, timeZone)} – ${formatTime(ends[at.column]!, timeZone)}`,
    rows: shown,
    more,
  }
}
