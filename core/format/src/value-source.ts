import {
  reduce,
  toSeries,
  type Cell,
  type Column,
  type Frame,
  type NumberReducerId,
  type SeriesFrame,
  type TableFrame,
} from '@orrery/frames'
import { seriesSources, type FieldSource } from './named-field.ts'
import { timeShiftOf } from './time-shift.ts'
import type { ReduceOptions } from './reduce-options.ts'

/** The course of a series, for a graph of it. Times are milliseconds, ascending; NaN is missing. */
export interface Course {
  readonly times: Float64Array
  readonly values: Float64Array
}

/** A value as it is read of a frame. */
export interface Reading {
  /** Undefined where it is missing, or there was nothing to calculate with. */
  readonly value: number | string | boolean | undefined
  /** Of a value that was not calculated. */
  readonly time?: number | undefined
  readonly course?: Course | undefined
  /** The numbers that it is one of, or was made of. */
  readonly among?: Float64Array | undefined
}

/** What a frame has to show. */
export interface FrameValues {
  readonly sources: readonly ValueSource[]
  /** How many values of rows there was no room for. */
  readonly unseen: number
}

/** Where values come from: a series or a column, of which calculations give one each, or a cell of a row. */
export interface ValueSource extends FieldSource {
  /** Whether its value is calculated. */
  readonly isReduced: boolean
  /** How many single values there are; 1 where they are calculated or of a row. */
  readonly count: number
  /** The reading of a calculation, or of the single value at an index. */
  readonly read: (calculation: NumberReducerId, index: number) => Reading
  /** A cell of its row, by the name of its field. */
  readonly cell?: ((field: string) => Cell | undefined) | undefined
}

type Show = ReduceOptions['show']

const isNumeric = ({ kind }: Column) => kind === 'number' || kind === 'integer'
const isShowable = ({ kind }: Column) => kind !== 'json' && kind !== 'nanos'

/** Whether a field is shown: one of numbers, or one that fits the pattern if there is one. */
function isWanted(name: string, column: Column, pattern: RegExp | undefined): boolean {
  if (!pattern) return isNumeric(column)
  return isShowable(column) && (pattern.test(name) || pattern.test(column.meta.displayName ?? name))
}

/** Whether a frame has anything to show. */
export const hasValues = ({ kind, fields }: Frame, pattern: RegExp | undefined) =>
  [...fields].some(([name, column]) => isWanted(name, column, kind === 'series' ? undefined : pattern))

/**
 * What a frame has to show; rows of a frame without times, and numeric ones, are values already, of which it gives as many
 * as there is room for. The pattern is of fields, and for a series frame also of the names that its series get later.
 */
export function valueSources(frame: Frame, show: Show, pattern: RegExp | undefined, room: number): FrameValues {
  if (frame.kind === 'series') return seen(fromSeries(frame, show, pattern, false))
  const time = [...frame.fields].find(([, { kind }]) => kind === 'time')?.[0]
  if (show === 'values') return fromRows(frame, pattern, time, room)
  if (frame.kind === 'numeric' || time === undefined)
    return show === 'auto' ? fromRows(frame, pattern, time, room) : seen(fromColumns(frame, pattern))
  const values = [...frame.fields].flatMap(([name, column]) =>
    name !== time && column.kind !== 'longText' && isWanted(name, column, pattern) ? [name] : [],
  )
  return seen(fromSeries(toSeries(frame, { time, values }), show, pattern, true))
}

const seen = (sources: readonly ValueSource[]): FrameValues => ({ sources, unseen: 0 })

const toValue = (cell: Cell | undefined): Reading['value'] =>
  cell === null || cell === undefined || typeof cell === 'object' || typeof cell === 'bigint' || Number.isNaN(cell)
    ? undefined
    : cell

