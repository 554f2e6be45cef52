import { currentLocale } from '@orrery/sdk'

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]
/** How long ago a time was, in its largest whole unit: `3 hours ago`, `yesterday`; `now` within a minute and for the future. */
export function ago(time: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' })
  const seconds = Math.max(0, (now - time) / 1000)
  const unit = units.find(([, length]) => seconds >= length)
  return unit ? format.format(-Math.floor(seconds / unit[1]), unit[0]) : format.format(0, 'second')
}
