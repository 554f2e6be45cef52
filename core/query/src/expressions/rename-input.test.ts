import { expect, it } from 'vitest'
import type { ClassicCondition, Expression } from './expression.ts'
import { renameInput } from './rename-input.ts'

const math = (expression: string): Expression => ({ type: 'math', expression })

it.each([
  ['$A + ${A} * $AB', '$Up + ${Up} * $AB'],
  ['abs($A)', 'abs($Up)'],
  ['$B', '$B'],
  ['$A +* )', '$Up +* )'],
  ['$A + §', '$A + §'],
])('renames in %s', (text, renamed) => {
  expect(renameInput(math(text), 'A', 'Up')).toEqual(math(renamed))
})

it('renames the input of all others', () => {
  const condition: ClassicCondition = {
    operator: 'and',
    input: 'A',
    reducer: 'lastNotNull',
    evaluator: 'above',
    values: [1],
  }
  const classic: Expression = { type: 'classic', conditions: [condition, { ...condition, input: 'B' }] }
  expect(renameInput(classic, 'A', 'Up')).toEqual({
    ...classic,
    conditions: [
      { ...condition, input: 'Up' },
      { ...condition, input: 'B' },
    ],
  })
  const reduce: Expression = { type: 'reduce', input: 'A', reducer: 'lastNotNull', mode: 'strict' }
  expect(renameInput(reduce, 'A', 'Up')).toEqual({ ...reduce, input: 'Up' })
  expect(renameInput(reduce, 'B', 'Up')).toBe(reduce)
})
