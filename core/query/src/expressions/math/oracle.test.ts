import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluateNaively } from '../oracle.ts'
import { itemsOf, numbersOf, resultOf, seriesOf, type Item } from '../testing.ts'
import { binaryOperators, functionNames, printMath, type MathTerm } from './syntax.ts'

const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.constantFrom(null, NaN, Infinity, -Infinity, 0.5),
)
const labels = fc.dictionary(fc.constantFrom('host', 'disk'), fc.constantFrom('a', 'b'), { noNullPrototype: true })
const times = fc.uniqueArray(fc.constantFrom(0, 1000, 2000, 3000, 4500), { maxLength: 5 })
const series = fc.array(
  fc.record({
    labels,
    points: times.chain((chosen) =>
      fc
        .array(value, { minLength: chosen.length, maxLength: chosen.length })
        .map((values) => chosen.toSorted((x, y) => x - y).map((time, k) => [time, values[k]!] as const)),
    ),
  }),
  { maxLength: 4 },
)
const numbers = fc.array(fc.record({ labels, value }), { maxLength: 4 })

const { term } = fc.letrec<{ term: MathTerm }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('input' as const), name: fc.constantFrom('A', 'B', 'C') }),
    fc.record({ type: fc.constant('number' as const), value: fc.constantFrom(0, 1, 2.5) }),
    fc.record({ type: fc.constant('constant' as const), name: fc.constantFrom('null', 'nan', 'inf') }),
    fc.record({
      type: fc.constant('unary' as const),
      operator: fc.constantFrom('-' as const, '!' as const),
      operand: tie('term'),
    }),
    fc.record({ type: fc.constant('call' as const), name: fc.constantFrom(...functionNames), operand: tie('term') }),
    fc.record({
      type: fc.constant('binary' as const),
      operator: fc.constantFrom(...binaryOperators.flat()),
      left: tie('term'),
      right: tie('term'),
    }),
  ),
}))

/** Without the gaps that a regular frame fills, which have no sample, and with one zero. */
const comparable = (items: readonly Item[]) =>
  items.map(({ labels: own, points, value: single = null }) => ({
    labels: own,
    ...(points
      ? { points: points.filter(([, x]) => x !== null).map(([time, x]) => [time, x! + 0] as const) }
      : { value: single === null ? null : single + 0 }),
  }))

/** Gaps, once filled, are missing values, of which a question has an answer. */
const asksForGaps = (part: MathTerm): boolean => {
  if (part.type === 'call') return part.name.startsWith('is_') || asksForGaps(part.operand)
  if (part.type === 'unary') return asksForGaps(part.operand)
  return part.type === 'binary' && (asksForGaps(part.left) || asksForGaps(part.right))
}

it('calculates what plain loops over objects calculate', () => {
  fc.assert(
    fc.property(term, series, series, numbers, (given, a, b, c) => {
      fc.pre(!asksForGaps(given) || [...a, ...b].every(({ points }) => points.length < 2))
      const expression = { type: 'math', expression: printMath(given) } as const
      const found = resultOf(expression, { A: [seriesOf(a)], B: [seriesOf(b)], C: [numbersOf(c)] })
      expect(comparable(itemsOf(found))).toEqual(comparable(evaluateNaively(given, { A: a, B: b, C: c })))
    }),
    { numRuns: 1000 },
  )
})
