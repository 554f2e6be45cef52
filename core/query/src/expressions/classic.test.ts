import { describe, expect, it } from 'vitest'
import type { ClassicCondition } from './expression.ts'
import { itemsOf, numbersOf, resultOf, seriesOf } from './testing.ts'

const hosts = seriesOf([
  {
    labels: { host: 'a' },
    points: [
      [0, 1],
      [1000, null],
      [2000, 3],
    ],
  },
  {
    labels: { host: 'b' },
    points: [
      [0, 10],
      [1000, 20],
    ],
  },
])
const silent = seriesOf([{ labels: { host: 'c' }, points: [[0, null]] }])
const condition = (more: Partial<ClassicCondition> = {}): ClassicCondition => ({
  operator: 'and',
  input: 'A',
  reducer: 'max',
  evaluator: 'above',
  values: [15],
  ...more,
})
const classic = (...conditions: Partial<ClassicCondition>[]) =>
  itemsOf(
    resultOf(
      { type: 'classic', conditions: conditions.map(condition) },
      { A: [hosts], S: [silent], N: [], T: [numbersOf([{ labels: {}, value: 5 }])] },
    ),
  )
const no = { values: [1000] }
const yes = {}
const unknown = { input: 'N' }

describe('classic conditions', () => {
  it('give one number without labels', () => {
    expect(classic(yes)).toEqual([{ labels: {}, value: 1 }])
  })

  it.each<[string, Partial<ClassicCondition>[], number | null]>([
    ['no series fulfils one', [no], 0],
    ['any series fulfils one', [{ reducer: 'min', evaluator: 'below', values: [2] }], 1],
    ['both are fulfilled', [yes, yes], 1],
    ['one of two is not', [yes, no], 0],
    ['one or the other is', [no, { operator: 'or' }], 1],
    ['they are read from the first on', [yes, { operator: 'or', ...no }, no], 0],
    ['the first has an operator', [{ operator: 'or', ...no }], 0],
    ['missing values are passed over', [{ reducer: 'mean', evaluator: 'equal', values: [2] }], 1],
    ['a number is compared', [{ input: 'T', evaluator: 'withinOrEqual', values: [5, 4] }], 1],
    ['there is no data', [unknown], null],
    ['all that there is is missing', [{ input: 'S' }], null],
    ['one of two has data', [unknown, { operator: 'or', ...no }], 0],
    ['nothing is asked for', [{ input: 'N', evaluator: 'noValue' }], 1],
    ['a series without values is asked for', [{ input: 'S', evaluator: 'noValue' }], 1],
    ['something is there where nothing is asked for', [{ evaluator: 'noValue' }], 0],
    ['what is missing is not unequal', [{ input: 'S', evaluator: 'notEqual', values: [3] }], null],
  ])('tell when %s', (_, conditions, expected) => {
    expect(classic(...conditions)[0]!.value).toBe(expected)
  })
})
