import { h, type VNode } from 'vue'
import { display, type Theme } from '@orrery/sdk'
import type { DrawnCell } from '@orrery/ui'
import type { Cell } from '../../column-options.ts'
import type { Trend } from '../../series-table.ts'
import type { SheetColumn } from '../../sheet.ts'

type SparklineCell = Extract<Cell, { type: 'sparkline' }>

/** A small series that a cell holds: of the series that the row is of, else of the JSON in it. */
export function trendOf({ trend, column }: SheetColumn, row: number): Trend | undefined {
  if (trend) return trend(row)
  const cell = column.at(row)
  const value = typeof cell === 'string' ? parseJson(cell) : cell
  if (Array.isArray(value)) return { times: Float64Array.from(value.keys()), values: toNumbers(value) }
  if (typeof value !== 'object' || value === null) return undefined
  const { times, values } = value as Partial<Record<string, unknown>>
  if (!Array.isArray(times) || !Array.isArray(values) || times.length !== values.length) return undefined
  return { times: toNumbers(times), values: toNumbers(values) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const toNumbers = (list: readonly unknown[]) =>
  Float64Array.from(list, (one) => (typeof one === 'number' ? one : Number.NaN))

interface Box {
  readonly width: number
  readonly height: number
}

/** What a line passes on one pixel. */
interface Pixel {
  readonly x: number
  readonly first: number
  low: number
  high: number
  last: number
}

/** Path data of a line through the first, lowest, highest and last value of each pixel; missing values are gaps. */
export function toSparkPath(trend: Trend, box: Box): { readonly line: string; readonly area: string } {
  const { height } = box
  const runs = toRuns(trend, box)
  const pixels = runs.flat()
  const low = pixels.reduce((least, pixel) => Math.min(least, pixel.low), Infinity)
  const high = pixels.reduce((most, pixel) => Math.max(most, pixel.high), -Infinity)
  const toY = (value: number) =>
    round(high > low ? height - 1 - ((value - low) / (high - low)) * (height - 2) : height / 2)
  const lines = runs.map((run) =>
    run
      .flatMap((pixel) => {
        const { first, last } = pixel
        const between = [pixel.low, pixel.high].filter((value) => value !== first && value !== last)
        const values = [first, ...between, ...(last === first && between.length === 0 ? [] : [last])]
        return values.map((value) => `${round(pixel.x)} ${toY(value)}`)
      })
      .join('L'),
  )
  return {
    line: lines.map((text) => `M${text}${text.includes('L') ? '' : 'h0.01'}`).join(''),
    area: lines
      .map((text, i) => `M${round(runs[i]![0]!.x)} ${height}L${text}L${round(runs[i]!.at(-1)!.x)} ${height}Z`)
      .join(''),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** The pixels of each stretch without gaps. */
function toRuns({ times, values }: Trend, { width }: Box): Pixel[][] {
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0]
  const toX = (time: number) => (to > from ? ((time - from) / (to - from)) * width : width / 2)
  const runs: Pixel[][] = []
  let isGap = true
  for (const [k, value] of values.entries()) {
    if (!Number.isFinite(value)) {
      isGap = true
      continue
    }
    if (isGap) runs.push([])
    isGap = false
    const run = runs.at(-1)!
    const x = toX(times[k]!)
    const pixel = run.at(-1)
    if (pixel && Math.floor(pixel.x) === Math.floor(x)) {
      pixel.low = Math.min(pixel.low, value)
      pixel.high = Math.max(pixel.high, value)
      pixel.last = value
    } else run.push({ x, first: value, low: value, high: value, last: value })
  }
  return runs
}

const textWidth = 64

/** The course of a small series, and its last value beside it. */
export function drawSparkline(
  sheetColumn: SheetColumn,
  { area: isFilled, value }: SparklineCell,
  { row, width, height }: DrawnCell,
  { timeZone, theme }: { readonly timeZone: string; readonly theme: Theme },
): VNode | string {
  const trend = trendOf(sheetColumn, row)
  if (!trend) return sheetColumn.show(row).full
  const box = { width: Math.max(10, Math.round(width - (value ? textWidth : 0))), height: Math.max(8, height) }
  const { line, area } = toSparkPath(trend, box)
  const last = trend.values.findLast((one) => !Number.isNaN(one))
  const { full, color = 'var(--o-accent)' } = display(last, sheetColumn.config, theme, { timeZone })
  return h('div', { class: 'table-spark' }, [
    h(
      'svg',
      { class: 'table-spark-line', width: box.width, height: box.height, style: { color }, 'aria-hidden': 'true' },
      [
        isFilled && h('path', { d: area, class: 'table-spark-area' }),
        h('path', { d: line, class: 'table-spark-path' }),
      ],
    ),
    h('span', { class: value ? 'table-spark-text' : 'o-visually-hidden' }, full),
  ])
}
