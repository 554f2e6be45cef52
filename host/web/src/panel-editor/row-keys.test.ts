import { expect, it } from 'vitest'
import { createRowKeys } from './row-keys.ts'

const [a, b, c] = [{ a: 1 }, { b: 1 }, { c: 1 }]

it('keeps the keys of rows that are edited and moved, and of those around others that come and go', () => {
  const keysOf = createRowKeys()
  expect(keysOf([a, b, c])).toEqual([1, 2, 3])
  const edited = { b: 2 }
  expect(keysOf([a, edited, c])).toEqual([1, 2, 3])
  expect(keysOf([c, a, edited])).toEqual([3, 1, 2])
  expect(keysOf([c, edited])).toEqual([3, 2])
  expect(keysOf([c, { d: 1 }, edited])).toEqual([3, 4, 2])
})

it('tells rows of equal items apart', () => {
  expect(createRowKeys()([a, a])).toEqual([1, 2])
})
