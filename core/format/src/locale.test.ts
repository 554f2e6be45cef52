import { afterEach, expect, it } from 'vitest'
import {
  currentLocale,
  formatDuration,
  formatIsoTime,
  formatTicks,
  formatTime,
  formatValue,
  setLocale,
} from './index.ts'

const noon = Date.UTC(2026, 10, 22, 12, 5, 9, 42)
const german = { locale: 'de' }
const day = 86_400_000

afterEach(() => setLocale('en-US'))

it('writes numbers, ticks and durations as the language does', () => {
  expect([1234.5, 0.25, 1536].map((value) => formatValue(value, { unit: 'bytes' }, german).full)).toEqual([
    '1,21 KiB',
    '0,25 B',
    '1,5 KiB',
  ])
  expect(formatValue(12_345.6, { decimals: 1 }, german).full).toBe('12.345,6')
  expect(formatTicks([0, 0.5, 1], {}, german)).toEqual(['0', '0,5', '1'])
  expect(formatDuration(1500, 'de')).toBe('1,5 s')
})

it('has the words of the language for millions, because a German billion is a thousand times larger', () => {
  const values = [1500, 1.5e6, 1.5e9, 1.5e12]
  expect(values.map((value) => formatValue(value, { unit: 'short' }, german).full)).toEqual([
    '1,5K',
    '1,5 Mio.',
    '1,5 Mrd.',
    '1,5 Bio.',
  ])
  expect(formatValue(2e6, { unit: 'reqps' }, german)).toMatchObject({ unit: 'Mio. req/s', full: '2 Mio. req/s' })
  expect(formatTicks([0, 1e6, 2e6], { unit: 'short' }, german)).toEqual(['0', '1 Mio.', '2 Mio.'])
})

it('writes times as the language does, with the parts that a range needs', () => {
  const spans = [5000, 60_000, day / 2, 7 * day, 365 * day, 5 * 365 * day, undefined]
  expect(spans.map((span) => formatTime(noon, 'Europe/Berlin', span, 'de'))).toEqual([
    '13:05:09,042',
    '13:05:09',
    '13:05',
    '22.11., 13:05',
    '22.11.2026',
    '11/2026',
    '22.11.2026, 13:05:09',
  ])
  expect(formatTime(noon, 'UTC', undefined, 'en-GB')).toBe('2026-11-22 12:05:09')
  expect(() => formatTime(noon, 'UTC', undefined, 'no tag')).toThrow(
    expect.objectContaining({ code: 'FORMAT_LOCALE_UNKNOWN' }),
  )
})

it('takes the locale of the page where none is given, and ISO order where it is asked for', () => {
  setLocale('de')
  expect(currentLocale()).toBe('de')
  expect(formatValue(0.5).full).toBe('0,5')
  expect(formatValue(0.5, {}, { locale: 'en-US' }).full).toBe('0.5')
  expect(formatValue(noon, { unit: 'dateTimeAsSystem' }).full).toBe('22.11.2026, 12:05:09')
  expect(formatIsoTime(noon)).toBe('2026-11-22 12:05:09')
})
