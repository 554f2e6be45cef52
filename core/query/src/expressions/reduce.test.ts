import type { NumberReducerId } from '@orrery/frames'
import { describe, expect, it } from 'vitest'
import type { ExpressionOf } from './expression.ts'
import { itemsOf, noticesOf, numbersOf, resultOf, seriesOf } from './testing.ts'

const series = seriesOf(
  [
    {
      labels: { host: 'a' },
      points: [
        [0, 1],
        [1000, 5],
        [2000, 3],
      ],
    },
    {
      labels: { host: 'gaps' },
      points: [
        [0, 4],
        [1000, null],
        [2000, 2],
      ],
    },
    {
      labels: { host: 'odd' },
      points: [
        [0, NaN],
        [1000, 6],
        [2000, Infinity],
      ],
    },
    { labels: { host: 'empty' } },
  ],
  'bytes',
)
const reduced = (reducer: NumberReducerId, more: Partial<ExpressionOf<'reduce'>> = {}) =>
  resultOf({ type: 'reduce', input: 'A', reducer, mode: 'strict', ...more }, { A: [series] })
const values = (...given: Parameters<typeof reduced>) => itemsOf(reduced(...given)).map(({ value }) => value)

describe('reduce', () => {
  it('gives a row for each series, with its labels and unit', () => {
    const frame = reduced('mean')
    expect(frame).toMatchObject({ kind: 'numeric', meta: { refId: 'X', name: 'X' } })
    expect(itemsOf(frame).map(({ labels }) => labels['host'])).toEqual(['a', 'gaps', 'odd', 'empty'])
    expect(frame.fields.get('value')!.meta.unit).toBe('bytes')
    expect(reduced('count').fields.get('value')!.meta.unit).toBe('none')
  })

  it.each<[NumberReducerId, (number | null)[]]>([
    ['mean', [3, NaN, NaN, NaN]],
    ['min', [1, NaN, NaN, NaN]],
    ['max', [5, NaN, NaN, NaN]],
    ['sum', [9, NaN, NaN, 0]],
    ['median', [3, NaN, NaN, NaN]],
    ['p50', [3, NaN, NaN, NaN]],
    ['last', [3, 2, Infinity, NaN]],
    ['lastNotNull', [3, 2, Infinity, NaN]],
    ['first', [1, 4, NaN, NaN]],
    ['firstNotNull', [1, 4, 6, NaN]],
    ['count', [3, 2, 2, 0]],
    ['countAll', [3, 3, 3, 0]],
  ])(
    'is not a number, when it is strict, for %s of values of which one that counts is missing',
    (reducer, expected) => {
      expect(values(reducer)).toEqual(expected)
    },
  )

  it.each<[NumberReducerId, (number | null)[]]>([
    ['mean', [3, 3, 6, null]],
    ['sum', [9, 6, 6, 0]],
    ['last', [3, 2, 6, null]],
    ['countAll', [3, 2, 1, 0]],
  ])('drops what is no finite number for %s', (reducer, expected) => {
    expect(values(reducer, { mode: 'drop' })).toEqual(expected)
  })

  it.each<[NumberReducerId, number | undefined, (number | null)[]]>([
    ['mean', 100, [3, 106 / 3, 206 / 3, 100]],
    ['max', 100, [5, 100, 100, 100]],
    ['min', undefined, [1, 0, 0, 0]],
  ])('takes another value for what is no finite number for %s', (reducer, replaceWith, expected) => {
    const more = { mode: 'replace' as const, ...(replaceWith === undefined ? {} : { replaceWith }) }
    expect(values(reducer, more)).toEqual(expected)
  })

  it('leaves numbers as they are, and says so', () => {
    const numbers = numbersOf([NaN, null, Infinity, 2].map((value, k) => ({ labels: { k: String(k) }, value })))
    const of = (mode: 'strict' | 'drop' | 'replace') =>
      resultOf({ type: 'reduce', input: 'A', reducer: 'mean', mode, replaceWith: 9 }, { A: [numbers] })
    expect(itemsOf(of('strict')).map(({ value }) => value)).toEqual([NaN, null, Infinity, 2])
    expect(itemsOf(of('drop')).map(({ value }) => value)).toEqual([null, null, null, 2])
    expect(itemsOf(of('replace')).map(({ value }) => value)).toEqual([9, 9, 9, 2])
    expect(noticesOf(of('strict'))).toEqual(['A has single numbers already, so nothing is reduced.'])
    expect(itemsOf(numbersOf([{ labels: {}, value: 1 }]))).toEqual([{ labels: {}, value: 1 }])
  })

  it('keeps its schema without data', () => {
    const frame = resultOf({ type: 'reduce', input: 'A', reducer: 'mean', mode: 'strict' }, { A: [] })
    expect(frame).toMatchObject({ kind: 'numeric', length: 0 })
    expect([[...frame.fields.keys()], noticesOf(frame)]).toEqual([['value'], []])
  })
})
