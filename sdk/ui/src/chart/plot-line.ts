import { toColumn, type Column } from './column.ts'
import { Pyramid } from './exact/pyramid.ts'
import type { ToldLine } from './nearest.ts'
import type { TimeChartSeries } from './series.ts'
import { stackColumns, type StackedColumn } from './stack.ts'

/** With more lines than this there is no room for what marks single ones: points, dimming, marks of the cursor. */
export const MANY_LINES = 50

/** A line as it is drawn and told, on its own times. */
export interface PlotLine extends ToldLine {
  /** What is drawn, of a stack the sums; NaN is a gap. */
  readonly values: Float64Array
  readonly pyramid: Pyramid
  /** The pyramid is of this line alone, and may go on with it. */
  readonly isOwn: boolean
  /** The last time: where a window lies may be written anew. */
  readonly lastTime: number | undefined
  /** Of a stack: which line it lies on, and whether it goes downwards. */
  readonly stack?: {
    readonly index: number | undefined
    readonly below: Pyramid | undefined
    readonly isDown: boolean
  }
}

/** Lines of series; those that go on where lines of before ended keep their pyramids, which take in what is new. */
export function toPlotLines(
  series: readonly TimeChartSeries[],
  isLog: (axis: number) => boolean,
  before: readonly PlotLine[] = [],
): readonly PlotLine[] {
  const columns = series.map(toColumn)
  const stacked = series.some(({ stack }) => stack)
    ? stackColumns(columns.map((column, i) => ({ ...column, stack: series[i]!.stack, axis: series[i]!.axis ?? 0 })))
    : []
  const lines: PlotLine[] = []
  series.forEach(({ axis = 0 }, i) => {
    const sums = stacked[i]
    const column = columns[i]!
    lines.push(
      sums
        ? toStackedLine(sums, isLog(axis), lines)
        : (continueLine(before[i], column, isLog(axis)) ?? toLine(column, isLog(axis))),
    )
  })
  return lines
}

function toStackedLine(column: StackedColumn, isLog: boolean, lines: readonly PlotLine[]): PlotLine {
  const { below, isDown } = column
  return {
    ...toLine(column, isLog),
    stack: { index: below, below: below === undefined ? undefined : lines[below]!.pyramid, isDown },
  }
}

function toLine({ times, values, told }: Column, isLog: boolean): PlotLine {
  const drawn = toDrawable(values, isLog)
  return { times, values: drawn, told, pyramid: pyramidOf(drawn), isOwn: false, lastTime: times.at(-1) }
}
/** Undefined where the column is not that of the line before with points added at its end, and perhaps gone at its front. */
function continueLine(before: PlotLine | undefined, column: Column, isLog: boolean): PlotLine | undefined {
  const { times, values } = column
  if (!before || before.values !== before.told || values.buffer !== before.values.buffer) return undefined
  const gone = (values.byteOffset - before.values.byteOffset) / values.BYTES_PER_ELEMENT
  const kept = before.values.length - gone
  const added = values.length - kept
  if (gone < 0 || kept < 1 || added < 0 || times[kept - 1] !== before.lastTime) return undefined
  if (hasOdd(values.subarray(kept), isLog)) return undefined
  const line = { ...column, lastTime: times.at(-1) }
  if (added === 0 && gone === 0) return { ...before, ...line }
  if (!before.isOwn) return { ...line, pyramid: new Pyramid(values), isOwn: true }
  before.pyramid.append(values, added)
  return { ...line, pyramid: before.pyramid, isOwn: true }
}

const pyramids = new WeakMap<Float64Array, Pyramid>()

/** The pyramid of a column; one for all charts that draw it, as long as it is there. */
function pyramidOf(values: Float64Array): Pyramid {
  let pyramid = pyramids.get(values)
  if (!pyramid) {
    pyramid = new Pyramid(values)
    pyramids.set(values, pyramid)
  }
  return pyramid
}

interface Drawable {
  linear?: Float64Array
  log?: Float64Array
}
const drawables = new WeakMap<Float64Array, Drawable>()

/** The column itself where all of it has a place on the axis; else a copy in which what has none is missing. */
function toDrawable(values: Float64Array, isLog: boolean): Float64Array {
  let known = drawables.get(values)
  if (!known) drawables.set(values, (known = {}))
  return (known[isLog ? 'log' : 'linear'] ??= hasOdd(values, isLog)
    ? values.map((value) => (isOdd(value, isLog) ? NaN : value))
    : values)
}

/** Infinities have no place on an axis, and zero and below none on a logarithmic one. */
const isOdd = (value: number, isLog: boolean) => value === Infinity || (isLog ? value <= 0 : value === -Infinity)

function hasOdd(values: Float64Array, isLog: boolean): boolean {
  for (let k = 0; k < values.length; k++) if (isOdd(values[k]!, isLog)) return true
  return false
}
