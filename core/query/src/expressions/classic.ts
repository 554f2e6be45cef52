import { reduce } from '@orrery/frames'
import type { ClassicCondition, ExpressionOf } from './expression.ts'
import { isInSpan, toSpan } from './span.ts'
import { toScalar, type Values } from './values.ts'

/**
 * One number without labels: 1 when the conditions, read from the first to the last, are fulfilled; missing when they are
 * not, and none has data; else 0. A condition is fulfilled when any of its series or numbers fulfils it.
 */
export function evaluateClassic({ conditions }: ExpressionOf<'classic'>, valuesOf: (input: string) => Values): Values {
  let isFulfilled = false
  let hasData = false
  for (const [index, condition] of conditions.entries()) {
    const numbers = reduceAll(valuesOf(condition.input), condition)
    const own = fulfils(numbers, condition)
    if (numbers.some((number) => !Number.isNaN(number))) hasData = true
    if (index === 0) isFulfilled = own
    else isFulfilled = condition.operator === 'and' ? isFulfilled && own : isFulfilled || own
  }
  return toScalar(isFulfilled ? 1 : hasData ? 0 : null)
}

/** NaN where there is nothing. */
const reduceAll = ({ frame }: Values, { reducer }: ClassicCondition): readonly number[] =>
  Array.from(frame, ({ values }) => reduce(reducer, values) ?? NaN)

function fulfils(numbers: readonly number[], { evaluator, values }: ClassicCondition): boolean {
  if (evaluator === 'noValue') return numbers.length === 0 || numbers.some(Number.isNaN)
  const span = toSpan(evaluator, values)
  return numbers.some((number) => !Number.isNaN(number) && isInSpan(number, span))
}
