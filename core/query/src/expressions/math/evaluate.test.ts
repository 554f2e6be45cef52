import { defineTable, number } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import { itemsOf, noticesOf, numbersOf, resultOf, seriesOf, type Item } from '../testing.ts'

const math = (expression: string) => ({ type: 'math', expression }) as const
const scalar = (expression: string) => itemsOf(resultOf(math(expression)))[0]!.value
const values = (expression: string, inputs: Readonly<Record<string, readonly Item[]>>) =>
  itemsOf(
    resultOf(
      math(expression),
      Object.fromEntries(
        Object.entries(inputs).map(([name, items]) => [name, [items[0]?.points ? seriesOf(items) : numbersOf(items)]]),
      ),
    ),
  )

describe('operators', () => {
  it.each([
    ['7 % 4', 3],
    ['-7 % 4', -3],
    ['7.5 / 2', 3.75],
    ['1 / 0', Infinity],
    ['0 / 0', NaN],
    ['2 ** 10', 1024],
    ['nan() ** 0', NaN],
    ['2 > 1', 1],
    ['2 < 1', 0],
    ['2 >= 2', 1],
    ['2 <= 1', 0],
    ['2 == 2', 1],
    ['2 != 2', 0],
    ['nan() == nan()', NaN],
    ['nan() != 1', NaN],
    ['1 > nan()', NaN],
    ['2 && 3', 1],
    ['2 && 0', 0],
    ['0 && nan()', 0],
    ['nan() && 0', 0],
    ['1 && nan()', NaN],
    ['0 || 3', 1],
    ['0 || 0', 0],
    ['nan() || 1', 1],
    ['nan() || 0', NaN],
    ['!0', 1],
    ['!5', 0],
    ['!nan()', NaN],
    ['-inf()', -Infinity],
    ['infn()', -Infinity],
  ])('calculates %s', (expression, result) => {
    expect(scalar(expression)).toBe(result)
  })

  it.each([
    'null()',
    '-null()',
    '!null()',
    '1 + null()',
    'null() == null()',
    '0 && null()',
    'null() || 1',
    'abs(null())',
  ])('leaves %s missing', (expression) => {
    expect(scalar(expression)).toBeNull()
  })
})

describe('functions', () => {
  it.each([
    ['abs(-2)', 2],
    ['log(1)', 0],
    ['log(-1)', NaN],
    ['exp(0)', 1],
    ['sqrt(9)', 3],
    ['sqrt(-1)', NaN],
    ['ceil(1.2)', 2],
    ['floor(-1.2)', -2],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(nan())', NaN],
    ['round(infn())', -Infinity],
    ['is_number(1)', 1],
    ['is_number(inf())', 0],
    ['is_number(nan())', 0],
    ['is_number(null())', 0],
    ['is_null(null())', 1],
    ['is_null(nan())', 0],
    ['is_null(1)', 0],
    ['is_nan(nan())', 1],
    ['is_nan(null())', 0],
    ['is_nan(1)', 0],
    ['is_inf(infn())', 1],
    ['is_inf(1)', 0],
    ['is_inf(null())', 0],
  ])('calculates %s', (expression, result) => {
    expect(scalar(expression)).toBe(result)
  })
})

describe('series and numbers', () => {
  const series: Item[] = [
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
        [1000, NaN],
      ],
    },
  ]

  it('gives each point of a series the number', () => {
    expect(values('$A * 2 + 1', { A: series })).toEqual([
      {
        labels: { host: 'a' },
        points: [
          [0, 3],
          [1000, null],
          [2000, 7],
        ],
      },
      {
        labels: { host: 'b' },
        points: [
          [0, 21],
          [1000, NaN],
        ],
      },
    ])
  })

  it('matches numbers and series by their labels, on either side', () => {
    const numbers: Item[] = [
      { labels: { host: 'b' }, value: 100 },
      { labels: { host: 'a' }, value: null },
    ]
    const expected = [
      {
        labels: { host: 'a' },
        points: [
          [0, null],
          [1000, null],
          [2000, null],
        ],
      },
      {
        labels: { host: 'b' },
        points: [
          [0, 90],
          [1000, NaN],
        ],
      },
    ]
    expect(values('$B - $A', { A: series, B: numbers })).toEqual(expected.toReversed())
    expect(values('-($A - $B)', { A: series, B: numbers })).toEqual(expected)
  })

  it('calculates numbers with numbers', () => {
    const a: Item[] = [
      { labels: { host: 'a' }, value: 6 },
      { labels: { host: 'b' }, value: null },
    ]
    const b: Item[] = [
      { labels: { host: 'a', disk: 'x' }, value: 2 },
      { labels: { host: 'b', disk: 'x' }, value: 2 },
    ]
    expect(values('$A / $B', { A: a, B: b })).toEqual([
      { labels: { host: 'a', disk: 'x' }, value: 3 },
      { labels: { host: 'b', disk: 'x' }, value: null },
    ])
  })

  it('takes one series and one number together whatever their labels, and drops these', () => {
    const a: Item[] = [{ labels: { host: 'a' }, points: [[0, 6]] }]
    expect(values('$A / $B', { A: a, B: [{ labels: { host: 'b' }, value: 2 }] })).toEqual([
      { labels: {}, points: [[0, 3]] },
    ])
  })
})

