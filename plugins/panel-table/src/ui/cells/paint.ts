import type { CellPaint } from '@orrery/ui'
import type { SheetColumn } from '../../sheet.ts'
import { readableOn } from './contrast.ts'

/** How a column colours its cells, or whole rows; undefined where it does not. */
export function toPaint({
  options: { cell },
  show,
  style,
}: SheetColumn): ((row: number) => CellPaint | undefined) | undefined {
  if (cell.type === 'color-background') {
    const isGradient = cell.fill === 'gradient'
    return (row) => {
      const color = style?.(row).background ?? show(row).color
      return color === undefined ? undefined : onBackground(color, isGradient)
    }
  }
  if (style)
    return (row) => {
      const { color, background } = style(row)
      if (background !== undefined) return { ...onBackground(background, false), ...(color !== undefined && { color }) }
      return color === undefined ? undefined : { color }
    }
  if (cell.type !== 'color-text') return undefined
  return (row) => {
    const { color } = show(row)
    return color === undefined ? undefined : { color }
  }
}

function onBackground(color: string, isGradient: boolean): CellPaint {
  // From the colour to one that the same text can be read on.
  const away = readableOn(color) === '#000' ? 'white' : 'black'
  const background = isGradient ? `linear-gradient(120deg, ${color}, color-mix(in srgb, ${color} 78%, ${away}))` : color
  return { background, color: readableOn(color) }
}
