import {
  nameFields,
  seriesSources,
  toSeries,
  type FieldConfig,
  type FieldConfigSource,
  type FieldSource,
  type Frame,
  type NamedField,
  type SeriesFrame,
  type TableFrame,
} from '@orrery/sdk'
import { calculate, type Calculation } from './calculation.ts'

/** Values beyond this many are not shown: nobody reads that many numbers. */
export const maxValues = 200

/** The course of a series, for its graph. Times are milliseconds, ascending; NaN is missing. */
export interface Course {
  readonly times: Float64Array
  readonly values: Float64Array
}

export interface StatValue {
  readonly name: string
  readonly config: FieldConfig
  /** Undefined where there was nothing to calculate with. */
  readonly value: number | undefined
  /** Undefined for a row of a table. */
  readonly course: Course | undefined
  /** Lowest and highest of the values it is among, for colours by percentage; undefined where there is none. */
  readonly min: number | undefined
  readonly max: number | undefined
}

export interface StatValues {
  readonly values: readonly StatValue[]
  /** How many there are, those that are left out included. */
  readonly total: number
  /** Whether any frame has a field of numbers. */
  readonly drawable: boolean
}

interface Found extends FieldSource {
  readonly read: () => Omit<StatValue, 'name' | 'config'>
}

/**
 * What a panel shows: a value for each series, also for those that a table with times stands for; of any other table, for
 * each number of each row.
 */
export function readValues(
  frames: readonly Frame[],
  calculation: Calculation,
  fieldConfig: FieldConfigSource,
): StatValues {
  const found = frames.flatMap((frame) => fromFrame(frame, calculation))
  const shown = nameFields(found.slice(0, maxValues), fieldConfig)
  return {
    values: shown.map((one) => toValue(one, calculation)),
    total: found.length,
    drawable: frames.some((frame) => numberFields(frame).length > 0),
  }
}

function toValue({ name, config, read }: Found & NamedField, calculation: Calculation): StatValue {
  const value = read()
  // A number of values is not in their unit.
  const isCount = calculation === 'count' && value.course !== undefined
  return { name, config: isCount ? { ...config, unit: 'none' } : config, ...value }
}

const numberFields = (frame: Frame) =>
  [...frame.fields].flatMap(([field, column]) =>
    column.kind === 'number' || column.kind === 'integer' ? [{ field, column }] : [],
  )

function fromFrame(frame: Frame, calculation: Calculation): Found[] {
  if (frame.kind === 'series') return fromSeries(frame, calculation, false)
  const time = [...frame.fields].find(([, { kind }]) => kind === 'time')?.[0]
  // The rows of a numeric frame are values already; their time is that of the answer.
  if (frame.kind === 'numeric' || time === undefined) return fromRows(frame)
  return fromSeries(toSeries(frame, { time }), calculation, true)
}

const read = (course: Course, calculation: Calculation) => ({
  value: calculate(calculation, course.values),
  course,
  ...extent(course.values),
})

const fromSeries = (frame: SeriesFrame, calculation: Calculation, isTable: boolean): Found[] => {
  const fields = numberFields(frame).map(({ field }) => field)
  return seriesSources(frame, fields, isTable).map(({ series, ...source }) => ({
    ...source,
    read: () => read({ times: series.time, values: series.of(source.field) }, calculation),
  }))
}

function fromRows(frame: TableFrame): Found[] {
  const fields = numberFields(frame)
  const texts = [...frame.fields].flatMap(([name, column]) => (column.kind === 'text' ? [{ name, column }] : []))
  const isAlone = fields.length === 1 && texts.length > 0
  const extents = fields.map(({ column }) => extent(column.values))
  return Array.from({ length: frame.length }, (_, row) => {
    const cells = texts.map(({ name, column }) => [name, column.at(row)] as const)
    const labels = Object.fromEntries(cells.flatMap(([name, cell]) => (cell === null ? [] : [[name, cell]])))
    return fields.map(({ field, column }, i) => {
      const value = column.values[row]!
      return {
        labels,
        metric: isAlone ? frame.meta.name : (column.meta.displayName ?? field),
        field,
        meta: column.meta,
        template: isAlone ? column.meta.displayName : undefined,
        refId: frame.meta.refId,
        read: () => ({ value: Number.isNaN(value) ? undefined : value, course: undefined, ...extents[i]! }),
      }
    })
  }).flat()
}

function extent(values: Float64Array): { min: number | undefined; max: number | undefined } {
  return { min: calculate('min', values), max: calculate('max', values) }
}
