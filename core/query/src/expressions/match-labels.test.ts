import { SeriesBuilder, type Labels, type SeriesFrame } from '@orrery/frames'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsOf, matchNaively } from './oracle.ts'
import { matchLabels } from './match-labels.ts'

const frameOf = (items: readonly Labels[]): SeriesFrame => {
  const builder = new SeriesBuilder()
  for (const labels of items) builder.add(labels, [], [])
  return builder.build()
}

const match = (a: readonly Labels[], b: readonly Labels[]) => {
  const { left, right, labels } = matchLabels(frameOf(a), frameOf(b), () => {})
  return Array.from(left, (row, k) => ({ left: row, right: right[k]!, labels: labelsOf(labels, k) }))
}

describe('matchLabels', () => {
  it.each<[string, Labels[], Labels[], [number, number, Labels][]]>([
    [
      'equal labels',
      [{ a: '1' }, { a: '2' }],
      [{ a: '2' }, { a: '1' }],
      [
        [0, 1, { a: '1' }],
        [1, 0, { a: '2' }],
      ],
    ],
    [
      'none with any',
      [{}],
      [{ a: '1' }, { b: '2' }],
      [
        [0, 0, { a: '1' }],
        [0, 1, { b: '2' }],
      ],
    ],
    [
      'fewer with more',
      [{ a: '1', b: '2' }],
      [{ a: '1' }, { a: '2' }, { b: '2' }],
      [
        [0, 0, { a: '1', b: '2' }],
        [0, 2, { a: '1', b: '2' }],
      ],
    ],
    [
      'not those that each have one of their own',
      [{ a: '1', b: '2' }, { a: '1' }],
      [{ a: '1', c: '3' }],
      [[1, 0, { a: '1', c: '3' }]],
    ],
    ['one with one, whatever their labels', [{ a: '1' }], [{ a: '2' }], [[0, 0, {}]]],
    ['not one with two of other labels', [{ a: '1' }], [{ a: '2' }, { a: '3' }], []],
    ['nothing with nothing', [], [], []],
    ['nothing with one', [], [{ a: '1' }], []],
    [
      'labels that are twice with both',
      [{ a: '1' }, { a: '1' }],
      [{ a: '1' }],
      [
        [0, 0, { a: '1' }],
        [1, 0, { a: '1' }],
      ],
    ],
    ['an empty label with an empty one only', [{ a: '' }, { a: '1' }], [{ a: '' }, { a: '2' }], [[0, 0, { a: '' }]]],
  ])('matches %s', (_, a, b, expected) => {
    expect(match(a, b)).toEqual(expected.map(([left, right, labels]) => ({ left, right, labels })))
  })

  it('finds what nested loops find, in their order', () => {
    const name = fc.constantFrom('a', 'b', 'c', '__proto__')
    const items = fc.array(fc.dictionary(name, fc.constantFrom('1', '2', ''), { maxKeys: 3, noNullPrototype: true }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(items, items, (a, b) => {
        expect(match(a, b)).toEqual(matchNaively(a, b))
      }),
      { numRuns: 500 },
    )
  })

  it('tells how many pairs there would be before it makes them', () => {
    const same = frameOf(Array.from({ length: 1000 }, () => ({})))
    expect(() =>
      matchLabels(same, same, (pairs) => {
        throw new RangeError(String(pairs))
      }),
    ).toThrow(new RangeError('1000000'))
  })
})
