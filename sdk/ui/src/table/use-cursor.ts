import { shallowRef } from 'vue'

/** A place in a grid: of the rows as they are shown, and of the columns. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** The current cell of a grid, which keys move. */
export function useCursor(
  size: () => { readonly rows: number; readonly columns: number; readonly page: number },
  onMove: (place: GridPlace) => void,
) {
  const current = shallowRef<GridPlace>({ row: 0, column: 0 })
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

  function moveTo({ row, column }: GridPlace) {
    const { rows, columns } = size()
    current.value = { row: clamp(row, rows), column: clamp(column, columns) }
    onMove(current.value)
  }

  /** Where a key leads; undefined for keys that lead nowhere. */
  function placeOf({ key, ctrlKey, metaKey }: KeyboardEvent, isMirrored: boolean): GridPlace | undefined {
    const { row, column } = current.value
    const { rows, columns, page } = size()
    const forward = isMirrored ? -1 : 1
    const all = ctrlKey || metaKey
    if (all && key !== 'Home' && key !== 'End') return undefined
    if (key === 'ArrowDown') return { row: row + 1, column }
    if (key === 'ArrowUp') return { row: row - 1, column }
    if (key === 'ArrowRight') return { row, column: column + forward }
    if (key === 'ArrowLeft') return { row, column: column - forward }
    if (key === 'PageDown') return { row: row + page, column }
    if (key === 'PageUp') return { row: row - page, column }
    if (key === 'Home') return { row: all ? 0 : row, column: 0 }
    if (key === 'End') return { row: all ? rows - 1 : row, column: columns - 1 }
    return undefined
  }

  /** Whether the key was one of the grid's. */
  function onKey(event: KeyboardEvent, isMirrored: boolean): boolean {
    const place = placeOf(event, isMirrored)
    if (!place) return false
    event.preventDefault()
    moveTo(place)
    return true
  }
  return { current, moveTo, onKey }
}
