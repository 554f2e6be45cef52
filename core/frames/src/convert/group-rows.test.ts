import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { codesOf, groupRows, TextColumn, TextDictionary } from '../index.ts'

it('finds the groups that a map of all texts would, for columns with few values and with many', () => {
  const column = fc
    .tuple(fc.integer({ min: 1, max: 300 }), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }))
    .map(([values, cells]) => {
      const dictionary = new TextDictionary(Array.from({ length: values }, (_, i) => `v${i}`))
      const codes = Int32Array.from(cells, (cell) => (cell % (values + 1)) - 1)
      return new TextColumn(codes, dictionary)
    })
  fc.assert(
    fc.property(fc.array(column, { maxLength: 8 }), fc.integer({ min: 0, max: 60 }), (whole, rows) => {
      const columns = whole.map((each) => each.slice(0, rows))
      const firsts: number[] = []
      const groups = new Map<string, number>()
      const groupOf = Array.from({ length: rows }, (_, r) => {
        const key = JSON.stringify(columns.map((each) => each.at(r)))
        if (!groups.has(key)) groups.set(key, firsts.push(r) - 1)
        return groups.get(key)
      })
      const found = groupRows(columns.map(codesOf), rows)
      expect([[...found.groupOf], [...found.firsts]]).toEqual([groupOf, firsts])
    }),
  )
})
