import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asin, atan2, cos, exp, ln, pow, sin } from './pinned-math.ts'

/** How far a value is from another, in units of the last place of a double. */
const isNear = (found: number, expected: number, units: number) =>
  Object.is(found, expected) ||
  found === expected ||
  Math.abs(found - expected) <= units * Number.EPSILON * Math.max(Math.abs(expected), Number.MIN_VALUE / Number.EPSILON)
function near(found: number, expected: number, units = 4) {
  expect(isNear(found, expected, units), `${found} instead of ${expected}`).toBe(true)
}
function close(found: number, expected: number) {
  expect(Math.abs(found - expected)).toBeLessThan(2e-15)
}

describe('functions that give the same in every engine', () => {
  it('are those of the engine, but for the last digits', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true })
    const small = fc.double({ noNaN: true, min: -700, max: 700 })
    const angle = fc.double({ noNaN: true, min: -13, max: 13 })
    fc.assert(fc.property(small, (x) => near(exp(x), Math.exp(x))))
    fc.assert(fc.property(number, (x) => near(ln(Math.abs(x)), Math.log(Math.abs(x)))))
    fc.assert(fc.property(fc.double({ noNaN: true, min: 0.5, max: 2 }), (x) => near(ln(x), Math.log(x))))
    // Near a zero of theirs the error is that of the angle.
    fc.assert(fc.property(angle, (x) => close(sin(x), Math.sin(x))))
    fc.assert(fc.property(angle, (x) => close(cos(x), Math.cos(x))))
    fc.assert(fc.property(fc.double({ noNaN: true, min: -1, max: 1 }), (x) => near(asin(x), Math.asin(x), 8)))
    fc.assert(fc.property(angle, angle, (y, x) => close(atan2(y, x), Math.atan2(y, x))))
  })

  it('raise to powers as the engine does, but for the last digits', () => {
    const base = fc.double({ noNaN: true, min: 1e-10, max: 1e10 })
    fc.assert(fc.property(base, fc.double({ noNaN: true, min: -20, max: 20 }), (x, y) => near(pow(x, y), x ** y, 64)))
    fc.assert(fc.property(base, fc.integer({ min: -30, max: 30 }), (x, y) => near(pow(-x, y), (-x) ** y, 64)))
    expect([pow(3, 2), pow(2, -1), pow(10, 3), pow(2, 1023), pow(2, 1024), pow(2, -1074)]).toEqual([
      9,
      0.5,
      1000,
      2 ** 1023,
      Infinity,
      Number.MIN_VALUE,
    ])
  })

  it.each([
    [0, 0],
    [-8, 1 / 3],
    [NaN, 0],
    [0, -1],
    [-0, -3],
    [Infinity, 0.5],
    [1, Infinity],
    [5, NaN],
    [-2, Infinity],
  ])('have the special powers of the standard: %d ** %d', (x, y) => expect(pow(x, y)).toBe(x ** y))

  it('have their limits', () => {
    expect([exp(710), exp(-746), exp(NaN), exp(0), exp(-Infinity)]).toEqual([Infinity, 0, NaN, 1, 0])
    expect([ln(0), ln(-1), ln(1), ln(Infinity), ln(NaN)]).toEqual([-Infinity, NaN, 0, Infinity, NaN])
    expect([ln(Number.MIN_VALUE), exp(-745)]).toEqual([Math.log(Number.MIN_VALUE), Number.MIN_VALUE])
    expect([sin(Infinity), cos(0), sin(0), asin(1.1)]).toEqual([NaN, 1, 0, NaN])
    expect([atan2(0, -1), atan2(-1, 0), atan2(0, 0)]).toEqual([Math.PI, -Math.PI / 2, 0])
  })
})
