import { TEXT_SIZE } from '../bars/layout.ts'

/** Measures texts of the usual size, each once. The font is that of the page. */
export function createMeasure(): (text: string) => number {
  const widths = new Map<string, number>()
  let context: CanvasRenderingContext2D | null | undefined
  return (text) => {
    if (context === undefined) {
      context = document.createElement('canvas').getContext('2d')
      const family = getComputedStyle(document.documentElement).getPropertyValue('--o-font').trim() || 'sans-serif'
      if (context) context.font = `${TEXT_SIZE}px ${family}`
    }
    let width = widths.get(text)
    if (width === undefined) widths.set(text, (width = context?.measureText(text).width ?? 0))
    return width
  }
}
