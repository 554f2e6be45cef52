import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, createBuilder, TextColumn, TextDictionary, uniteCodes, type ColumnKind } from '../index.ts'

const column = (kind: ColumnKind, cells: readonly unknown[]) => {
  const builder = createBuilder(kind, 'x')
  for (const cell of cells) builder.push(cell)
  return builder.build({})
}

describe('codesOf', () => {
  it('numbers values as they are met, as a Map would', () => {
    const value = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, NaN, Infinity))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), (values) => {
        const numberOf = new Map<number, number>()
        const expected = values.map((each) => {
          if (Number.isNaN(each)) return -1
          if (!numberOf.has(each)) numberOf.set(each, numberOf.size)
          return numberOf.get(each)
        })
        const { codes, count } = codesOf(column('number', values))
        expect([[...codes], count]).toEqual([expected, numberOf.size])
      }),
    )
  })

  it('numbers more values than its first table holds', () => {
    const values = Float64Array.from({ length: 50_000 }, (_, k) => 1_700_000_000_000 + (k % 20_000) * 15_000)
    const { codes, count } = codesOf(column('time', [...values]))
    expect(count).toBe(20_000)
    expect(codes.every((code, k) => code === k % 20_000)).toBe(true)
  })

  it.each([
    ['boolean', [true, null, false, true], [0, -1, 1, 0]],
    ['nanos', [5n, 4n, null, 5n], [0, 1, -1, 0]],
    ['longText', ['a', 'b', null, 'a'], [0, 1, -1, 0]],
    ['json', [{ a: 1 }, [1], null, { a: 1 }], [0, 1, -1, 0]],
  ] as const)('numbers cells of kind %s', (kind, cells, codes) => {
    expect([...codesOf(column(kind, cells)).codes]).toEqual(codes)
  })

  it('gives equal texts one code though their dictionary has them twice', () => {
    const text = new TextColumn(Int32Array.of(0, 1, -1, 2), new TextDictionary(['a', 'b', 'a']))
    expect(codesOf(text)).toEqual({ codes: Int32Array.of(0, 1, -1, 0), count: 2 })
  })
})

describe('uniteCodes', () => {
  it('compares numbers with times, and numbers with texts as text', () => {
    const united = uniteCodes([column('time', [1000, 2000]), column('number', [2000, 1.5])])
    expect(united.codes.map((codes) => [...codes])).toEqual([
      [0, 1],
      [1, 2],
    ])
    const mixed = uniteCodes([column('number', [1, 2]), column('text', ['2', 'x'])])
    expect(mixed.codes.map((codes) => [...codes])).toEqual([
      [0, 1],
      [1, 2],
    ])
  })
})
