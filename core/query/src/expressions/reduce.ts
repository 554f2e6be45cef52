import { NumberColumn, numberReducers, reduce, type NumberReducerId } from '@orrery/frames'
import type { ExpressionOf } from './expression.ts'
import { missingWhereNaN } from './missing.ts'
import { columnOf, toNumbers, withColumn, type Values } from './values.ts'

type ReduceExpression = ExpressionOf<'reduce'>

/** Reducers that look at single values, or only count them: what is missing elsewhere is nothing to them. */
const lookAtSome: ReadonlySet<NumberReducerId> = new Set<NumberReducerId>([
  'last',
  'lastNotNull',
  'first',
  'firstNotNull',
  'count',
  'countAll',
])

/** One number of each series. Single numbers stay as they are, but for missing ones, which are dropped or replaced, too. */
export function reduceValues(values: Values, expression: ReduceExpression, note: (text: string) => void): Values {
  const { reducer, mode, input } = expression
  const column = columnOf(values)
  const { frame } = values
  if (values.kind === 'numbers') {
    if (frame.length > 0) note(`${input} has single numbers already, so nothing is reduced.`)
    if (mode === 'strict') return values
    return { kind: 'numbers', frame: withColumn(frame, finish(column.values.slice(), expression, column.meta.unit)) }
  }
  const numbers = new Float64Array(frame.length)
  const room = new Float64Array(longestOf(frame.offsets))
  for (let i = 0; i < frame.length; i++) {
    const own = column.values.subarray(frame.offsets[i], frame.offsets[i + 1])
    numbers[i] = reduceOne(reducer, mode === 'strict' ? own : prepare(own, expression, room), mode === 'strict')
  }
  return toNumbers(frame.labels, finish(numbers, expression, numberReducers[reducer].unit ?? column.meta.unit))
}

/** NaN where there is nothing to calculate with. */
function reduceOne(reducer: NumberReducerId, values: Float64Array, isStrict: boolean): number {
  if (isStrict && !lookAtSome.has(reducer) && hasNaN(values)) return NaN
  // What adds up to nothing is 0, also where there is nothing to add.
  return reduce(reducer, values) ?? (reducer === 'sum' ? 0 : NaN)
}

function hasNaN(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) if (values[k] !== values[k]) return true
  return false
}

function longestOf(offsets: Int32Array): number {
  let longest = 0
  for (let i = 1; i < offsets.length; i++) longest = Math.max(longest, offsets[i]! - offsets[i - 1]!)
  return longest
}

/** The values without those that are no finite numbers, or with others in their place, in `room`. */
function prepare(values: Float64Array, { mode, replaceWith = 0 }: ReduceExpression, room: Float64Array): Float64Array {
  let kept = 0
  for (let k = 0; k < values.length; k++)
    if (Number.isFinite(values[k])) room[kept++] = values[k]!
    else if (mode === 'replace') room[kept++] = replaceWith
  return room.subarray(0, kept)
}

/** The results as a column, which takes the array. */
function finish(numbers: Float64Array, { mode, replaceWith = 0 }: ReduceExpression, unit: string | undefined) {
  const meta = unit === undefined ? {} : { unit }
  if (mode === 'strict') return new NumberColumn('number', numbers, undefined, meta)
  for (let i = 0; i < numbers.length; i++)
    if (!Number.isFinite(numbers[i])) numbers[i] = mode === 'replace' ? replaceWith : NaN
  return new NumberColumn('number', numbers, missingWhereNaN(numbers), meta)
}
