import {
  concat,
  isNullAt,
  NumberColumn,
  TextColumn,
  TextDictionary,
  toLabelName,
  toSeries,
  type BooleanColumn,
  type Column,
  type Frame,
  type Notice,
  type SeriesFrame,
  type TableFrame,
} from '@orrery/frames'
import { QueryError } from '../errors.ts'
import { isData } from '../transforms/fields.ts'
import { columnOf, nothing, toNumbers, withColumn, type Values } from './values.ts'

export interface InputValues {
  readonly values: Values
  /** What the frames have to say, and what of them is left out. */
  readonly notices: readonly Notice[]
}

/**
 * What a query answered, as expressions take it. Series are series, rows with times are made series, and of rows without
 * times the texts are labels. Throws EXPRESSION_INPUT_KIND for what has no numbers.
 */
export function readInput(input: string, frames: readonly Frame[]): InputValues {
  const notices: Notice[] = []
  const note = (text: string) => notices.push({ severity: 'warning', text })
  const read = frames.filter(isData).flatMap((frame) => {
    const taken = frame.kind === 'series' ? readSeries(frame) : readTable(input, frame, note)
    notices.push(...(taken[0]?.frame.meta.notices ?? frame.meta.notices ?? []))
    return taken
  })
  const series = read.filter(({ kind }) => kind === 'series')
  if (series.length > 0 && series.length < read.length)
    note(`${input} has series and single numbers; the numbers are left out.`)
  return { values: join(series.length > 0 ? series : read), notices }
}

/** Each field of numbers; a label tells several apart. */
function readSeries(frame: SeriesFrame): Values[] {
  const fields = numbersOf(frame.fields)
  return fields.map(([name, column]) => {
    const unit = unitOf(frame, column)
    const one = withColumn(frame, column.withMeta(unit === undefined ? {} : { unit }))
    const labels = fields.length > 1 ? withFieldName(frame.labels, name, frame.length) : frame.labels
    return { kind: 'series', frame: one.with({ labels, own: new Map() }) }
  })
}

/** What all series are in: by their field, or each by itself. */
function unitOf({ own }: SeriesFrame, { meta }: NumberColumn): string | undefined {
  const units = own.get('unit')
  if (!units) return meta.unit
  const [first = -1] = units.codes
  if (units.codes.some((code) => code !== first)) return undefined
  return first < 0 ? meta.unit : units.dictionary.strings[first]
}

function readTable(input: string, table: TableFrame, note: (text: string) => void): Values[] {
  const fail = (reason: string): never => {
    throw new QueryError('EXPRESSION_INPUT_KIND', { input, reason })
  }
  if (!['table', 'numeric'].includes(table.kind))
    return fail(`its answer is of the kind "${table.kind}". Let it answer with series, or with numbers beside texts.`)
  const numbers = numbersOf(table.fields)
  if (numbers.length === 0) {
    if (table.length === 0) return []
    return fail(`its answer has no column of numbers; it has: ${[...table.fields.keys()].join(', ')}. Add one.`)
  }
  const time = [...table.fields].find(([, { kind }]) => kind === 'time')?.[0]
  if (time !== undefined && table.kind === 'table')
    return readSeries(toSeries(table, { time, values: numbers.map(([name]) => name) }))
  const labels = new Map(
    [...table.fields].flatMap(([name, column]) => (column.kind === 'text' ? [[toLabelName(name), column]] : [])),
  )
  const others = [...table.fields].filter(
    ([name, { kind }]) => kind !== 'text' && kind !== 'time' && !numbers.some(([taken]) => taken === name),
  )
  if (others.length > 0)
    note(
      `Columns of ${input} that are neither text nor number are left out: ${others.map(([name]) => name).join(', ')}.`,
    )
  return numbers.map(([name, column]) =>
    toNumbers(numbers.length > 1 ? withFieldName(labels, name, table.length) : labels, column),
  )
}

/** The columns of numbers, whole ones included; where there are none, those of truth values. */
function numbersOf(fields: ReadonlyMap<string, Column>): readonly [string, NumberColumn<'number'>][] {
  const found: [string, NumberColumn<'number'>][] = []
  for (const [name, column] of fields) {
    if (column.kind === 'number') found.push([name, column])
    if (column.kind === 'integer')
      found.push([name, new NumberColumn('number', column.values, column.validity, column.meta)])
  }
  if (found.length > 0) return found
  return [...fields].flatMap(([name, column]) => (column.kind === 'boolean' ? [[name, toNumberColumn(column)]] : []))
}

function toNumberColumn({ values, validity, meta }: BooleanColumn): NumberColumn<'number'> {
  const numbers = Float64Array.from(values, (value, k) => (isNullAt(validity, k) ? NaN : value))
  return new NumberColumn('number', numbers, validity, meta)
}

/** The labels with one more, which says of which field the numbers are. */
function withFieldName(labels: ReadonlyMap<string, TextColumn>, name: string, length: number) {
  let label = 'field'
  while (labels.has(label)) label += '_'
  return new Map([...labels, [label, new TextColumn(new Int32Array(length), new TextDictionary([name]))]])
}

/** All as one; a unit that is not that of all is none. */
function join(parts: readonly Values[]): Values {
  const [first, ...others] = parts
  if (!first) return nothing
  const { kind, frame } = first
  if (others.length === 0) return first
  const joined = concat([frame, ...others.map((other) => other.frame)])
  const { unit } = columnOf(first).meta
  const isShared = others.every((other) => columnOf(other).meta.unit === unit)
  const column = columnOf({ kind, frame: joined })
  return { kind, frame: withColumn(joined, column.withMeta(isShared && unit !== undefined ? { unit } : {})) }
}