describe('times', () => {
  const of = (...points: [number, number | null][]): Item[] => [{ labels: {}, points }]
  const both = (a: Item[], b: Item[]) => resultOf(math('$A + $B'), { A: [seriesOf(a)], B: [seriesOf(b)] })

  it('adds points of equal times, and leaves out the others', () => {
    const regular = both(of([0, 1], [1000, 2], [2000, 3]), of([1000, 10], [2000, null], [3000, 30]))
    expect(itemsOf(regular)).toEqual(of([1000, 12], [2000, null]))
    expect(regular).toMatchObject({ step: 1000 })
    const jittered = both(of([0, 1], [7, 2], [2000, 3]), of([7, 10], [1999, 20], [2000, 30]))
    expect(itemsOf(jittered)).toEqual(of([7, 12], [2000, 33]))
    const twoSteps = both(of([0, 1], [1000, 2], [2000, 3]), of([0, 10], [2000, 20]))
    expect(itemsOf(twoSteps)).toEqual(of([0, 11], [2000, 23]))
  })

  it('says that nothing is left where no times are equal', () => {
    const frame = both(of([0, 1], [1000, 2]), of([500, 1], [1500, 2]))
    expect(itemsOf(frame)).toEqual(of())
    expect(noticesOf(frame)).toEqual([expect.stringMatching(/^Some series of \$A \+ \$B have no times in common/)])
  })
})

describe('what does not match', () => {
  const hosts = (...names: string[]) => numbersOf(names.map((host) => ({ labels: { host }, value: 1 })))

  it('is left out, and named', () => {
    const frame = resultOf(math('($A + $B) * 2'), { A: [hosts('a', 'b', 'c')], B: [hosts('b', 'd', 'e', 'f', 'g')] })
    expect(itemsOf(frame)).toEqual([{ labels: { host: 'b' }, value: 4 }])
    expect(noticesOf(frame)).toEqual([
      'In $A + $B, these of $A match none of $B by their labels and are left out: {host="a"}, {host="c"}.',
      'In $A + $B, these of $B match none of $A by their labels and are left out: {host="d"}, {host="e"}, {host="f"} and 1 more.',
    ])
  })

  it('has no data at all', () => {
    const frame = resultOf(math('$A + $B'), { A: [hosts('a')], B: [] })
    expect(frame).toMatchObject({ kind: 'numeric', length: 0 })
    expect(noticesOf(frame)).toEqual(['$B has no data, so $A + $B is calculated of nothing.'])
    expect(resultOf(math('$A + $B'), { A: [seriesOf([])], B: [] })).toMatchObject({ kind: 'series', length: 0 })
  })
})

describe('units', () => {
  const unitOf = (expression: string) => {
    const items = [{ labels: {}, points: [[0, 1]] as const }]
    const inputs = { A: [seriesOf(items, 'bytes')], B: [seriesOf(items, 's')], C: [seriesOf(items)] }
    return [...resultOf(math(expression), inputs).fields.values()].at(-1)!.meta.unit
  }

  it.each(['$A', '-$A', '$A + $A', '$A - 10', '10 + $A', '$A % 3', 'abs($A)', 'round($A + -1)'])(
    'stay in %s',
    (expression) => {
      expect(unitOf(expression)).toBe('bytes')
    },
  )

  it.each(['$A * 2', '$A / $A', '$A + $B', '$A + $C', '$A > 1', '!$A', 'log($A)', 'is_nan($A)', '$A ** 2'])(
    'do not hold in %s',
    (expression) => {
      expect(unitOf(expression)).toBeUndefined()
    },
  )
})

it('refuses to make more than a host can hold', () => {
  const many = defineTable({ value: number() }, 'numeric').fromColumns({ value: new Float64Array(5000) })
  expect(() => resultOf(math('$A + $A'), { A: [many] })).toThrow(
    'Expression X would make 25000000 points; at most 20000000 are calculated.',
  )
})
