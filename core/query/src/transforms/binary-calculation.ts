import type { FieldMeta, Frame } from '@orrery/frames'
import { calculate, type BinaryOperator, type Numbers } from './arithmetic.ts'
import type { Calculation } from './calculation.ts'
import { addCalculated, toNumberParts, type NumberPart, type NumberParts } from './number-parts.ts'
import type { TransformContext } from './transform.ts'

type Binary = Extract<Calculation, { type: 'binary' }>

/** How what was calculated is called, and whether it takes the place of all. */
export interface Placement {
  readonly alias: string | undefined
  readonly replaceFields: boolean
}

/** Calculates two fields, or a field and a number; see the notes of the transformation. */
export function calculateBinary(
  frames: readonly Frame[],
  { left, operator, right }: Binary,
  { alias, replaceFields }: Placement,
  { note }: TransformContext,
): readonly Frame[] {
  const parts = toNumberParts(frames)
  const missing = new Set<string>()
  const find = (name: string) => {
    const found = parts.find(name)
    if (found.length === 0) missing.add(name)
    return found
  }
  // The field side says where the result stands; a number on the left leaves that to the right.
  const isFlipped = left.type === 'number'
  const sources = isFlipped
    ? right.type === 'field'
      ? find(right.field)
      : []
    : left.type === 'each'
      ? parts.all
      : find(left.field)
  if (isFlipped && right.type === 'number') note('Both sides are numbers: no field is calculated.')
  const calculated = sources.flatMap((part) => {
    const other = isFlipped ? left.value : right.type === 'number' ? right.value : lookUp(right.field, part, parts)
    if (other === undefined) {
      if (right.type === 'field') missing.add(right.field)
      return []
    }
    const otherName = isFlipped ? String(left.value) : right.type === 'number' ? String(right.value) : right.field
    const [a, b, nameA, nameB] = isFlipped
      ? [other, part.values, otherName, part.name]
      : [part.values, other, part.name, otherName]
    const name = alias || `${nameA} ${operator} ${nameB}`
    const values = calculate(a, operator, b, part.values.length)
    return [{ part, name, values, meta: unitOf(part.meta, operator) }]
  })
  if (frames.length > 0)
    for (const name of missing)
      note(`Field "${name}" is not there, holds no numbers, or is several series: nothing is calculated with it.`)
  return addCalculated(frames, calculated, replaceFields)
}

/** Sums and differences are of the same kind; what is multiplied may be of any. */
const unitOf = ({ unit }: FieldMeta, operator: BinaryOperator): FieldMeta =>
  unit === undefined || operator === '*' || operator === '/' ? {} : { unit }

/** The numbers that stand beside those of a part; undefined where there are none. */
function lookUp(name: string, part: NumberPart, { find }: NumberParts): Numbers | undefined {
  const found = find(name)
  const beside = found.find(({ frame, series }) => frame === part.frame && series === part.series)
  if (beside) return beside.values
  if (part.frame.kind !== 'series') return undefined
  const { frame } = part
  // A field of the frame means, for a single series, that of the same series.
  const own = found.find((one) => one.frame === frame && one.series === undefined)
  if (own && part.series !== undefined) return frame.numbersAt(part.series, own.field)
  const single = found.find(
    (one) => one.frame.kind === 'series' && (one.series !== undefined || one.frame.length === 1),
  )
  if (!single || single.frame.kind !== 'series') return undefined
  const times = single.frame.timesAt(single.series ?? 0)
  if (part.series !== undefined) return valuesAt(frame.timesAt(part.series), times, single.values)
  const out = new Float64Array(part.values.length)
  for (let i = 0; i < frame.length; i++) out.set(valuesAt(frame.timesAt(i), times, single.values), frame.offsets[i])
  return out
}

/** The values of a series at these times; NaN where it has no point. Both are ascending. */
function valuesAt(axis: Float64Array, times: Float64Array, values: Float64Array): Float64Array {
  const out = new Float64Array(axis.length).fill(NaN)
  for (let i = 0, k = 0; i < axis.length && k < times.length; i++) {
    while (k < times.length && times[k]! < axis[i]!) k++
    if (times[k] === axis[i]) out[i] = values[k]!
  }
  return out
}
