import { HeatmapCells, type SeriesFrame, type TableFrame } from '@orrery/frames'
import { Choice, parseDuration, Type, ui, type Static } from '@orrery/schema'
import { intervalFor } from '../interval.ts'
import { chooseBucketSize, roundEdge } from './buckets.ts'
import { onlyTimeSeries } from './time-series.ts'
import { builtIn, type TransformContext } from './transform.ts'
import { uniteMeta } from './united-columns.ts'
import { ln, pow } from '../pinned-math.ts'

const Options = Type.Object({
  xBuckets: Type.Object(
    {
      mode: Choice({ auto: 'Automatic', size: 'Of a length', count: 'So many' }, { title: 'Columns', default: 'auto' }),
      size: Type.String({
        title: 'Length',
        description: 'Such as 30s, 5m or 1h.',
        pattern: '^([0-9]+(ms|s|m|h|d|w|y))+$',
        default: '1m',
        ...ui({ showIf: { mode: 'size' } }),
      }),
      count: Type.Integer({
        title: 'Number',
        minimum: 1,
        maximum: 10_000,
        default: 40,
        ...ui({ showIf: { mode: 'count' } }),
      }),
    },
    { title: 'Columns' },
  ),
  yBuckets: Type.Object(
    {
      scale: Choice(
        { linear: 'Equal', log2: 'Doubling', log10: 'Tenfold' },
        { title: 'Heights', description: 'How the rows grow.', default: 'linear' },
      ),
      mode: Choice({ auto: 'Automatic', size: 'Of a height', count: 'So many' }, { title: 'Rows', default: 'auto' }),
      size: Type.Number({
        title: 'Height',
        description:
          'In the unit of the values. Where rows double or grow tenfold: into how many each of those is parted.',
        exclusiveMinimum: 0,
        default: 1,
        ...ui({ showIf: { mode: 'size' } }),
      }),
      count: Type.Integer({
        title: 'Number',
        minimum: 1,
        maximum: 10_000,
        default: 20,
        ...ui({ showIf: { mode: 'count' } }),
      }),
    },
    { title: 'Rows' },
  ),
})
type Options = Static<typeof Options>

/** How many values there are at which time and of which size. */
export const heatmap = builtIn({
  id: 'heatmap',
  title: 'Create heatmap',
  group: 'calculate',
  description: 'Counts the values of all series in cells over time and value.',
  keywords: ['density', 'distribution', 'buckets'],
  notes: `
The result is one frame of heatmap cells: \`time\`, \`timeEnd\`, \`yMin\`, \`yMax\` and \`count\`, in the order of time
and then value. Lower bounds belong to a cell, upper ones do not. Cells without any value are left out.

Columns begin at multiples of their length; the automatic one is a round length of time that gives at most 40. Rows
begin at multiples of their height, which is 1, 2, 4 or 5 times a power of ten, automatically with at most 20 of them.
Rows that double or grow tenfold have no place for zero and less: such values are left out, which a notice says.

Missing values and NaN do not count; infinite ones do neither. Tables with a column of times and one of numbers are
series, too; other frames are left out, which a notice says. Without values there are no cells. More than four million
cells are not made: frames stay as they are.
`,
  options: Options,
  apply: (frames, options, { note }) => {
    const series = onlyTimeSeries(frames, note)
    if (series.length === 0) return frames
    const cells = countCells(series, options, note)
    return cells ? [cells] : frames
  },
})

const MOST_CELLS = 4_000_000
const AUTO_COLUMNS = 40
const AUTO_ROWS = 20

