import type { Pyramid } from './pyramid.ts'
import { firstWhere } from './search.ts'

export type Gap = [from: number, to: number]

/**
 * The gaps between the points `first` and `last`, which hold values, as pixels from the value before to the value after.
 * Only those that show are given: after one that lies within a pixel, the search goes on at the next pixel. Where there
 * are gaps of which none shows, one of them is given: any gap makes uPlot clip at the edges of the plot.
 */
export function visibleGaps(
  pyramid: Pyramid,
  times: Float64Array,
  first: number,
  last: number,
  pixelX: (time: number) => number,
): Gap[] {
  const gaps: Gap[] = []
  let missing = pyramid.nextMissing(first)
  while (missing < last) {
    const before = pyramid.previous(missing)
    const after = pyramid.next(missing)
    const from = pixelX(times[before]!)
    const to = pixelX(times[after]!)
    const isSeen = to > from
    if (isSeen || gaps.length === 0) gaps.push([from, to])
    // Of the gaps that end at this pixel none shows: on to the one that holds or follows the last point of the pixel.
    const next = isSeen ? after : firstWhere(after, last + 1, (i) => pixelX(times[i]!) > to) - 1
    missing = pyramid.nextMissing(Math.max(after, next))
  }
  return gaps
}
