import { expect, it } from 'vitest'

import { createByteCache } from './cache.ts'

const setup = (maxBytes = 100) => {
  const clock = { ms: 0 }
  return { clock, cache: createByteCache<string>({ maxBytes, now: () => clock.ms }) }
}

it('keeps a value until its time is over', () => {
  const { cache, clock } = setup()
  cache.set('a', 'x', 10, 1000)
  clock.ms = 999
  expect(cache.get('a')).toBe('x')
  clock.ms = 1000
  expect(cache.get('a')).toBeUndefined()
  expect(cache.bytes()).toBe(0)
})

it('drops what was used longest ago when it is full', () => {
  const { cache } = setup()
  cache.set('a', 'x', 40, 1000)
  cache.set('b', 'y', 40, 1000)
  cache.get('a')
  cache.set('c', 'z', 40, 1000)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['x', undefined, 'z'])
  expect(cache.bytes()).toBe(80)
})

it('does not keep what is larger than itself', () => {
  const { cache } = setup()
  cache.set('a', 'x', 40, 1000)
  cache.set('b', 'y', 101, 1000)
  expect([cache.get('a'), cache.get('b')]).toEqual(['x', undefined])
})

it('weighs a replaced value once', () => {
  const { cache } = setup()
  cache.set('a', 'x', 40, 1000)
  cache.set('a', 'y', 50, 1000)
  expect([cache.get('a'), cache.bytes()]).toEqual(['y', 50])
  cache.clear()
  expect([cache.get('a'), cache.bytes()]).toEqual([undefined, 0])
})
