import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatTicks, formatValue, listUnits, parseUnit, type ScaledUnit } from './index.ts'

const full = (value: unknown, unit?: string, decimals?: number) =>
  formatValue(value, { ...(unit !== undefined && { unit }), ...(decimals !== undefined && { decimals }) }).full

const scaledUnits = listUnits().filter((unit): unit is ScaledUnit => unit.kind === 'scaled')
const scaledUnit = fc.constantFrom(...scaledUnits)
const someNumber = fc.double({ min: -1e14, max: 1e14, noNaN: true })

/** Reads a text back: the number times the size that the suffix names. */
function parseText({ text, unit: shown }: { text: string; unit: string }, unit: ScaledUnit) {
  const rung = unit.ladder.find(({ suffix }) => suffix.trimStart() === shown)
  expect(rung, `a size of ${unit.id} for "${shown}"`).toBeDefined()
  return Number(text.replaceAll(',', '')) * rung!.factor
}

describe('formatValue', () => {
  it('shows each unit in the size that fits', () => {
    expect([
      full(1536, 'bytes'),
      full(1500, 'decbytes'),
      full(123_456_789, 'bps'),
      full(3, 'gbytes'),
      full(0.00042, 's'),
      full(5400, 's'),
      full(1250, 'ms'),
      full(0.7312, 'percentunit'),
      full(45, 'percent'),
      full(12_345, 'short'),
      full(1200, 'reqps'),
      full(2400, 'watt'),
      full(21.5, 'celsius'),
      full(-1234, 'currencyUSD'),
      full(0, 'bytes'),
    ]).toEqual([
      '1.5 KiB',
      '1.5 kB',
      '123 Mb/s',
      '3 GiB',
      '420 µs',
      '1.5 h',
      '1.25 s',
      '73.1%',
      '45%',
      '12.3K',
      '1.2K req/s',
      '2.4 kW',
      '21.5 °C',
      '-$1.23K',
      '0 B',
    ])
  })

  it('gives the parts beside the whole', () => {
    expect(formatValue(2_500_000, { unit: 'currencyUSD' })).toEqual({
      prefix: '$',
      text: '2.5',
      unit: 'M',
      full: '$2.5M',
    })
    expect(formatValue(1536, { unit: 'bytes' })).toEqual({ prefix: '', text: '1.5', unit: 'KiB', full: '1.5 KiB' })
  })

  it('goes to the next size when rounding reaches it', () => {
    expect([
      full(1023.9, 'bytes'),
      full(999.99, 'ms'),
      full(59.6, 's', 0),
      full(-999.95, 'short'),
      full(999_999, 'short'),
      full(999.94, 'short', 1),
      full(999.95, 'short', 1),
      full(-59.99, 's'),
      full(999_999, 'deckbytes', 2),
    ]).toEqual(['1 KiB', '1 s', '1 min', '-1K', '1M', '999.9', '1.0K', '-1 min', '1.00 GB'])
  })

  it('shows zero in the unit itself, never with a sign', () => {
    expect([0, -0].map((value) => full(value, 'kbytes'))).toEqual(['0 KiB', '0 KiB'])
    expect([full(-0), full(-0.0001, 'none', 2), full(-0, 'hex0x'), full(-0, 'sci'), full(-0, 'string')]).toEqual([
      '0',
      '0.00',
      '0x0',
      '0E0',
      '0',
    ])
  })

  it('takes up to fifteen decimals, and invents no digits', () => {
    expect([full(12.3, 'none', 15), full(0.1, 'none', 15), full(1 / 3, 'none', 15), full(2, 'sci', 3)]).toEqual([
      '12.300000000000000',
      '0.100000000000000',
      '0.333333333333333',
      '2.000E0',
    ])
  })

  it('writes what lies beyond every size', () => {
    expect([full(5e27, 'decbytes'), full(1.5e-18, 'farad'), full(5e18, 'short'), full(Number.MAX_VALUE)]).toEqual([
      '5,000 YB',
      '0.0015 fF',
      '5,000,000T',
      '1.8E308',
    ])
  })

  it('keeps the decimals that the config sets', () => {
    expect([full(1.5, 'none', 2), full(2, 'percent', 1), full(0.000_000_1, 'none', 2)]).toEqual([
      '1.50',
      '2.0%',
      '0.00',
    ])
  })

  it('shows what is no number', () => {
    expect(
      [null, undefined, NaN, Infinity, -Infinity, true, 'idle', 12n, { a: 1 }].map((value) => full(value)),
    ).toEqual(['–', '–', '–', '∞', '-∞', 'true', 'idle', '12', '{"a":1}'])
    expect(formatValue(null, { noValue: 'none yet' }).full).toBe('none yet')
  })

  it('shows dates, durations and booleans by their unit', () => {
    expect([
      full(0, 'dateTimeAsIso'),
      full(1_000_000_000n, 'dateTimeAsIso'),
      full(7_500_000, 'dtdurationms'),
      full(93_784, 'dthms'),
      full(1, 'bool_on_off'),
      full(false, 'bool_yes_no'),
      full(255, 'hex0x'),
    ]).toEqual(['1970-01-01 00:00:00', '1970-01-01 00:00:01', '2 h 5 min', '26:03:04', 'On', 'No', '0xFF'])
  })

  it('writes numbers as the locale does', () => {
    expect(formatValue(1234.5, { decimals: 1 }, { locale: 'de' }).full).toBe('1.234,5')
    expect(formatValue(-1500, { unit: 'sci' }, { locale: 'de' }).full).toBe('-1,5E3')
    expect(() => formatValue(1, {}, { locale: 'not a locale' })).toThrow(
      expect.objectContaining({ code: 'FORMAT_LOCALE_UNKNOWN' }),
    )
  })

  it('writes very large and very small numbers with an exponent', () => {
    expect([full(1e21), full(1.234e-9), full(123_456_789)]).toEqual(['1E21', '1.23E-9', '123,456,789'])
  })

  it('can be read back to three digits, in every unit', () => {
    fc.assert(
      fc.property(scaledUnit, someNumber, (unit, value) => {
        const back = parseText(formatValue(value, { unit: unit.id }), unit)
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 0.0051 + 1e-300)
      }),
    )
  })

  it('never shows a larger value as a smaller one', () => {
    fc.assert(
      fc.property(scaledUnit, someNumber, fc.double({ min: 0, max: 2, noNaN: true }), (unit, value, part) => {
        const [low, high] = [value, value + Math.abs(value) * part].map((number) =>
          parseText(formatValue(number, { unit: unit.id }), unit),
        )
        expect(low! - high!).toBeLessThanOrEqual(Math.abs(low!) * 1e-9)
      }),
    )
  })

  it('writes digits and signs as Intl does', () => {
    const decimals = fc.integer({ min: 0, max: 15 })
    const tie = fc.integer({ min: -100_000, max: 100_000 }).map((number) => number / 1000 + 0.0005)
    fc.assert(
      fc.property(
        fc.oneof(someNumber, fc.double({ min: -1100, max: 1100, noNaN: true }), tie),
        decimals,
        (value, digits) => {
          const fits = Math.abs(value) < 10 ** (15 - digits)
          const rounded = fits ? Number(value.toFixed(digits)) : value
          const intl = new Intl.NumberFormat('en-US', {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
            signDisplay: 'negative',
          })
          expect(full(value, 'none', digits)).toBe(intl.format(rounded))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('shows any number in any unit with any decimals', () => {
    const value = fc.double()
    const decimals = fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined })
    fc.assert(
      fc.property(fc.constantFrom(...listUnits()), value, decimals, (unit, number, digits) => {
        const {
          prefix,
          text,
          unit: symbol,
          full: whole,
        } = formatValue(number, {
          unit: unit.id,
          ...(digits !== undefined && { decimals: digits }),
        })
        expect(text).not.toBe('')
        expect(text).not.toMatch(/undefined|NaN|^-0(\.0*)?$/)
        expect(whole).toContain(symbol)
        expect(whole).toContain(prefix)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('formatTicks', () => {
  it('gives the decimals that tell neighbours apart', () => {
    expect(formatTicks([0, 0.25, 0.5])).toEqual(['0', '0.25', '0.5'])
    expect(formatTicks([1000, 1001, 1002], { unit: 'short' })).toEqual(['1K', '1.001K', '1.002K'])
    expect(formatTicks([0, 524_288, 1_048_576], { unit: 'bytes' })).toEqual(['0 B', '512 KiB', '1 MiB'])
    expect(formatTicks([0, 1], { decimals: 2 })).toEqual(['0.00', '1.00'])
  })

  it('gives dates the parts that the range needs', () => {
    expect(formatTicks([0, 3_600_000], { unit: 'dateTimeAsIso' }, { timeZone: 'Europe/Berlin' })).toEqual([
      '01:00:00',
      '02:00:00',
    ])
  })

  it('shows a lone tick as a value', () => {
    expect(formatTicks([1536], { unit: 'bytes' })).toEqual(['1.5 KiB'])
  })

  it('never gives two ticks one text', () => {
    const step = fc.tuple(fc.constantFrom(1, 2, 2.5, 5), fc.integer({ min: -6, max: 9 }))
    fc.assert(
      fc.property(scaledUnit, step, fc.integer({ min: -1000, max: 1000 }), (unit, [digit, power], start) => {
        const ticks = Array.from({ length: 6 }, (_, index) => (start + index) * digit * 10 ** power)
        expect(new Set(formatTicks(ticks, { unit: unit.id })).size).toBe(ticks.length)
      }),
    )
  })
})

describe('listUnits', () => {
  it('lists units with their own id, title and category', () => {
    const units = listUnits()
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
    expect(new Set(units.map(({ title }) => title)).size).toBe(units.length)
    expect(units.every((unit) => parseUnit(unit.id) === unit)).toBe(true)
  })

  it('has ascending sizes in every unit', () => {
    const unsorted = scaledUnits.filter(({ ladder }) =>
      ladder.some(({ factor }, index) => factor <= (ladder[index - 1]?.factor ?? 0)),
    )
    expect(unsorted.map(({ id }) => id)).toEqual([])
  })
})
