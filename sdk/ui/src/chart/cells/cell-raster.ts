import { firstFrom } from '../nearest.ts'
import type { CellColumns } from './cell-columns.ts'

export interface RasterView {
  /** Milliseconds at the left and right end. */
  readonly from: number
  readonly to: number
  /** In device pixels. */
  readonly width: number
  readonly height: number
  /** Between cells, in device pixels, where cells are large enough. */
  readonly gap: number
}

/**
 * The level of each pixel, row by row from the top. Cells end at whole pixels; each has one at least, and of those that
 * share a pixel the highest level is seen: however far one zooms out, what is rare stays visible.
 */
export function rasterCells(cells: CellColumns, { from, to, width, height, gap }: RasterView): Uint8Array {
  const { starts, ends, offsets, edges, low, high, levels } = cells
  const pixels = new Uint8Array(width * height)
  const rows = Int32Array.from(edges, (edge) => Math.round((1 - edge) * height))
  const scale = width / (to - from)
  for (let column = firstFrom(ends, from); column < starts.length && starts[column]! < to; column++) {
    const begin = Math.round((starts[column]! - from) * scale)
    const end = Math.round((ends[column]! - from) * scale)
    const left = Math.min(width - 1, Math.max(0, begin))
    const right = Math.min(width, Math.max(left + 1, leavesRoom(end - begin, gap) ? end - gap : end))
    for (let cell = offsets[column]!; cell < offsets[column + 1]!; cell++) {
      const level = levels[cell]!
      if (level === 0 || isOutside(edges[low[cell]!]!, edges[high[cell]!]!)) continue
      const a = rows[low[cell]!]!
      const b = rows[high[cell]!]!
      const above = a < b ? a : b
      const below = a < b ? b : a
      const top = Math.min(height - 1, Math.max(0, leavesRoom(below - above, gap) ? above + gap : above))
      const bottom = Math.min(height, Math.max(top + 1, below))
      for (let y = top; y < bottom; y++) {
        const row = y * width
        for (let x = row + left; x < row + right; x++) if (pixels[x]! < level) pixels[x] = level
      }
    }
  }
  return pixels
}

/** Gaps between small cells would be stripes that hide what they part. */
const leavesRoom = (size: number, gap: number) => size >= 6 * gap

/** Whether a cell lies beyond the ends of the plot. */
const isOutside = (a: number, b: number) => (a <= 0 && b <= 0) || (a >= 1 && b >= 1)

/** Levels as an image; `palette` holds the colour of each level as four bytes. */
export function paintLevels(levels: Uint8Array, palette: Uint32Array, into: Uint32Array) {
  for (let k = 0; k < levels.length; k++) into[k] = palette[levels[k]!]!
}

/** Colours (`#rrggbb` or `#rrggbbaa`) as the bytes of an image, by level; level 0 is clear. */
export function toPalette(colors: readonly string[]): Uint32Array {
  const bytes = new Uint8Array(4 * (colors.length + 1))
  colors.forEach((color, i) => {
    const channels = color.slice(1).padEnd(8, 'f')
    for (let k = 0; k < 4; k++) bytes[4 * (i + 1) + k] = Number.parseInt(channels.slice(2 * k, 2 * k + 2), 16)
  })
  return new Uint32Array(bytes.buffer)
}

/** Most cells that are drawn one by one, with round corners. */
const MOST_ROUND = 20_000

/** Draws cells with round corners; false, and nothing drawn, where they are too many or too small for that. */
export function drawRoundCells(
  ctx: CanvasRenderingContext2D,
  cells: CellColumns,
  view: RasterView & { readonly left: number; readonly top: number; readonly radius: number },
  colors: readonly string[],
): boolean {
  const { from, to, width, height, gap, left, top, radius } = view
  const { starts, ends, offsets, edges, low, high, levels } = cells
  const first = firstFrom(ends, from)
  const last = firstFrom(starts, to)
  const count = (offsets[last] ?? 0) - (offsets[first] ?? 0)
  if (radius === 0 || count > MOST_ROUND || (last - first) * 2 * radius > width) return false
  const scale = width / (to - from)
  const paths = new Map<number, Path2D>()
  for (let column = first; column < last; column++) {
    const x = left + Math.round((starts[column]! - from) * scale)
    const end = left + Math.round((ends[column]! - from) * scale)
    for (let cell = offsets[column]!; cell < offsets[column + 1]!; cell++) {
      const level = levels[cell]!
      if (level === 0) continue
      const a = top + Math.round((1 - edges[low[cell]!]!) * height)
      const b = top + Math.round((1 - edges[high[cell]!]!) * height)
      let path = paths.get(level)
      if (!path) paths.set(level, (path = new Path2D()))
      path.roundRect(x, Math.min(a, b) + gap, Math.max(1, end - x - gap), Math.max(1, Math.abs(b - a) - gap), radius)
    }
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, width, height)
  ctx.clip()
  for (const [level, path] of paths) {
    ctx.fillStyle = colors[level - 1]!
    ctx.fill(path)
  }
  ctx.restore()
  return true
}
