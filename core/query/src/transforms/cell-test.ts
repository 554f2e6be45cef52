import type { Column } from '@orrery/frames'
import { formatIsoTime } from '@orrery/format'
import { isFound, readSearch } from './pattern.ts'
import { timeReader } from './time-reading.ts'
import type { TransformContext } from './transform.ts'
import type { ValueCondition } from './value-condition.ts'

/** Writes 1 for each cell of [from, to) that fits, and 0 for each that does not. */
export type CellTest = (column: Column, from: number, to: number, fits: Uint8Array) => void

/** The numbers that fit, bounds included; none where a bound is NaN. */
interface Span {
  readonly low: number
  readonly high: number
}

/** Compiles a condition; says so where it names a number or a time that is none. */
export function compileCondition(condition: ValueCondition, context: TransformContext): CellTest {
  const { type } = condition
  if (type === 'isNull' || type === 'isNotNull') return nullTest(type === 'isNull' ? 1 : 0)
  const numbers = spanOf(condition, toNumber)
  const isReadable = !numbers || type === 'equal' || type === 'notEqual' || !hasNaN(numbers)
  const read = timeReader('', context.timeZone)
  const times = spanOf(condition, (text) => firstNumber(read(text), toNumber(text)))
  if (!isReadable && times && hasNaN(times))
    context.note(`Field "${condition.field}" is compared with what is no number and no time: nothing fits.`)
  const fitsText = textTest(condition, numbers, context)
  const turn = type === 'notEqual' ? 1 : 0
  return (column, from, to, fits) => {
    if (column.kind === 'text')
      return markCodes(column.codes, column.dictionary.strings.map(fitsText), turn, from, to, fits)
    const values = numbers && toNumbers(column)
    const span = column.kind === 'time' || column.kind === 'nanos' ? times : numbers
    if (values && span) return markSpan(values, span, turn, from, to, fits)
    for (let i = from; i < to; i++) {
      const text = textOf(column, i)
      fits[i] = text === undefined ? turn : fitsText(text) ? 1 : 0
    }
  }
}

const nullTest =
  (whenNull: 0 | 1): CellTest =>
  (column, from, to, fits) => {
    for (let i = from; i < to; i++) fits[i] = column.isNull(i) ? whenNull : 1 - whenNull
  }

/** The numbers that a condition is for; undefined where it is for texts. */
function spanOf(condition: ValueCondition, read: (text: string) => number): Span | undefined {
  switch (condition.type) {
    case 'equal':
    case 'notEqual':
      return { low: read(condition.value), high: read(condition.value) }
    case 'lower':
      return { low: -Infinity, high: neighbour(read(condition.value), -1) }
    case 'lowerOrEqual':
      return { low: -Infinity, high: read(condition.value) }
    case 'greater':
      return { low: neighbour(read(condition.value), 1), high: Infinity }
    case 'greaterOrEqual':
      return { low: read(condition.value), high: Infinity }
    case 'between':
      return { low: neighbour(read(condition.from), 1), high: neighbour(read(condition.to), -1) }
    default:
      return undefined
  }
}

function textTest(
  condition: ValueCondition,
  span: Span | undefined,
  { note }: TransformContext,
): (text: string) => boolean {
  switch (condition.type) {
    case 'equal':
      return (text) => text === condition.value
    case 'notEqual':
      return (text) => text !== condition.value
    case 'regex': {
      const pattern = readSearch(condition.pattern, note)
      return (text) => isFound(pattern, text)
    }
    case 'substring':
    case 'notSubstring': {
      const part = condition.text.toLowerCase()
      const wanted = condition.type === 'substring'
      return (text) => text.toLowerCase().includes(part) === wanted
    }
    default:
      return (text) => span !== undefined && toNumber(text) >= span.low && toNumber(text) <= span.high
  }
}

function markSpan(values: Float64Array, { low, high }: Span, turn: number, from: number, to: number, fits: Uint8Array) {
  for (let i = from; i < to; i++) {
    const value = values[i]!
    // Without a branch, which no processor foresees for values in any order.
    fits[i] = (+(value >= low) & +(value <= high)) ^ turn
  }
}

function markCodes(
  codes: Int32Array,
  isFit: readonly boolean[],
  whenNull: number,
  from: number,
  to: number,
  fits: Uint8Array,
): void {
  const table = new Uint8Array(isFit.length + 1)
  table[0] = whenNull
  for (let code = 0; code < isFit.length; code++) table[code + 1] = isFit[code] ? 1 : 0
  for (let i = from; i < to; i++) fits[i] = table[codes[i]! + 1]!
}

function toNumbers(column: Column): Float64Array | undefined {
  switch (column.kind) {
    case 'number':
    case 'integer':
    case 'time':
      return column.values
    case 'nanos':
      return Float64Array.from({ length: column.length }, (_, i) =>
        column.isNull(i) ? NaN : Number(column.values[i]!) / 1e6,
      )
    default:
      return undefined
  }
}

function textOf(column: Column, i: number): string | undefined {
  if (column.isNull(i)) return undefined
  if (column.kind === 'time') return formatIsoTime(column.values[i]!)
  return column.kind === 'json' ? column.strings.at(i) : String(column.at(i))
}

const toNumber = (text: string): number => (text.trim() === '' ? NaN : Number(text))
const firstNumber = (first: number, second: number): number => (Number.isNaN(first) ? second : first)
const hasNaN = ({ low, high }: Span): boolean => Number.isNaN(low) || Number.isNaN(high)

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)

/** The next number above (1) or below (-1); NaN beyond infinity. */
function neighbour(value: number, direction: 1 | -1): number {
  if (value === direction * Infinity) return NaN
  if (value === 0) return direction * Number.MIN_VALUE
  float[0] = value
  bits[0]! += value > 0 === direction > 0 ? 1n : -1n
  return float[0]
}
