import type uPlot from 'uplot'

/** Which way a band goes from its upper edge: 1 to the highest value, -1 to the lowest. */
type Direction = 1 | -1

/** uPlot keeps its bands, with their directions filled in, where its types do not say. */
const bandsOf = (u: uPlot) => (u as unknown as { readonly bands: readonly uPlot.Band[] }).bands

/** How a series is filled as the upper edge of a band (0 when it is none), and on which sides bands end at it. */
export function toBandDirections(
  u: uPlot,
  index: number,
): { readonly fill: Direction | 0; readonly clip: readonly Direction[] } {
  let fill: Direction | 0 = 0
  const directions = new Set<Direction>()
  for (const { series, dir = -1 } of bandsOf(u)) {
    if (series[0] === index) fill = dir
    else if (series[1] === index) directions.add(dir)
  }
  // What is below the edge is cut off for a band that comes from above, and the other way round.
  return { fill, clip: directions.size === 2 ? [-1, 1] : [...directions].map((dir): Direction => (dir === 1 ? -1 : 1)) }
}

/** What lies between a line, which begins at `start`, and a limit. */
export function toBandClip(
  line: Path2D,
  start: { readonly from: number; readonly to: number; readonly y: number },
  limit: number,
): Path2D {
  const clip = new Path2D(line)
  clip.lineTo(start.to, limit)
  clip.lineTo(start.from, limit)
  clip.lineTo(start.from, start.y)
  return clip
}
