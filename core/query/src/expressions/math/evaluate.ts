import { NumberColumn, pick, type SeriesFrame } from '@orrery/frames'
import { QueryError } from '../../errors.ts'
import { alignTimes } from '../align-times.ts'
import { matchLabels, type LabelMatch } from '../match-labels.ts'
import { mostPoints } from '../limits.ts'
import { columnOf, toNumbers, toScalar, withColumn, type Values } from '../values.ts'
import { apply, combine, negate } from './columns.ts'
import { constants, printMath, type BinaryOperator, type MathTerm } from './syntax.ts'
import { noteUnmatched } from './unmatched.ts'

export interface MathScope {
  /** Of the expression that is calculated. */
  readonly refId: string
  /** What a name stands for. */
  readonly valuesOf: (name: string) => Values
  readonly note: (text: string) => void
}

type BinaryTerm = Extract<MathTerm, { readonly type: 'binary' }>

/** What an expression makes of its inputs. EXPRESSION_LARGE when that would be too much. */
export function evaluateMath(term: MathTerm, scope: MathScope): Values {
  switch (term.type) {
    case 'number':
      return toScalar(term.value)
    case 'constant':
      return toScalar(constants[term.name])
    case 'input':
      return scope.valuesOf(term.name)
    case 'unary':
      return map(evaluateMath(term.operand, scope), (column) => negate(term.operator, column))
    case 'call':
      return map(evaluateMath(term.operand, scope), (column) => apply(term.name, column))
    case 'binary':
      return evaluateBinary(term, scope)
  }
}

const map = (values: Values, change: (column: NumberColumn<'number'>) => NumberColumn<'number'>): Values => ({
  kind: values.kind,
  frame: withColumn(values.frame, change(columnOf(values))),
})

function evaluateBinary(term: BinaryTerm, scope: MathScope): Values {
  const a = evaluateMath(term.left, scope)
  const b = evaluateMath(term.right, scope)
  const admit = (points: number) => {
    if (points > mostPoints) throw new QueryError('EXPRESSION_LARGE', { refId: scope.refId, points, limit: mostPoints })
  }
  const match = matchLabels(a.frame, b.frame, admit)
  noteUnmatched(term, a.frame, b.frame, match, scope.note)
  admit(Math.max(pointsOf(a.frame, match.left), pointsOf(b.frame, match.right)))
  const unit = unitOf(term, columnOf(a).meta.unit, columnOf(b).meta.unit)
  const calculate = (x: NumberColumn<'number'>, y: NumberColumn<'number'>) => combine(term.operator, x, y, unit)
  const { labels } = match

  if (a.kind === 'series' && b.kind === 'series') {
    const [left, right] = [pickItems(a.frame, match.left), pickItems(b.frame, match.right)]
    const { offsets, axis, places, isDisjoint } = alignTimes(left, right)
    if (isDisjoint)
      scope.note(
        `Some series of ${printMath(term)} have no times in common, so that nothing is left of them. Resample both to the same window.`,
      )
    const column = calculate(
      places ? left.numbers().gather(places.left) : left.numbers(),
      places ? right.numbers().gather(places.right) : right.numbers(),
    )
    return toSeries(left.with({ offsets, axis }), labels, column)
  }
  if (a.kind === 'series') {
    const series = pickItems(a.frame, match.left)
    return toSeries(series, labels, calculate(series.numbers(), repeat(columnOf(b), match.right, series)))
  }
  if (b.kind === 'series') {
    const series = pickItems(b.frame, match.right)
    return toSeries(series, labels, calculate(repeat(columnOf(a), match.left, series), series.numbers()))
  }
  return toNumbers(labels, calculate(columnOf(a).gather(match.left), columnOf(b).gather(match.right)))
}

const toSeries = (frame: SeriesFrame, labels: LabelMatch['labels'], column: NumberColumn<'number'>): Values => ({
  kind: 'series',
  frame: withColumn(frame, column).with({ labels }),
})

function pointsOf({ offsets }: SeriesFrame, items: Int32Array): number {
  let points = 0
  for (let k = 0; k < items.length; k++) points += offsets[items[k]! + 1]! - offsets[items[k]!]!
  return points
}

const pickItems = (frame: SeriesFrame, items: Int32Array): SeriesFrame =>
  isAllOf(items, frame.length) ? frame : pick(frame, items)

function isAllOf(items: Int32Array, count: number): boolean {
  if (items.length !== count) return false
  for (let k = 0; k < count; k++) if (items[k] !== k) return false
  return true
}

/** The number of each of these items once for every point of the series beside it. */
function repeat(numbers: NumberColumn<'number'>, items: Int32Array, series: SeriesFrame): NumberColumn<'number'> {
  const { offsets, points, length } = series
  if (numbers.validity) {
    const order = new Int32Array(points)
    for (let i = 0; i < length; i++) order.fill(items[i]!, offsets[i], offsets[i + 1])
    return numbers.gather(order)
  }
  const repeated = new Float64Array(points)
  for (let i = 0; i < length; i++) repeated.fill(numbers.values[items[i]!]!, offsets[i], offsets[i + 1])
  return new NumberColumn('number', repeated)
}

const keepUnit: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['+', '-', '%'])

/** Sums stay in the unit of their parts, when these have one; what is multiplied may be in any other. */
function unitOf({ operator, left, right }: BinaryTerm, a: string | undefined, b: string | undefined) {
  if (!keepUnit.has(operator)) return undefined
  if (isConstant(right)) return a
  if (isConstant(left)) return b
  return a === b ? a : undefined
}

function isConstant(term: MathTerm): boolean {
  if (term.type === 'input') return false
  if (term.type === 'binary') return isConstant(term.left) && isConstant(term.right)
  return 'operand' in term ? isConstant(term.operand) : true
}
