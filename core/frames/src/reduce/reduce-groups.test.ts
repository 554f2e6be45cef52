import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createGroupReducer, gatherGroups, isGroupReducer, reduce, reducerIds, type RowGroups } from '../index.ts'

const groupsOf = (groupOf: readonly number[]): RowGroups => ({
  groupOf: Int32Array.from(groupOf),
  firsts: Int32Array.from(new Set(groupOf), (group) => groupOf.indexOf(group)),
})

it.each(reducerIds.filter(isGroupReducer))('makes %s of the values of each group', (id) => {
  const value = fc.oneof(
    fc.constant(NaN),
    fc.integer({ min: -5, max: 5 }),
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  )
  const row = fc.record({ value, group: fc.nat({ max: 4 }) })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const numberOf = new Map<number, number>()
      for (const { group } of rows) if (!numberOf.has(group)) numberOf.set(group, numberOf.size)
      const groups = groupsOf(rows.map(({ group }) => numberOf.get(group)!))
      const made = createGroupReducer(
        Float64Array.from(rows, (each) => each.value),
        groups,
      )(id)
      const expected = Array.from(
        numberOf.keys(),
        (group) =>
          reduce(
            id,
            Float64Array.from(
              rows.filter((each) => each.group === group),
              (each) => each.value,
            ),
          ) ?? NaN,
      )
      expect([...made]).toEqual(expected)
    }),
  )
})

it('gathers the rows of each group, in their order', () => {
  expect(gatherGroups(groupsOf([0, 1, 0, 2, 1]))).toEqual({
    rows: Int32Array.of(0, 2, 1, 4, 3),
    offsets: Int32Array.of(0, 2, 4, 5),
  })
})
