import { duration, toRoundedRung } from './ladder.ts'
import { significantDecimals, toNumberText } from './number-text.ts'
import { missingText } from './time-text.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const steps = [
  [365 * day, 'y'],
  [day, 'd'],
  [hour, 'h'],
  [minute, 'min'],
  [second, 's'],
] as const
const milliseconds = duration(1e-3)

/** A duration in its two largest parts, rounded: `350 ms`, `1.5 s`, `2 h 5 min`, `1 y 20 d`. NaN gives `–`. */
export function formatDuration(ms: number, locale?: string): string {
  if (Number.isNaN(ms)) return missingText
  const size = Math.abs(ms)
  const sign = ms < 0 ? '-' : ''
  if (size === Infinity) return `${sign}∞`
  const { factor, suffix } = toRoundedRung(milliseconds, ms, significantDecimals)
  if (factor < minute) return toNumberText(ms / factor, 0, significantDecimals(ms / factor), locale) + suffix

  const smaller = steps[toStep(size) + 1] ?? steps.at(-1)!
  const rounded = Math.round(size / smaller[0]) * smaller[0]
  const step = toStep(rounded)
  const [length, name] = steps[step]!
  const count = `${sign}${toNumberText(Math.floor(rounded / length), 0, 0, locale)} ${name}`
  const [restLength, restName] = steps[step + 1] ?? steps[step]!
  const rest = Math.floor((rounded % length) / restLength)
  return rest === 0 ? count : `${count} ${rest} ${restName}`
}

/** The index of the largest step in a duration of at least a second. */
const toStep = (size: number) => steps.findIndex(([length]) => length <= size)

const pad = (part: number, digits = 2) => String(part).padStart(digits, '0')
const withSign = (value: number, whole: number, text: string) => (value < 0 && whole > 0 ? `-${text}` : text)

const toHms = (seconds: number) =>
  `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`

/** A duration as a clock that does not wrap at a day: `26:03:04`. */
export function toClock(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  return withSign(seconds, whole, toHms(whole))
}

/** A duration as days and a clock: `1 d 02:03:04`, below a day the clock alone. */
export function toDaysAndClock(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const days = Math.floor(whole / 86_400)
  return withSign(seconds, whole, `${days > 0 ? `${days} d ` : ''}${toHms(whole % 86_400)}`)
}

const clockParts = [
  [hour, 'h', 2],
  [minute, 'm', 2],
  [second, 's', 2],
  [1, 'ms', 3],
] as const

/** A duration with its parts named, from its largest on down to one of `smallest` ms: `26h:03m:04s:000ms`, `04s`. */
export function toNamedClock(ms: number, smallest: 1 | 1000): string {
  if (!Number.isFinite(ms)) return ms > 0 ? '∞' : '-∞'
  const whole = Math.round(Math.abs(ms) / smallest) * smallest
  const from = clockParts.findIndex(([length]) => length <= Math.max(whole, smallest))
  const shown = clockParts.slice(from).filter(([length]) => length >= smallest)
  const texts = shown.map(([length, name, digits], index) => {
    const larger = index === 0 ? Infinity : clockParts[from + index - 1]![0]
    return `${pad(Math.floor((whole % larger) / length), digits)}${name}`
  })
  return withSign(ms, whole, texts.join(':'))
}