/** The last cell that is not missing: of texts and truths nothing else can be calculated. */
function lastCell(column: Column): Reading['value'] {
  for (let k = column.length - 1; k >= 0; k--) if (!column.isNull(k)) return toValue(column.at(k))
  return undefined
}

function fromSeries(frame: SeriesFrame, show: Show, pattern: RegExp | undefined, isTable: boolean): ValueSource[] {
  const fields = [...frame.fields].flatMap(([name, column]) =>
    isNumeric(column) || isWanted(name, column, pattern) ? [name] : [],
  )
  const isReduced = show !== 'values'
  return seriesSources(frame, fields, isTable).map(({ series, ...source }) => {
    const column = frame.field(source.field)
    const read = (calculation: NumberReducerId, index: number): Reading => {
      if (column.kind !== 'number') {
        const own = series.field(source.field)
        return isReduced ? { value: lastCell(own) } : { value: toValue(own.at(index)), time: series.time[index] }
      }
      const among = series.of(source.field)
      if (!isReduced) return { value: toValue(among[index]), time: series.time[index], among }
      return { value: reduce(calculation, among), course: { times: series.time, values: among }, among }
    }
    return { ...source, isReduced, count: isReduced ? 1 : series.length, read }
  })
}

const wantedFields = (frame: TableFrame, pattern: RegExp | undefined) =>
  [...frame.fields].flatMap(([field, column]) => (isWanted(field, column, pattern) ? [{ field, column }] : []))

const numbersOf = (column: Column) =>
  'values' in column && column.values instanceof Float64Array ? column.values : undefined

function fromColumns(frame: TableFrame, pattern: RegExp | undefined): ValueSource[] {
  return wantedFields(frame, pattern).map(({ field, column }, i) => {
    const among = numbersOf(column)
    return {
      labels: {},
      metric: column.meta.displayName ?? field,
      field,
      meta: column.meta,
      template: undefined,
      refId: frame.meta.refId,
      shiftMs: timeShiftOf(frame),
      isFirst: i === 0,
      values: among && (() => among),
      isReduced: true,
      count: 1,
      read: (calculation) => (among ? { value: reduce(calculation, among), among } : { value: lastCell(column) }),
    }
  })
}

function fromRows(frame: TableFrame, pattern: RegExp | undefined, time: string | undefined, room: number): FrameValues {
  const fields = wantedFields(frame, pattern)
  const shown = new Set(fields.map(({ field }) => field))
  const texts = [...frame.fields].flatMap(([name, column]) =>
    column.kind === 'text' && !shown.has(name) ? [{ name, column }] : [],
  )
  const isAlone = fields.length === 1 && texts.length > 0
  const times = time === undefined ? undefined : numbersOf(frame.field(time))
  const cellsAt = (row: number) => (field: string) => frame.fields.get(field)?.at(row)
  const rows = Math.min(frame.length, room)
  const shiftMs = timeShiftOf(frame)
  const sources = Array.from({ length: rows }, (_, row) => {
    const cells = texts.map(({ name, column }) => [name, column.at(row)] as const)
    const labels = Object.fromEntries(cells.flatMap(([name, cell]) => (cell === null ? [] : [[name, cell]])))
    return fields.map(({ field, column }): ValueSource => {
      const among = column.kind === 'time' ? undefined : numbersOf(column)
      return {
        labels,
        metric: isAlone ? frame.meta.name : (column.meta.displayName ?? field),
        field,
        meta: column.meta,
        // That of a plain table is a title of the column.
        template: isAlone && frame.kind === 'numeric' ? column.meta.displayName : undefined,
        refId: frame.meta.refId,
        shiftMs,
        isFirst: row === 0 && column === fields[0]?.column,
        values: among && (() => among),
        isReduced: false,
        count: 1,
        cell: cellsAt(row),
        read: () => ({ value: toValue(column.at(row)), time: times?.[row], among }),
      }
    })
  }).flat()
  return { sources, unseen: (frame.length - rows) * fields.length }
}
