import { describe, expect, it } from 'vitest'
import { timeReader } from './time-reading.ts'

const isoOf = (pattern: string, text: string, zone = 'UTC') => {
  const ms = timeReader(pattern, zone)(text)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

describe('timeReader', () => {
  it.each([
    ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02 03:04:05.123456', '2024-01-02T03:04:05.123Z'],
    ['2024-01-02T03:04+02:00', '2024-01-02T01:04:00.000Z'],
    ['20240102', '2024-01-02T00:00:00.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
    [' 1700000000 ', '2023-11-14T22:13:20.000Z'],
    ['1700000000.5', '2023-11-14T22:13:20.500Z'],
    ['1700000000000', '2023-11-14T22:13:20.000Z'],
    ['1700000000000000', '2023-11-14T22:13:20.000Z'],
    ['1700000000000000000', '2023-11-14T22:13:20.000Z'],
    ['2024-02-30', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads %s without a pattern', (text, expected) => {
    expect(isoOf('', text)).toBe(expected)
  })

  it.each([
    ['DD.MM.YYYY', '02.01.2024', '2024-01-02T00:00:00.000Z'],
    ['D MMM YY, h:mm a', '2 Jan 24, 3:04 pm', '2024-01-02T15:04:00.000Z'],
    ['dddd MMMM D YYYY', 'Tuesday January 2 2024', '2024-01-02T00:00:00.000Z'],
    ['[on] YYYY/MM/DD HH:mm:ss.SSS ZZ', 'on 2024/01/02 03:04:05.006 -0130', '2024-01-02T04:34:05.006Z'],
    ['X', '1700000000', '2023-11-14T22:13:20.000Z'],
    ['x', '1700000000000', '2023-11-14T22:13:20.000Z'],
    ['MM M', '2 3', '1970-02-01T00:00:00.000Z'],
    ['DD.MM.YYYY', '2024-01-02', undefined],
  ])('reads by %s', (pattern, text, expected) => {
    expect(isoOf(pattern, text)).toBe(expected)
  })

  it('reads what has no offset in the zone', () => {
    expect(isoOf('', '2024-07-01 12:00', 'Europe/Berlin')).toBe('2024-07-01T10:00:00.000Z')
    expect(isoOf('DD.MM.YYYY HH:mm', '01.01.2024 12:00', 'Europe/Berlin')).toBe('2024-01-01T11:00:00.000Z')
  })
})
