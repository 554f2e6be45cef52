import { expect, it } from 'vitest'
import { mergePatch } from './index.ts'

// The table of RFC 7396, appendix A.
it.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('makes of %j with %j %j', (target, patch, expected) => {
  expect(mergePatch(target, patch)).toEqual(expected)
})

it('changes neither the document nor the patch, and takes any name for a property', () => {
  const target = Object.freeze({ a: Object.freeze({ b: 1 }) })
  const patch: unknown = JSON.parse('{ "a": { "__proto__": { "c": 2 } } }')
  const merged = mergePatch(target, patch) as { a: object }
  expect(JSON.stringify(merged)).toBe('{"a":{"b":1,"__proto__":{"c":2}}}')
  expect(Object.getPrototypeOf(merged.a)).toBe(Object.prototype)
  expect(target).toEqual({ a: { b: 1 } })
})
