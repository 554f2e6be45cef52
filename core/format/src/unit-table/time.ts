import {
  byPattern,
  isoDateText,
  localClockText,
  localDateText,
  relativeDateText,
  systemDateText,
  withoutToday,
} from '../date-text.ts'
import { formatDuration, toClock, toDaysAndClock, toNamedClock } from '../duration-text.ts'
import { duration, si } from '../ladder.ts'
import { date, scaled, text } from './rows.ts'

const isoClockText = byPattern('HH:mm:ss')
const usDateText = byPattern('MM/DD/YYYY h:mm:ss a')
const usClockText = byPattern('h:mm:ss a')

export const timeUnits = [
  ...scaled('Time', [
    ['hertz', 'Hertz', si('Hz')],
    ['ns', 'Nanoseconds', duration(1e-9)],
    ['µs', 'Microseconds', duration(1e-6)],
    ['ms', 'Milliseconds', duration(1e-3)],
    ['s', 'Seconds', duration(1)],
    ['m', 'Minutes', duration(60)],
    ['h', 'Hours', duration(3600)],
    ['d', 'Days', duration(86_400)],
    ['timeticks', 'Hundredths of a second', duration(0.01)],
  ]),
  ...text('Time', [
    ['dtdurationms', 'Duration in two parts (of ms)', (value, { locale }) => formatDuration(value, locale)],
    ['dtdurations', 'Duration in two parts (of s)', (value, { locale }) => formatDuration(value * 1000, locale)],
    ['dthms', 'Clock hh:mm:ss (of s)', toClock],
    ['dtdhms', 'Days and clock d hh:mm:ss (of s)', toDaysAndClock],
    ['clockms', 'Clock with named parts (of ms)', (value) => toNamedClock(value, 1)],
    ['clocks', 'Clock with named parts (of s)', (value) => toNamedClock(value * 1000, 1000)],
  ]),
  ...date('Date and time', [
    ['dateTimeAsIso', 'Date and time, ISO', isoDateText],
    ['dateTimeAsIsoNoDateIfToday', 'Date and time, ISO, today without date', withoutToday(isoClockText, isoDateText)],
    ['dateTimeAsUS', 'Date and time, US', usDateText],
    ['dateTimeAsUSNoDateIfToday', 'Date and time, US, today without date', withoutToday(usClockText, usDateText)],
    ['dateTimeAsLocal', 'Date and time, local', localDateText],
    [
      'dateTimeAsLocalNoDateIfToday',
      'Date and time, local, today without date',
      withoutToday(localClockText, localDateText),
    ],
    ['dateTimeAsSystem', 'Date and time, as everywhere here', systemDateText],
    ['dateTimeFromNow', 'Distance from now', relativeDateText],
  ]),
]
