import {
  HeatmapCells,
  resolveFieldConfig,
  toSeries,
  type FieldConfig,
  type FieldConfigSource,
  type Frame,
  type Notice,
  type PanelProps,
  type SeriesFrame,
  type TableFrame,
} from '@orrery/sdk'
import type { Options } from '../options.ts'
import { t } from '../text.ts'
import { readBucketRows } from './bucket-rows.ts'
import { countValues } from './calculate.ts'
import { toHeatCells, type FlatCells, type HeatCells } from './heat-cells.ts'

export interface HeatContent {
  /** Undefined where there is nothing to draw. */
  readonly cells: HeatCells | undefined
  /** How the values of cells are written. */
  readonly config: FieldConfig
  /** How the values of the axis are written. */
  readonly axis: FieldConfig
  /** Whether any frame has buckets, or numbers over time. */
  readonly drawable: boolean
  readonly notices: readonly Notice[]
}

type Given = Pick<PanelProps<Options>, 'frames' | 'fieldConfig' | 'options'>

/** What the frames say: cells as they come, buckets that are series, or counts of plain values. */
export function readHeatmap({ frames, fieldConfig, options }: Given): HeatContent {
  const series = frames.flatMap((frame) => toSeriesFrame(frame) ?? [])
  const flats = frames.flatMap((frame) => (frame.kind === 'heatmap-cells' ? [toFlat(frame)] : []))
  const { config, axis } = readConfigs(frames, fieldConfig, options)
  const drawable = flats.length > 0 || series.length > 0
  const plain = { config, axis, drawable, notices: [] }
  if (flats.length > 0) return { ...plain, cells: withCells(toHeatCells(flats.length === 1 ? flats[0]! : join(flats))) }
  const rows = options.calculate === 'always' ? undefined : readBucketRows(series, fieldConfig, options.rowsFrame)
  if (rows) return { ...plain, cells: withCells(toHeatCells(rows.flat, rows.names)) }
  if (options.calculate === 'never') return { ...plain, cells: undefined, drawable: false }
  const counted = countValues(series, options)
  if (!counted) return { ...plain, cells: undefined }
  // What is counted has no unit; the unit of the values is that of the axis.
  const { unit: _, ...counts } = config
  return { ...plain, config: counts, cells: withCells(toHeatCells(counted.flat)), notices: toNotices(counted.left) }
}

const withCells = (cells: HeatCells) => (cells.starts.length > 0 ? cells : undefined)

/** Undefined where a frame has no times or no numbers. A table becomes series by its first column of times. */
function toSeriesFrame(frame: Frame): SeriesFrame | undefined {
  const hasNumbers = [...frame.fields.values()].some(({ kind }) => kind === 'number')
  if (!hasNumbers) return undefined
  if (frame.kind === 'series') return frame
  const time = frame.kind === 'table' ? [...frame.fields].find(([, { kind }]) => kind === 'time')?.[0] : undefined
  return time === undefined ? undefined : toSeries(frame, { time })
}

function toFlat(frame: TableFrame): FlatCells {
  const { time, timeEnd, yMin, yMax, count } = HeatmapCells.read(frame)
  return withZeroBucket({
    time: time.values,
    timeEnd: timeEnd?.values,
    yMin: yMin.values,
    yMax: yMax.values,
    counts: count.values,
  })
}

/**
 * Native histograms count what is nearly zero in a bucket of a width that no axis can show, on both sides of zero. Where
 * nothing else is below zero, it reaches from there to the lowest of the others, with nothing in between.
 */
function withZeroBucket(flat: FlatCells): FlatCells {
  const { yMin, yMax } = flat
  let lowest = Infinity
  let hasZero = false
  for (let i = 0; i < yMin.length; i++) {
    if (yMin[i]! > 0) lowest = Math.min(lowest, yMin[i]!)
    else if (yMin[i]! < 0 && yMin[i] !== -yMax[i]!) return flat
    else if (yMin[i]! < 0) hasZero = true
  }
  if (!hasZero || lowest === Infinity) return flat
  return {
    ...flat,
    yMin: yMin.map((low) => Math.max(0, low)),
    yMax: yMax.map((high, i) => (yMin[i]! < 0 ? lowest : high)),
  }
}

function join(flats: readonly FlatCells[]): FlatCells {
  const all = (pick: (flat: FlatCells) => Float64Array) => {
    const parts = flats.map(pick)
    const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
  return {
    time: all(({ time }) => time),
    timeEnd: all(({ timeEnd, time }) => timeEnd ?? new Float64Array(time.length).fill(NaN)),
    yMin: all(({ yMin }) => yMin),
    yMax: all(({ yMax }) => yMax),
    counts: all(({ counts }) => counts),
  }
}

/** Of cells the count has the field config, and the bounds say the unit of the axis; of series both are their values'. */
function readConfigs(frames: readonly Frame[], fieldConfig: FieldConfigSource, { yAxis }: Options) {
  const frame = frames.find(({ kind }) => kind === 'heatmap-cells') ?? frames.find(({ kind }) => kind !== 'exemplars')
  const numbers = [...(frame?.fields ?? [])].filter(([, { kind }]) => kind === 'number')
  const [name, column] = numbers.find(([field]) => field === 'count') ?? numbers[0] ?? ['value', undefined]
  const config = resolveFieldConfig(fieldConfig, {
    name,
    type: 'number',
    refId: frame?.meta.refId,
    unit: column?.meta.unit,
  })
  const own = frame?.kind === 'heatmap-cells' ? frame.fields.get('yMin')?.meta.unit : column?.meta.unit
  const unit = yAxis.unit ?? own
  const axis: FieldConfig = {
    ...(unit !== undefined && { unit }),
    ...(yAxis.decimals !== undefined && { decimals: yAxis.decimals }),
  }
  return { config, axis }
}

function toNotices(left: number): readonly Notice[] {
  if (left === 0) return []
  const text = t(
    '{count} value has no place on a logarithmic axis and is left out. | {count} values have no place on a logarithmic axis and are left out.',
    {},
    left,
  )
  return [{ severity: 'warning', text }]
}
