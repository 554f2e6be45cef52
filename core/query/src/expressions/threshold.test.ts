import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comparison } from './condition.ts'
import type { ExpressionOf } from './expression.ts'
import { itemsOf, numbersOf, resultOf, seriesOf } from './testing.ts'

const plain: Readonly<Record<Comparison, (x: number, a: number, b: number) => boolean>> = {
  above: (x, a) => x > a,
  aboveOrEqual: (x, a) => x >= a,
  below: (x, a) => x < a,
  belowOrEqual: (x, a) => x <= a,
  equal: (x, a) => x === a,
  notEqual: (x, a) => x !== a,
  within: (x, a, b) => x > Math.min(a, b) && x < Math.max(a, b),
  withinOrEqual: (x, a, b) => x >= Math.min(a, b) && x <= Math.max(a, b),
  outside: (x, a, b) => x < Math.min(a, b) || x > Math.max(a, b),
  outsideOrEqual: (x, a, b) => x <= Math.min(a, b) || x >= Math.max(a, b),
}
const threshold = (condition: Comparison, values: number[], more: Partial<ExpressionOf<'threshold'>> = {}) =>
  ({ type: 'threshold', input: 'A', condition, values, ...more }) as const

describe('threshold', () => {
  it.each(Object.keys(plain) as Comparison[])('marks what is %s', (condition) => {
    const small = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom(Infinity, -Infinity))
    fc.assert(
      fc.property(fc.array(small), small, small, (numbers, a, b) => {
        const items = numbers.map((value, k) => ({ labels: { k: String(k) }, value }))
        const found = itemsOf(resultOf(threshold(condition, [a, b]), { A: [numbersOf(items)] }))
        expect(found.map(({ value }) => value)).toEqual(numbers.map((x) => Number(plain[condition](x, a, b))))
      }),
    )
  })

  it('leaves what is missing or no number as it is, and drops the unit', () => {
    const frame = resultOf(threshold('notEqual', [1]), {
      A: [
        seriesOf(
          [
            {
              labels: { host: 'a' },
              points: [
                [0, null],
                [1000, NaN],
                [2000, 2],
              ],
            },
          ],
          'bytes',
        ),
      ],
    })
    expect(itemsOf(frame)).toEqual([
      {
        labels: { host: 'a' },
        points: [
          [0, null],
          [1000, NaN],
          [2000, 1],
        ],
      },
    ])
    expect(frame.fields.get('value')!.meta.unit).toBeUndefined()
  })
})

describe('a threshold with recovery', () => {
  const expression = threshold('above', [90], { recovery: { condition: 'below', values: [80] } })

  it('holds from point to point until it recovers', () => {
    const course = [85, 95, 85, NaN, 80, 79, 85, 91, 70]
    const points = course.map((value, k) => [k * 1000, value] as const)
    const [item] = itemsOf(resultOf(expression, { A: [seriesOf([{ labels: {}, points }])] }))
    expect(item!.points!.map(([, value]) => value)).toEqual([0, 1, 1, NaN, 1, 0, 0, 1, 0])
  })

  it('goes on from what was over it before, by labels', () => {
    const numbers = numbersOf(['a', 'b', 'c'].map((host, k) => ({ labels: { host }, value: [85, 85, 75][k]! })))
    const asked: unknown[] = []
    const found = itemsOf(
      resultOf(
        expression,
        { A: [numbers] },
        {
          context: {
            wasActive: (refId, labels) => {
              asked.push([refId, labels])
              return labels['host'] !== 'b'
            },
          },
        },
      ),
    )
    expect(found.map(({ value }) => value)).toEqual([1, 0, 0])
    expect(asked).toEqual(['a', 'b', 'c'].map((host) => ['X', { host }]))
  })
})
