import { NumberColumn, TableFrame, type Column, type FieldMeta, type Frame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { chooseBucketSize, roundEdge } from './buckets.ts'
import { toNumberParts } from './number-parts.ts'
import { builtIn } from './transform.ts'
import { uniqueName } from './unique-name.ts'
import { uniteMeta } from './united-columns.ts'

/** How many values there are of each size. */
export const histogram = builtIn({
  id: 'histogram',
  title: 'Histogram',
  group: 'calculate',
  description: 'Counts how many values of each series or field fall into buckets of equal width.',
  keywords: ['distribution', 'buckets', 'frequency'],
  notes: `
All series and fields of numbers share the buckets. The result is one table: \`xMin\` and \`xMax\`, the bounds of a
bucket (the lower one belongs to it), and a column of counts for each series or field, or \`count\` for all together.
Buckets without any value are left out. Bounds have the unit of the first field.

Without a width, the least of 1, 2, 4, 5, 10, 20, 40, 50 and so on is taken that is wider than the whole range parted by
the number of buckets, and not less than the smallest distance between two values: there are at most so many buckets,
often fewer. Bounds are multiples of the width, moved by the offset. Where all values are equal the width is 1.

Missing values and NaN do not count; infinite ones do neither, which a notice says. Without a field of numbers frames
stay as they are. More than 100,000 buckets are made wider, and a notice says so.
`,
  options: Type.Object({
    bucketCount: Type.Integer({ title: 'Number of buckets', minimum: 1, maximum: 10_000, default: 30 }),
    bucketSize: Type.Optional(
      Type.Number({ title: 'Width', description: 'Empty: by the number of buckets.', exclusiveMinimum: 0 }),
    ),
    bucketOffset: Type.Number({ title: 'Offset', description: 'Where a bucket begins.', default: 0 }),
    combine: Type.Boolean({
      title: 'All together',
      description: 'One count of all series and fields.',
      default: false,
    }),
  }),
  apply: (frames, { bucketCount, bucketSize, bucketOffset: offset, combine }, { note }) => {
    const sources = sourcesOf(frames)
    if (sources.length === 0) {
      if (frames.length > 0) note('There is no field of numbers: nothing is counted.')
      return frames
    }
    const { low, high, infinite } = extentOf(sources)
    if (infinite > 0) note(`Infinite values are not counted: ${infinite}.`)
    const asked =
      bucketSize ??
      chooseBucketSize(
        sources.map(({ values }) => values),
        { low, high },
        bucketCount,
      )
    const size = Math.max(asked, low > high ? 0 : Math.min(high - low, Number.MAX_VALUE) / MOST_BUCKETS)
    if (size > asked) note(`Buckets of ${asked} would be too many: they are ${size} wide.`)
    const first = low > high ? 0 : Math.floor((low - offset) / size) - 1
    const last = low > high ? 0 : Math.floor((high - offset) / size) + 2
    // One more on either side than there are values: rounding may move one across.
    const edges = Float64Array.from({ length: last - first + 1 }, (_, k) => roundEdge((first + k) * size + offset))
    const counts = sources.map(({ values }) => countInto(edges, values, { offset, size, first }))
    const columns = combine
      ? [{ name: 'count', counts: addUp(counts, edges.length - 1) }]
      : sources.map(({ name }, i) => ({ name, counts: counts[i]! }))
    const used = Int32Array.from(edges.subarray(1).keys()).filter((k) => columns.some((one) => one.counts[k]! > 0))
    const pickFrom = (values: Float64Array) => Float64Array.from(used, (k) => values[k]!)
    const [{ meta }] = sources as [Source]
    const bounds: FieldMeta = meta.unit === undefined ? {} : { unit: meta.unit }
    const fields = new Map<string, Column>([
      ['xMin', new NumberColumn('number', pickFrom(edges), undefined, bounds)],
      ['xMax', new NumberColumn('number', pickFrom(edges.subarray(1)), undefined, bounds)],
    ])
    for (const one of columns)
      fields.set(uniqueName(one.name, fields), new NumberColumn('number', pickFrom(one.counts)))
    return [new TableFrame({ fields, meta: uniteMeta(frames) })]
  },
})

const MOST_BUCKETS = 100_000

interface Source {
  readonly name: string
  readonly values: Float64Array
  readonly meta: FieldMeta
}

/** Series and columns of numbers, in the order of their frames. */
function sourcesOf(frames: readonly Frame[]): Source[] {
  const { all, series } = toNumberParts(frames)
  return frames.flatMap((frame) => (frame.kind === 'series' ? series : all).filter((part) => part.frame === frame))
}

function extentOf(sources: readonly Source[]) {
  let low = Infinity
  let high = -Infinity
  let infinite = 0
  for (const { values } of sources)
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (value === Infinity || value === -Infinity) {
        infinite++
        continue
      }
      // Of NaN no comparison is true.
      if (value < low) low = value
      if (value > high) high = value
    }
  return { low, high, infinite }
}

function countInto(
  edges: Float64Array,
  values: Float64Array,
  { offset, size, first }: { readonly offset: number; readonly size: number; readonly first: number },
): Float64Array {
  const counts = new Float64Array(edges.length - 1)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!(value > -Infinity && value < Infinity)) continue
    let k = Math.floor((value - offset) / size) - first
    if (value >= edges[k + 1]!) k++
    else if (value < edges[k]!) k--
    counts[k]!++
  }
  return counts
}

function addUp(counts: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length)
  for (const one of counts) for (let k = 0; k < length; k++) sum[k]! += one[k]!
  return sum
}
