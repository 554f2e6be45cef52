import { expect, it } from 'vitest'
import { createSteadyLength } from './steady-length.ts'

it('keeps the room that the longest text needed, as long as the values are the same', () => {
  const lengthOf = createSteadyLength()
  expect(lengthOf(['9%', '10%'], ['a', 'b'])).toBe(5)
  expect(lengthOf(['1.21 kB/s', '0 B/s'], ['a', 'b'])).toBe(9)
  expect(lengthOf(['0 B/s', '0 B/s'], ['a', 'b'])).toBe(9)
  expect(lengthOf(['0 B/s'], ['a'])).toBe(5)
})
