import { expect, it } from 'vitest'
import { createSteadyLength } from './steady-length.ts'

it('keeps the room that the longest value needed, as long as the values are the same', () => {
  const lengthOf = createSteadyLength()
  expect(lengthOf([2, 3], ['a', 'b'])).toBe(5)
  expect(lengthOf([9, 5], ['a', 'b'])).toBe(9)
  expect(lengthOf([5, 5], ['a', 'b'])).toBe(9)
  expect(lengthOf([5], ['a'])).toBe(5)
})
