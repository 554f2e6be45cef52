import { paletteNames, resolveColor, type Column, type DisplayValue, type Theme } from '@orrery/sdk'

/** How a cell looks, in CSS colours. */
export interface CellStyle {
  readonly color?: string
  readonly background?: string
}

/**
 * How cells look by the value of a field: JSON such as `{ "color": "red", "background": "#222222" }`, a colour, or else
 * the colour in which the field itself would be shown.
 */
export function toStyle(
  { column }: { readonly column: Column },
  show: (row: number) => DisplayValue,
  theme: Theme,
): (row: number) => CellStyle {
  const colorOf = (value: unknown) =>
    typeof value === 'string' && isColor(value) ? resolveColor(value, theme) : undefined
  return (row) => {
    const cell = column.at(row)
    const parts = typeof cell === 'string' && cell.startsWith('{') ? parseParts(cell) : cell
    if (typeof parts === 'object' && parts !== null) {
      const given = parts as Record<string, unknown>
      const [color, background] = [colorOf(given['color']), colorOf(given['background'])]
      return { ...(color !== undefined && { color }), ...(background !== undefined && { background }) }
    }
    const color = colorOf(cell) ?? show(row).color
    return color === undefined ? {} : { color }
  }
}

const isColor = (text: string) =>
  /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text) || paletteNames.some((name) => name === text)

function parseParts(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
