import type { Drawing } from './path-builder.ts'
import { firstWhere, firstWhereNear } from './search.ts'

/** The columns of pixels that points fall into: column c has the points from `starts[c]` to `starts[c + 1]`. */
export interface PixelColumns {
  readonly count: number
  readonly starts: Int32Array
  /** The pixel of each. */
  readonly pixels: Float64Array
}

interface Kept extends Pick<Drawing, 'first' | 'last' | 'view'> {
  readonly columns: PixelColumns
}

/** Those of the last drawing of each list of times: series that share their times share their columns. */
const kept = new WeakMap<Float64Array, Kept>()

/** The columns of a drawing, walked by search instead of point by point. */
export function columnsOf(drawing: Drawing): PixelColumns {
  const { times, first, last, view } = drawing
  const before = kept.get(times)
  if (before && before.first === first && before.last === last && isSame(before.view, view)) return before.columns
  const columns = findColumns(drawing)
  kept.set(times, { first, last, view, columns })
  return columns
}

const isSame = (one: Drawing['view'], other: Drawing['view']) =>
  one.min === other.min &&
  one.max === other.max &&
  one.left === other.left &&
  one.width === other.width &&
  one.distribution === other.distribution &&
  one.forward === other.forward &&
  one.round === other.round

/**
 * uPlot's columns are no fixed grid: one ends at the first time at or past the next pixel, which is where the next begins.
 */
function findColumns({ times, first, last, width, pixelX, timeAt }: Drawing): PixelColumns {
  let starts = new Int32Array(Math.ceil(width) + 8)
  let pixels = new Float64Array(starts.length)
  let count = 0
  let column = pixelX(times[first]!)
  for (let start = first, step = 1; start <= last; count++) {
    if (count + 1 === starts.length) {
      starts = grown(starts, new Int32Array(2 * starts.length))
      pixels = grown(pixels, new Float64Array(2 * pixels.length))
    }
    starts[count] = start
    pixels[count] = column
    const edge = timeAt(column + 1)
    let end = firstWhereNear(start + 1, last + 1, start + step, (i) => times[i]! >= edge)
    let next = end <= last ? pixelX(times[end]!) : Infinity
    if (next === column) {
      // Where the plot does not begin at a whole pixel, the two ways to reckon differ.
      end = firstWhere(end, last + 1, (i) => pixelX(times[i]!) > column)
      next = end <= last ? pixelX(times[end]!) : Infinity
    }
    step = end - start
    start = end
    column = next
  }
  starts[count] = last + 1
  return { count, starts, pixels }
}

function grown<A extends Int32Array | Float64Array>(old: A, larger: A): A {
  larger.set(old)
  return larger
}
