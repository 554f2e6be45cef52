import { NumberColumn, SeriesFrame, type Column, type FieldMeta, type Frame, type TableFrame } from '@orrery/frames'
import { findName, seriesNamesOf } from './fields.ts'
import { uniqueName } from './unique-name.ts'

/**
 * Numbers that something is calculated of: a column of a table, a field of all series of a frame, or a single series.
 */
export interface NumberPart {
  readonly frame: Frame
  readonly field: string
  /** Which series of the frame, where it is one. */
  readonly series: number | undefined
  /** As people know it. */
  readonly name: string
  readonly meta: FieldMeta
  /** NaN is missing. */
  readonly values: Float64Array
}

/** Finds numbers by name among frames. */
export interface NumberParts {
  /** The fields of numbers, of all frames. */
  readonly all: readonly NumberPart[]
  /** Every single series of numbers. */
  readonly series: readonly NumberPart[]
  /** The fields that are called so, else the series that is shown under this name. */
  readonly find: (name: string) => readonly NumberPart[]
}

const isNumeric = (column: Column): column is Extract<Column, { kind: 'number' | 'integer' }> =>
  column.kind === 'number' || column.kind === 'integer'

export function toNumberParts(frames: readonly Frame[]): NumberParts {
  const all = frames.flatMap((frame) =>
    Array.from(frame.fields).flatMap(([field, column]): NumberPart[] => {
      if (!isNumeric(column)) return []
      const name = frame.kind === 'series' ? field : (column.meta.displayName ?? field)
      return [{ frame, field, series: undefined, name, meta: column.meta, values: column.values }]
    }),
  )
  let series: readonly NumberPart[] | undefined
  const listSeries = () => (series ??= singleSeries(frames.filter((frame) => frame.kind === 'series')))
  return {
    all,
    get series() {
      return listSeries()
    },
    find: (name) => {
      const named = all.filter(({ frame, field }) => findName(frame.fields.keys(), name) === field)
      if (named.length > 0) return named
      const shown = findName(
        listSeries().map((part) => part.name),
        name,
      )
      return shown === undefined ? [] : listSeries().filter((part) => part.name === shown)
    },
  }
}

function singleSeries(frames: readonly SeriesFrame[]): readonly NumberPart[] {
  const names = seriesNamesOf(frames)
  return frames.flatMap((frame, f) => {
    const fields = Array.from(frame.fields)
    return Array.from({ length: frame.length }, (_, i) =>
      fields.flatMap(([field, column], k): NumberPart[] => {
        if (!isNumeric(column)) return []
        const values = frame.numbersAt(i, field)
        return [
          { frame, field, series: i, name: names[f]![i * fields.length + k]!, meta: frame.metaAt(i, field), values },
        ]
      }),
    ).flat()
  })
}

/** What a calculation made of a part: as many numbers as it has. */
export interface Calculated {
  readonly part: NumberPart
  readonly name: string
  readonly values: Float64Array
  readonly meta: FieldMeta
}

// Names that a frame of series has for other things.
const reserved = new Set(['time', 'labels'])

/**
 * The frames with what was calculated: a field more, behind the others; of a single series a frame of its own, behind
 * the frame. With `replace` only times and labels are left beside it; frames of which nothing was calculated stay.
 */
export function addCalculated(
  frames: readonly Frame[],
  calculated: readonly Calculated[],
  replace: boolean,
): readonly Frame[] {
  return frames.flatMap((frame): Frame[] => {
    const own = calculated.filter(({ part }) => part.frame === frame)
    if (own.length === 0) return [frame]
    if (frame.kind !== 'series') return [addToTable(frame, own, replace)]
    const fields = own.filter(({ part }) => part.series === undefined)
    const series = own.filter(({ part }) => part.series !== undefined).map((one) => toSeries(frame, one))
    if (fields.length === 0) return replace ? series : [frame, ...series]
    const added = new Map(replace ? [] : frame.fields)
    for (const { name, values, meta } of fields)
      added.set(toFieldName(name, added), new NumberColumn('number', values, undefined, meta))
    return [frame.with({ fields: added }), ...series]
  })
}

function addToTable(frame: TableFrame, calculated: readonly Calculated[], replace: boolean): TableFrame {
  const fields = new Map<string, Column>()
  for (const [name, column] of frame.fields)
    if (!replace || column.kind === 'time' || column.kind === 'nanos') fields.set(name, column)
  for (const { name, values, meta } of calculated)
    fields.set(uniqueName(name, fields), new NumberColumn('number', values, undefined, meta))
  // With other fields it may be no more of its kind.
  return frame.with({ fields, ...(replace && { kind: 'table' }) })
}

const toFieldName = (name: string, fields: ReadonlyMap<string, unknown>) =>
  uniqueName(name, { has: (one) => reserved.has(one) || fields.has(one) })

function toSeries(frame: SeriesFrame, { part, name, values, meta }: Calculated): SeriesFrame {
  return oneSeries(frame.timesAt(part.series!), values, name, { meta, refId: frame.meta.refId })
}

/** A frame of one series without labels, which is called as its field. */
export const oneSeries = (
  times: Float64Array,
  values: Float64Array,
  name: string,
  { meta = {}, refId }: { readonly meta?: FieldMeta; readonly refId?: string | undefined } = {},
): SeriesFrame =>
  new SeriesFrame({
    labels: new Map(),
    offsets: Int32Array.of(0, times.length),
    axis: { kind: 'explicit', times: new NumberColumn('time', times) },
    fields: new Map([[toFieldName(name, new Map()), new NumberColumn('number', values, undefined, meta)]]),
    meta: refId === undefined ? {} : { refId },
  })
