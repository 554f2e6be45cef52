/** How the columns of a chart are made up. */
export interface Shape {
  readonly points: number
  /** 1 by default. */
  readonly series?: number
  /** `none` by default; `single`: 0.5 % of the points; `runs`: short and long; `half` of all points. */
  readonly gaps?: 'none' | 'single' | 'runs' | 'half'
  /** The first series holds nothing, the second two points. */
  readonly nearlyEmpty?: boolean
  /** `even` by default; `uneven` with a few long ones; `repeated`: a third of the times stand twice. */
  readonly steps?: 'even' | 'uneven' | 'repeated'
  readonly infinities?: boolean
  /** Values are shifted by this. */
  readonly offset?: number
}

export interface Columns {
  readonly times: Float64Array
  readonly values: readonly Float64Array[]
}

/** Numbers that look random and are the same in each run. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Walks with single peaks. Times are milliseconds. */
export function makeColumns(shape: Shape, seed = 1): Columns {
  const random = createRandom(seed)
  const values = Array.from({ length: shape.series ?? 1 }, (_, i) => {
    const column = walk(shape, i, random)
    if (shape.infinities) sprinkle(column, 1e-4, random, () => (random() < 0.5 ? Infinity : -Infinity))
    cutGaps(column, shape.gaps ?? 'none', random)
    return column
  })
  if (shape.nearlyEmpty) {
    values[0]!.fill(NaN)
    values[1]?.fill(NaN).set([60], shape.points >> 1)
    values[1]?.set([50], 5)
  }
  return { times: makeTimes(shape, random), values }
}

function makeTimes({ points, steps = 'even' }: Shape, random: () => number): Float64Array {
  const times = new Float64Array(points)
  let time = 1.7e12
  for (let i = 0; i < points; i++) {
    times[i] = time
    if (steps === 'even') time += 1000
    else if (steps === 'repeated' && random() < 0.3) time += 0
    else time += (steps === 'uneven' && random() < 0.001 ? 500_000 : 1000) * random()
  }
  return times
}

function walk({ points, offset = 0 }: Shape, series: number, random: () => number): Float64Array {
  const column = new Float64Array(points)
  let value = 50 + series * 5
  for (let i = 0; i < points; i++) {
    value = Math.max(1, value + random() - 0.5)
    column[i] = value + offset + (random() < 1e-4 ? random() * 40 : 0)
  }
  return column
}

function sprinkle(column: Float64Array, share: number, random: () => number, value: () => number) {
  for (let i = 0; i < column.length; i++) if (random() < share) column[i] = value()
}

function cutGaps(column: Float64Array, gaps: NonNullable<Shape['gaps']>, random: () => number) {
  if (gaps === 'single') sprinkle(column, 0.005, random, () => NaN)
  if (gaps === 'half') sprinkle(column, 0.5, random, () => NaN)
  if (gaps !== 'runs') return
  const { length } = column
  for (let i = 0; i < length;) {
    i += Math.floor((random() * length) / 60)
    const run = random() < 0.5 ? 1 + Math.floor(random() * 3) : Math.floor((random() * length) / 200)
    column.fill(NaN, i, i + run)
    i += run
    // A single point between two gaps.
    if (random() < 0.5) column.fill(NaN, i + 1, i + 2)
  }
}

/** All of it, then zooms into it over three and a half decades, each followed by a pan. */
export function makeViews(times: Float64Array, zooms: number): readonly (readonly [from: number, to: number])[] {
  const random = createRandom(9)
  const [start, end] = [times[0]!, times.at(-1)!]
  const views: [number, number][] = [[start, end]]
  for (let zoom = 0; zoom < zooms; zoom++) {
    const width = (end - start) * 10 ** (-3.5 * random())
    const from = start + random() * (end - start - width)
    const moved = from + (random() - 0.5) * width * 0.6
    views.push([from, from + width], [moved, moved + width])
  }
  return views
}
