import { nameFields, seriesSources, type FieldConfigSource, type SeriesFrame } from '@orrery/sdk'
import type { Options } from '../options.ts'
import type { FlatCells } from './heat-cells.ts'

/** Series as rows of a heatmap: each is a bucket, by its bound or by its name. */
export interface BucketRows {
  readonly flat: FlatCells
  /** Of rows that have names rather than bounds, from the lowest up. */
  readonly names: readonly string[] | undefined
}

interface Row {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly times: Float64Array
  readonly values: Float64Array
}

type RowsOptions = Options['rowsFrame']

/** Share of steps down from one bucket to the next that rounding and late scrapes explain in cumulative counts. */
const FALLS = 0.02

/** Undefined where series are no buckets. */
export function readBucketRows(
  frames: readonly SeriesFrame[],
  fieldConfig: FieldConfigSource,
  options: RowsOptions,
): BucketRows | undefined {
  const rows = frames.flatMap((frame) => readRows(frame, fieldConfig))
  const layout = options.layout === 'auto' ? findLayout(rows) : options.layout
  if (layout === undefined || rows.length === 0) return undefined
  if (layout === 'names') {
    const names = [...new Set(rows.map(({ name }) => name))]
    const grid = toGrid(rows, (row) => names.indexOf(row.name), names.length)
    const at = Float64Array.from(names, (_, i) => i)
    return {
      flat: toFlat(
        grid,
        at,
        at.map((i) => i + 1),
      ),
      names,
    }
  }
  const boundOf = (row: Row) => parseBound(row.labels[layout] ?? row.name)
  const bounds = Float64Array.from(new Set(rows.map(boundOf).filter((bound) => !Number.isNaN(bound)))).sort()
  const grid = toGrid(rows, (row) => bounds.indexOf(boundOf(row)), bounds.length)
  if (layout === 'ge')
    return {
      flat: toFlat(
        grid,
        bounds,
        bounds.map((_, i) => bounds[i + 1] ?? Infinity),
      ),
      names: undefined,
    }
  if (options.counts === 'cumulative' || (options.counts === 'auto' && isCumulative(grid))) takeApart(grid)
  const below = bounds[0]! > 0 ? 0 : -Infinity
  return {
    flat: toFlat(
      grid,
      bounds.map((_, i) => bounds[i - 1] ?? below),
      bounds,
    ),
    names: undefined,
  }
}

function readRows(frame: SeriesFrame, fieldConfig: FieldConfigSource): Row[] {
  const fields = [...frame.fields].flatMap(([name, { kind }]) => (kind === 'number' ? [name] : []))
  return nameFields(seriesSources(frame, fields, false), fieldConfig).map(({ name, labels, series, field }) => ({
    name,
    labels,
    times: series.time,
    values: series.of(field),
  }))
}

function findLayout(rows: readonly Row[]): 'le' | 'ge' | undefined {
  const have = (label: string) => rows.every(({ labels }) => !Number.isNaN(parseBound(labels[label] ?? '')))
  if (have('le')) return 'le'
  if (have('ge')) return 'ge'
  return rows.length > 1 && rows.every(({ name }) => !Number.isNaN(parseBound(name))) ? 'le' : undefined
}

/** NaN where a text is no bound. */
function parseBound(text: string): number {
  const plain = text.trim()
  if (/^\+?inf(inity)?$/i.test(plain)) return Infinity
  if (/^-inf(inity)?$/i.test(plain)) return -Infinity
  return plain === '' ? NaN : Number(plain)
}

interface Grid {
  readonly times: Float64Array
  readonly rows: number
  /** Column by column; NaN is missing. */
  readonly counts: Float64Array
}

/** The sum of all series of a row at each time at which any has a point. */
function toGrid(rows: readonly Row[], rowOf: (row: Row) => number, count: number): Grid {
  const times = unite(rows)
  const columnOf = new Map(Array.from(times, (time, c) => [time, c]))
  const counts = new Float64Array(times.length * count).fill(NaN)
  for (const row of rows) {
    const own = rowOf(row)
    if (own < 0) continue
    row.times.forEach((time, k) => {
      const value = row.values[k]!
      const at = columnOf.get(time)! * count + own
      if (!Number.isNaN(value)) counts[at] = (Number.isNaN(counts[at]!) ? 0 : counts[at]!) + value
    })
  }
  return { times, rows: count, counts }
}

const unite = (rows: readonly Row[]) => {
  const all = new Set<number>()
  for (const { times } of rows) for (const time of times) all.add(time)
  return Float64Array.from(all).sort()
}

/** Whether each bucket has at least as many as the one below, nearly everywhere. */
function isCumulative({ rows, counts }: Grid): boolean {
  let falls = 0
  let steps = 0
  for (let i = 1; i < counts.length; i++) {
    if (i % rows === 0 || !(counts[i]! > 0 || counts[i - 1]! > 0)) continue
    steps++
    if (counts[i]! < counts[i - 1]!) falls++
  }
  return rows > 1 && steps > 0 && falls <= FALLS * steps
}

/** Of cumulative counts those of each bucket alone. */
function takeApart({ rows, counts }: Grid) {
  for (let begin = 0; begin < counts.length; begin += rows)
    for (let row = rows - 1; row > 0; row--)
      counts[begin + row] = Math.max(0, counts[begin + row]! - counts[begin + row - 1]!)
}

/** What a query over time says at a moment is of the time before it: columns end there. */
function toFlat({ times, rows, counts }: Grid, lows: Float64Array, highs: Float64Array): FlatCells {
  const step = usualStep(times)
  const length = times.length * rows
  const cells = {
    time: new Float64Array(length),
    timeEnd: new Float64Array(length),
    yMin: new Float64Array(length),
    yMax: new Float64Array(length),
    counts,
  }
  times.forEach((time, c) => {
    const begin = Math.max(time - step, times[c - 1] ?? -Infinity)
    cells.time.fill(begin, c * rows, (c + 1) * rows)
    cells.timeEnd.fill(time, c * rows, (c + 1) * rows)
    cells.yMin.set(lows, c * rows)
    cells.yMax.set(highs, c * rows)
  })
  return cells
}

const usualStep = (times: Float64Array) =>
  times.length < 2
    ? 60_000
    : times
        .subarray(1)
        .map((time, i) => time - times[i]!)
        .toSorted()[(times.length - 1) >> 1]!
