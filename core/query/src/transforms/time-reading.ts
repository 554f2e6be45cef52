import { fromLocal } from '../zone.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Reads a time of a text in milliseconds; NaN where it is none. */
export type ReadTime = (text: string) => number

const isoPattern =
  /^([+-]\d{6}|\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i

/**
 * Reads times by a pattern of the tokens of date units (`DD.MM.YYYY HH:mm`), or without one what ISO 8601 has, and numbers
 * since 1970: of up to eleven digits they are seconds, up to 14 milliseconds, then microseconds and nanoseconds. A
 * text without an offset is a time of the zone.
 */
export function timeReader(pattern: string, zone: string): ReadTime {
  return pattern.trim() === '' ? (text) => readIso(text.trim(), zone) : patternReader(pattern, zone)
}

function readIso(text: string, zone: string): number {
  if (/^-?\d{5,}(\.\d+)?$/.test(text) && !/^\d{8}$/.test(text)) return sinceEpoch(Number(text))
  const match = isoPattern.exec(text)
  if (!match) return NaN
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', offset] = match
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3))
  return inZone([year, month, day, hour, minute, second, ms].map(Number), offset, zone)
}

function sinceEpoch(value: number): number {
  const size = Math.abs(value)
  if (size < 1e11) return Math.round(value * 1000)
  if (size < 1e14) return Math.round(value)
  return Math.round(size < 1e17 ? value / 1000 : value / 1e6)
}

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>[+-]?\\d{4,6})',
  YY: '(?<shortYear>\\d{2})',
  MMMM: '(?<monthName>\\p{L}+)',
  MMM: '(?<monthName>\\p{L}+)\\.?',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
  dddd: '\\p{L}+',
  ddd: '\\p{L}+\\.?',
  HH: '(?<hour>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{1,2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{1,2})',
  s: '(?<second>\\d{1,2})',
  SSS: '(?<ms>\\d{1,3})',
  A: '(?<half>[ap])\\.?m\\.?',
  a: '(?<half>[ap])\\.?m\\.?',
  ZZ: '(?<offset>Z|[+-]\\d\\d:?\\d\\d)',
  Z: '(?<offset>Z|[+-]\\d\\d:?\\d\\d)',
  X: '(?<seconds>-?\\d+(?:\\.\\d+)?)',
  x: '(?<milliseconds>-?\\d+)',
}
// The longest first, so that MM is not read as two M. What stands in brackets is text.
const tokenPattern = new RegExp(`\\[([^\\]]*)\\]|${Object.keys(tokens).join('|')}`, 'g')

const escape = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(/\s+/g, '\\s+')

function patternReader(pattern: string, zone: string): ReadTime {
  let source = ''
  let end = 0
  const seen = new Set<string>()
  for (const match of pattern.trim().matchAll(tokenPattern)) {
    const token = match[1] === undefined ? tokens[match[0]]! : escape(match[1])
    // A part that comes twice counts where it comes first.
    const group = /^\(\?<(\w+)>/.exec(token)?.[1]
    source +=
      escape(pattern.trim().slice(end, match.index)) +
      (group && seen.has(group) ? token.replace(/\?<\w+>/, '?:') : token)
    if (group) seen.add(group)
    end = match.index + match[0].length
  }
  const whole = new RegExp(`^${source}${escape(pattern.trim().slice(end))}$`, 'iu')
  return (text) => {
    const groups = whole.exec(text.trim())?.groups
    return groups ? fromParts(groups, zone) : NaN
  }
}

function fromParts(parts: Readonly<Record<string, string | undefined>>, zone: string): number {
  if (parts['milliseconds'] !== undefined) return Number(parts['milliseconds'])
  if (parts['seconds'] !== undefined) return Math.round(Number(parts['seconds']) * 1000)
  const { shortYear, monthName, half } = parts
  const number = (name: string, otherwise: number) => Number(parts[name] ?? otherwise)
  const year =
    shortYear === undefined ? number('year', 1970) : Number(shortYear) + (Number(shortYear) > 68 ? 1900 : 2000)
  const month = monthName === undefined ? number('month', 1) : months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1
  const hour = number('hour', 0)
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const clock = [hours, number('minute', 0), number('second', 0), number('ms', 0)]
  return inZone([year, month, number('day', 1), ...clock], parts['offset'], zone)
}

function inZone(parts: readonly number[], offset: string | undefined, zone: string): number {
  const [year, month, day, hour, minute, second, ms] = parts as [number, number, number, number, number, number, number]
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return NaN
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // The thirtieth of February is none.
  if (date.getUTCMonth() !== month - 1) return NaN
  const local = date.setUTCHours(hour, minute, second, ms)
  if (offset === undefined) return fromLocal(local, zone)
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? []
  const distance = (Number(hours) * 60 + Number(minutes || 0)) * 60_000
  return sign === '-' ? local + distance : local - distance
}
