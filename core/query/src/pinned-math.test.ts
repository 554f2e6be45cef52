import { assert, double, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asin, atan2, cos, exp, ln, pow, sin } from './pinned-math.ts'

/** How far a value is from another, in units of the last place of a double. */
const unitsFrom = (found: number, expected: number): number =>
  found === expected ? 0 : Math.abs(found - expected) / Math.max(Math.abs(expected) * Number.EPSILON, Number.MIN_VALUE)

const isUnitsFrom = (units: number) => (found: number, expected: number) => {
  expect(unitsFrom(found, expected)).toBeLessThan(units)
}
const isAboutAt = (found: number, expected: number) => {
  expect(Math.abs(found - expected)).toBeLessThan(2e-15)
}
/** Holds one function against another, of numbers in a range. */
const expectSame = (
  [ours, engines]: readonly [(x: number) => number, (x: number) => number],
  range: Parameters<typeof double>[0],
  compare: (found: number, expected: number) => void,
) => assert(property(double({ noNaN: true, noDefaultInfinity: true, ...range }), (x) => compare(ours(x), engines(x))))

describe('functions that give the same in every engine', () => {
  it('are those of the engine, but for the last digits', () => {
    expectSame([exp, Math.exp], { min: -700, max: 700 }, isUnitsFrom(4))
    expectSame([ln, Math.log], { min: 0 }, isUnitsFrom(4))
    expectSame([ln, Math.log], { min: 0.5, max: 2 }, isUnitsFrom(4))
    expectSame([asin, Math.asin], { min: -1, max: 1 }, isUnitsFrom(8))
    // Near a zero of theirs the error is that of the angle.
    expectSame([sin, Math.sin], { min: -13, max: 13 }, isAboutAt)
    expectSame([cos, Math.cos], { min: -13, max: 13 }, isAboutAt)
    const side = double({ noNaN: true, min: -13, max: 13 })
    assert(property(side, side, (y, x) => isAboutAt(atan2(y, x), Math.atan2(y, x))))
  })

  it('raise to powers as the engine does, but for the last digits', () => {
    const base = double({ noNaN: true, min: 1e-10, max: 1e10 })
    const compare = isUnitsFrom(64)
    assert(property(base, double({ noNaN: true, min: -20, max: 20 }), (x, y) => compare(pow(x, y), x ** y)))
    assert(property(base, integer({ min: -30, max: 30 }), (x, y) => compare(pow(-x, y), (-x) ** y)))
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

  it.each([
    [0, 0],
    [-0, 0],
    [0, -0],
    [-0, -0],
    [-0, -1],
    [0, -1],
    [1, 0],
    [-1, -0],
  ])('know the signs of zeros: the angle of %d, %d', (y, x) => expect(atan2(y, x)).toBe(Math.atan2(y, x)))

  it('have their limits', () => {
    expect([exp(710), exp(-746), exp(NaN), exp(0), exp(-Infinity)]).toEqual([Infinity, 0, NaN, 1, 0])
    expect([ln(0), ln(-1), ln(1), ln(Infinity), ln(NaN)]).toEqual([-Infinity, NaN, 0, Infinity, NaN])
    expect([ln(Number.MIN_VALUE), exp(-745)]).toEqual([Math.log(Number.MIN_VALUE), Number.MIN_VALUE])
    expect([sin(Infinity), cos(0), sin(0), asin(1.1)]).toEqual([NaN, 1, 0, NaN])
  })
})
