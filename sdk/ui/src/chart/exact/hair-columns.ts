import type { Extremes } from './block-levels.ts'
import type { Drawing } from './path-builder.ts'

/** Halvings of what a pixel lacks to its full colour after which nothing changes in eight bits. */
const ENOUGH = 12
/** Parts of a column of points are cut where blocks of the pyramid begin, and no further than this. */
const PART = 64

/**
 * Draws lines of one pixel or less up and down columns of pixels. A canvas draws such a line piece by piece, and a piece
 * covers the pixels at its ends by half: how dark a pixel is depends on how often the line ends there. So each move from
 * pixel to pixel is drawn, until the pixels that a part of the points stays within cannot become any darker.
 */
export class HairColumns {
  readonly #drawing: Drawing
  readonly #stroke: Path2D
  readonly #byHalf: number
  readonly #byWhole: number
  /** Halvings of each row of pixels in the column. */
  readonly #halvings: Float64Array
  readonly #range: Extremes = { low: 0, high: 0 }
  #column = 0
  #row = 0
  /** Rows that were drawn on, and those among them that are as dark as can be: from the first to the last. */
  #drawn = { first: Infinity, last: -Infinity }
  #dark = { first: Infinity, last: -Infinity }

  constructor(drawing: Drawing, stroke: Path2D) {
    this.#drawing = drawing
    this.#stroke = stroke
    this.#byHalf = -Math.log2(1 - drawing.lineWidth / 2)
    this.#byWhole = drawing.lineWidth < 1 ? -Math.log2(1 - drawing.lineWidth) : ENOUGH
    this.#halvings = new Float64Array(drawing.height + 1)
  }

  /** Draws from the pixel at which the line is through the points [from, to), which all lie in the column. */
  draw(column: number, row: number, from: number, to: number): void {
    if (this.#drawn.first <= this.#drawn.last) this.#halvings.fill(0, this.#drawn.first, this.#drawn.last + 1)
    this.#drawn = { first: Infinity, last: -Infinity }
    this.#dark = { first: Infinity, last: -Infinity }
    this.#column = column
    this.#row = row
    this.#through(from, to)
  }

  #through(from: number, to: number): void {
    const { pyramid, pixelY } = this.#drawing
    const { values } = pyramid
    if (to - from <= PART) {
      for (let i = from; i < to; i++) if (!Number.isNaN(values[i])) this.#moveTo(pixelY(values[i]!))
      return
    }
    const { low, high } = pyramid.extremes(from, to, this.#range)
    if (low > high) return
    // Where time runs downwards, higher values have higher pixels.
    const top = Math.min(pixelY(high), pixelY(low))
    const bottom = Math.max(pixelY(high), pixelY(low))
    const offset = this.#drawing.top
    if (top === bottom || (top - offset >= this.#dark.first && bottom - offset <= this.#dark.last)) {
      this.#moveTo(pixelY(values[pyramid.next(from)]!))
      this.#moveTo(pixelY(values[pyramid.previous(to - 1)]!))
      return
    }
    const middle = Math.max(from + 1, Math.round((from + to) / 2 / PART) * PART)
    this.#through(from, middle)
    this.#through(middle, to)
  }

  #moveTo(row: number): void {
    if (row === this.#row) return
    this.#stroke.lineTo(this.#column, row)
    const offset = this.#drawing.top
    const first = Math.min(row, this.#row) - offset
    const last = Math.max(row, this.#row) - offset
    this.#row = row
    this.#darken(first, this.#byHalf)
    for (let k = Math.max(0, first + 1); k < Math.min(last, this.#halvings.length); k++) this.#darken(k, this.#byWhole)
    this.#darken(last, this.#byHalf)
    this.#widenDark()
  }

  #darken(row: number, by: number): void {
    if (row < 0 || row >= this.#halvings.length) return
    this.#halvings[row]! += by
    if (row < this.#drawn.first) this.#drawn.first = row
    if (row > this.#drawn.last) this.#drawn.last = row
    if (this.#dark.first > this.#dark.last && this.#halvings[row]! >= ENOUGH) this.#dark = { first: row, last: row }
  }

  /** What lies above and below the plot is not seen, and so as good as dark. */
  #widenDark(): void {
    if (this.#dark.first > this.#dark.last) return
    while ((this.#halvings[this.#dark.first - 1] ?? 0) >= ENOUGH) this.#dark.first--
    while ((this.#halvings[this.#dark.last + 1] ?? 0) >= ENOUGH) this.#dark.last++
    if (this.#dark.first === 0) this.#dark.first = -Infinity
    if (this.#dark.last === this.#halvings.length - 1) this.#dark.last = Infinity
  }
}
