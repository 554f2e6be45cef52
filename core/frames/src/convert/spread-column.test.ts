import { expect, it } from 'vitest'
import { createBuilder, spreadColumn, type ColumnKind } from '../index.ts'

const column = (kind: ColumnKind, cells: readonly unknown[]) => {
  const builder = createBuilder(kind, 'x')
  for (const cell of cells) builder.push(cell)
  return builder.build({ unit: 's' })
}

it.each([
  ['number', [1, 2, NaN]],
  ['number', [1, null, NaN]],
  ['text', ['a', 'b', null]],
] as const)('spreads a column of %s over an axis, with nulls between', (kind, cells) => {
  const axis = Float64Array.of(0, 1, 2, 3, 4)
  const made = spreadColumn(column(kind, cells), Float64Array.of(0, 2, 3), axis)
  expect(Array.from(axis, (_, i) => made.at(i))).toEqual([cells[0], null, cells[1], cells[2], null])
  expect([made.kind, made.meta]).toEqual([kind, { unit: 's' }])
})