function countCells(
  frames: readonly SeriesFrame[],
  { xBuckets, yBuckets }: Options,
  note: TransformContext['note'],
): TableFrame | undefined {
  const base = yBuckets.scale === 'log2' ? 2 : yBuckets.scale === 'log10' ? 10 : undefined
  const toRow = base === undefined ? (value: number) => value : (value: number) => ln(value) / ln(base)
  const fromRow = base === undefined ? (row: number) => row : (row: number) => pow(base, row)
  const extent = extentOf(frames, toRow)
  if (extent.left > 0) note(`Values without a place among the rows are left out: ${extent.left}.`)
  const { from, to, low, high } = extent
  const width = widthOf(xBuckets, from, to)
  const height = heightOf(yBuckets, low, high, base !== undefined)
  const firstColumn = Math.floor(from / width)
  const firstRow = Math.floor(low / height)
  const columns = from > to ? 0 : Math.floor(to / width) - firstColumn + 1
  // Rounding may lift a value into the row above the last.
  const rows = from > to ? 0 : Math.floor(high / height) - firstRow + 2
  if (!(columns * rows <= MOST_CELLS)) {
    note('There would be more than four million cells: nothing is changed.')
    return undefined
  }
  const bounds = Float64Array.from({ length: rows + 1 }, (_, k) => roundEdge(fromRow((firstRow + k) * height)))
  const counts = new Float64Array(columns * rows)
  eachValue(frames, (time, value) => {
    let row = Math.floor(toRow(value) / height) - firstRow
    if (!Number.isFinite(row)) return
    if (value >= bounds[row + 1]!) row++
    else if (row > 0 && value < bounds[row]!) row--
    counts[(Math.floor(time / width) - firstColumn) * rows + row]!++
  })
  const used = Int32Array.from(counts.keys()).filter((cell) => counts[cell]! > 0)
  const start = (cell: number) => (firstColumn + Math.floor(cell / rows)) * width
  return HeatmapCells.fromColumns(
    {
      time: Float64Array.from(used, (cell) => Math.round(start(cell))),
      timeEnd: Float64Array.from(used, (cell) => Math.round(start(cell) + width)),
      yMin: Float64Array.from(used, (cell) => bounds[cell % rows]!),
      yMax: Float64Array.from(used, (cell) => bounds[(cell % rows) + 1]!),
      count: Float64Array.from(used, (cell) => counts[cell]!),
    },
    uniteMeta(frames),
  )
}

function eachValue(frames: readonly SeriesFrame[], take: (time: number, value: number) => void): void {
  for (const frame of frames)
    for (const [field, column] of frame.fields) {
      if (column.kind !== 'number') continue
      for (let i = 0; i < frame.length; i++) {
        const times = frame.timesAt(i)
        const values = frame.numbersAt(i, field)
        for (let k = 0; k < values.length; k++)
          if (values[k]! > -Infinity && values[k]! < Infinity) take(times[k]!, values[k]!)
      }
    }
}

function extentOf(frames: readonly SeriesFrame[], toRow: (value: number) => number) {
  const extent = { from: Infinity, to: -Infinity, low: Infinity, high: -Infinity, left: 0 }
  eachValue(frames, (time, value) => {
    const row = toRow(value)
    if (!(row > -Infinity && row < Infinity)) {
      extent.left++
      return
    }
    if (time < extent.from) extent.from = time
    if (time > extent.to) extent.to = time
    if (row < extent.low) extent.low = row
    if (row > extent.high) extent.high = row
  })
  return extent
}

function widthOf({ mode, size, count }: Options['xBuckets'], from: number, to: number): number {
  if (mode === 'size') return Math.max(1, parseDuration(size) ?? 1)
  const span = Math.max(1, to - from)
  return mode === 'count' ? Math.max(1, span / count) : intervalFor({ from, to }, AUTO_COLUMNS)
}

function heightOf({ mode, size, count }: Options['yBuckets'], low: number, high: number, isLog: boolean): number {
  if (mode === 'size') return isLog ? 1 / size : size
  if (!(high > low)) return 1
  // The highest value is below the end of its row.
  return mode === 'count' ? ((high - low) / count) * (1 + 1e-9) : chooseBucketSize([], { low, high }, AUTO_ROWS)
}
