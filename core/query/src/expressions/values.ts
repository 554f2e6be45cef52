import {
  NumberColumn,
  SeriesFrame,
  TableFrame,
  toColumnName,
  withNotice,
  type Column,
  type Frame,
  type FrameMeta,
  type Notice,
  type TextColumn,
} from '@orrery/frames'

/** What expressions calculate with: series, or single numbers. */
export interface Values {
  readonly kind: 'numbers' | 'series'
  /** Has one field, `value`, of numbers. Single numbers are series of one point each, whose times mean nothing. */
  readonly frame: SeriesFrame
}

/** The numbers of all series. */
export const columnOf = ({ frame }: Values) => frame.numbers(FIELD)

const FIELD = 'value'

/** A frame with this column as its only field. */
export const withColumn = (frame: SeriesFrame, column: NumberColumn<'number'>): SeriesFrame =>
  frame.with({ fields: new Map([[FIELD, column]]) })

/** Single numbers with these labels. */
export function toNumbers(labels: ReadonlyMap<string, TextColumn>, column: NumberColumn<'number'>): Values {
  const { length } = column
  const frame = new SeriesFrame({
    labels,
    offsets: countTo(length + 1),
    axis: { kind: 'regular', starts: new Float64Array(length), step: 1 },
    fields: new Map([[FIELD, column]]),
  })
  return { kind: 'numbers', frame }
}

/** 0, 1, 2 and so on, so many. */
export function countTo(length: number): Int32Array {
  const numbers = new Int32Array(length)
  for (let i = 0; i < length; i++) numbers[i] = i
  return numbers
}

/** One number without labels; null is none. */
export function toScalar(value: number | null): Values {
  const isMissing = value === null
  const validity = isMissing ? new Uint8Array(1) : undefined
  return toNumbers(new Map(), new NumberColumn('number', Float64Array.of(isMissing ? NaN : value), validity))
}

/** What there is of a query without data. */
export const nothing: Values = toNumbers(new Map(), new NumberColumn('number', new Float64Array(0)))

/** The result of an expression, as panels and others take it: series, or a table with a row for each number. */
export function toFrame({ kind, frame }: Values, refId: string, notices: readonly Notice[]): Frame {
  // Panels call it by its name where no labels tell it apart.
  const meta = { refId, name: refId }
  const made = kind === 'series' ? frame.with({ meta }) : toTable(frame, meta)
  return notices.reduce<Frame>(withNotice, made)
}

function toTable({ labels, fields }: SeriesFrame, meta: FrameMeta): TableFrame {
  const columns = new Map<string, Column>()
  for (const [name, column] of labels) columns.set(toColumnName(name, fields), column)
  for (const [name, column] of fields) columns.set(name, column)
  return new TableFrame({ kind: 'numeric', fields: columns, meta })
}
