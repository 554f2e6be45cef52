import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecimal, tenDigits } from './decimal.ts'
import { parseValue } from './value.ts'

/** What is read of the text, with a quote behind it. */
function read(text: string): { value: number; end: number } {
  const bytes = new Uint8Array(text.length + 32)
  new TextEncoder().encodeInto(`${text}"`, bytes)
  const out = new Float64Array(1)
  const end = readDecimal(bytes, new DataView(bytes.buffer), 0, out, 0)
  return { value: out[0]!, end }
}

/** Whether it is read to the very double that Number() gives, or left to that. */
function isExact(text: string, mayLeave = true): boolean {
  const { value, end } = read(text)
  return end < 0 ? mayLeave : end === text.length && Object.is(value, Number(text))
}

const double = fc.double({ noNaN: true, noDefaultInfinity: true })
const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))

describe('readDecimal', () => {
  it('reads whatever a double is written as', () => {
    fc.assert(
      fc.property(double, (value) => {
        for (const text of [String(value), value.toExponential(), value.toPrecision(17)])
          expect([text, isExact(text)]).toEqual([text, true])
      }),
      { numRuns: 3000 },
    )
  })

  it('reads the doubles that sources send without leaving them to Number()', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e15, noNaN: true }), (value) => {
        for (const text of [String(value), String(-value)]) expect([text, isExact(text, false)]).toEqual([text, true])
      }),
      { numRuns: 3000 },
    )
  })

  it('reads any digits, however many there are', () => {
    const any = fc.tuple(
      fc.constantFrom('', '-'),
      digits(24),
      fc.option(digits(30)),
      fc.option(fc.integer({ min: -400, max: 400 })),
    )
    fc.assert(
      fc.property(any, ([sign, whole, fraction, power]) => {
        const text = sign + whole + (fraction === null ? '' : `.${fraction}`) + (power === null ? '' : `e${power}`)
        expect([text, isExact(text)]).toEqual([text, true])
      }),
      { numRuns: 5000 },
    )
  })

  it('is right where a number lies in the middle between two doubles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 ** 52, max: 2 ** 53 - 1 }), fc.integer({ min: 0, max: 9 }), (whole, last) => {
        for (const text of [
          `${whole}.5`,
          `${whole}.4999${last}`,
          `${whole}.5000${last}`,
          `${BigInt(whole) * 2n + 1n}0`,
        ])
          expect([text, isExact(text)]).toEqual([text, true])
      }),
    )
  })

  it.each(['0', '-0', '0.0', '00012.50', '9007199254740993', '123456789012345678', '5e-324', '1.7976931348623157e308'])(
    'reads %s, or leaves it',
    (text) => expect(isExact(text)).toBe(true),
  )

  it.each(['', '-', '.', '.5', '5.', 'NaN', '+Inf', '1e', '1e+', '--1', 'x1'])('refuses "%s"', (text) => {
    expect(read(text).end).toBe(-1)
  })

  it.each([
    ['1.2.3', 3],
    ['12x', 2],
    ['1e5e', 3],
  ])('stops in %s at byte %i', (text, end) => {
    expect(read(text).end).toBe(end)
  })
})

describe('tenDigits', () => {
  it('reads ten digits and nothing else', () => {
    const of = (text: string) => {
      const bytes = new TextEncoder().encode(text)
      return tenDigits(bytes, new DataView(bytes.buffer), 0)
    }
    expect([of('1700000015'), of('0000000000'), of('9999999999')]).toEqual([1_700_000_015, 0, 9_999_999_999])
    for (let k = 0; k < 10; k++)
      for (const other of ['/', ':', '.', '"', '\0', ' '])
        expect(of('1234567890'.slice(0, k) + other + '1234567890'.slice(k + 1))).toBeLessThan(0)
  })
})

describe('parseValue', () => {
  it('knows what Prometheus writes beside numbers', () => {
    expect(
      ['NaN', '+Inf', '-Inf', 'Inf', '1e+06', '-0', '0x10', '', ' 1', '1_000', 'Infinity'].map(parseValue),
    ).toEqual([NaN, Infinity, -Infinity, Infinity, 1e6, -0, undefined, undefined, undefined, undefined, undefined])
  })
})
