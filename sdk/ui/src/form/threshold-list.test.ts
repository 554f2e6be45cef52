import { expect, it } from 'vitest'
import { addStep, levelText, orderOf, toThresholds, withLevel } from './threshold-list.ts'

it('reads a level as a number, as what is calculated, or as the base', () => {
  const step = { value: 1, color: 'red' }
  expect(['90.5', '${limit} * 0.8', ' ', '-5'].map((text) => withLevel(step, text))).toEqual([
    { value: 90.5, color: 'red' },
    { valueExpr: '${limit} * 0.8', color: 'red' },
    { color: 'red' },
    { value: -5, color: 'red' },
  ])
  expect([{ value: 0, color: 'red' }, { valueExpr: 'a', color: 'red' }, { color: 'red' }].map(levelText)).toEqual([
    '0',
    'a',
    '',
  ])
})

it('orders the base, numbers, and what is calculated', () => {
  const color = 'red'
  expect(orderOf([{ valueExpr: 'x', color }, { value: 9, color }, { value: -1, color }, { color }])).toEqual([
    3, 2, 1, 0,
  ])
})

it('begins with a base and a step, and goes on above the highest in a colour that is free', () => {
  const first = addStep(toThresholds(undefined))
  expect(first).toEqual([{ color: 'green' }, { value: 80, color: 'red' }])
  expect(addStep({ mode: 'absolute', steps: [...first] }).at(-1)).toEqual({ value: 90, color: 'orange' })
  expect(addStep({ mode: 'percentage', steps: [{ color: 'red' }] }).at(-1)).toEqual({ value: 50, color: 'orange' })
})
