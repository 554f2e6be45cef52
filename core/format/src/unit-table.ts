import { binary, compact, duration, metric, metricWithSmall, single, type Ladder } from './ladder.ts'
import { formatDuration, formatTime, toClock } from './time-text.ts'
import type { FormatContext, ScaledUnit, TextUnit, Unit } from './unit.ts'

type Row = readonly [id: string, title: string, ladder: Ladder, prefix?: string]
type TextRow = readonly [id: string, title: string, toText: (value: number, context: FormatContext) => string]

const scaled = (category: string, rows: readonly Row[]): ScaledUnit[] =>
  rows.map(([id, title, ladder, prefix = '']) => ({ kind: 'scaled', id, title, category, ladder, prefix }))

const text = (category: string, rows: readonly TextRow[]): TextUnit[] =>
  rows.map(([id, title, toText]) => ({ kind: 'text', id, title, category, toText }))

const hex = (value: number) => (Number.isInteger(value) ? value.toString(16).toUpperCase() : String(value))

/** Every unit, in the order of the picker. The ids are the ones that dashboards elsewhere use. */
export const units: readonly Unit[] = [
  ...scaled('Misc', [
    ['none', 'Number', single('')],
    ['short', 'Short number (K, M, B)', compact()],
    ['sishort', 'Number with SI prefix', metricWithSmall('')],
    ['percent', 'Percent (0 to 100)', single('%')],
    ['percentunit', 'Percent (0.0 to 1.0)', single('%', 0.01)],
    ['humidity', 'Relative humidity', single(' %H')],
    ['dB', 'Decibel', single(' dB')],
    ['ppm', 'Parts per million', single(' ppm')],
    ['pixel', 'Pixels', single(' px')],
  ]),
  ...text('Misc', [
    ['sci', 'Scientific', (value) => value.toExponential(2)],
    ['hex', 'Hexadecimal', hex],
    ['hex0x', 'Hexadecimal with 0x', (value) => `0x${hex(value)}`],
  ]),
  ...scaled('Data', [
    ['bytes', 'Bytes (KiB, MiB)', binary('B')],
    ['decbytes', 'Bytes (kB, MB)', metric('B')],
    ['bits', 'Bits (Kib, Mib)', binary('b')],
    ['decbits', 'Bits (kb, Mb)', metric('b')],
    ['kbytes', 'Kibibytes', binary('B', 1024)],
    ['deckbytes', 'Kilobytes', metric('B', 1e3)],
    ['mbytes', 'Mebibytes', binary('B', 1024 ** 2)],
    ['decmbytes', 'Megabytes', metric('B', 1e6)],
    ['gbytes', 'Gibibytes', binary('B', 1024 ** 3)],
    ['decgbytes', 'Gigabytes', metric('B', 1e9)],
  ]),
  ...scaled('Data rate', [
    ['binBps', 'Bytes per second (KiB/s, MiB/s)', binary('B/s')],
    ['Bps', 'Bytes per second (kB/s, MB/s)', metric('B/s')],
    ['binbps', 'Bits per second (Kib/s, Mib/s)', binary('b/s')],
    ['bps', 'Bits per second (kb/s, Mb/s)', metric('b/s')],
    ['KBs', 'Kilobytes per second', metric('B/s', 1e3)],
    ['MBs', 'Megabytes per second', metric('B/s', 1e6)],
    ['Mbits', 'Megabits per second', metric('b/s', 1e6)],
    ['pps', 'Packets per second', compact(' p/s')],
  ]),
  ...scaled('Time', [
    ['ns', 'Nanoseconds', duration(1e-9)],
    ['µs', 'Microseconds', duration(1e-6)],
    ['ms', 'Milliseconds', duration(1e-3)],
    ['s', 'Seconds', duration(1)],
    ['m', 'Minutes', duration(60)],
    ['h', 'Hours', duration(3600)],
    ['d', 'Days', duration(86_400)],
    ['hertz', 'Hertz', metric('Hz')],
  ]),
  ...text('Time', [
    ['dtdurationms', 'Duration in two parts (of ms)', (value, { locale }) => formatDuration(value, locale)],
    ['dtdurations', 'Duration in two parts (of s)', (value, { locale }) => formatDuration(value * 1000, locale)],
    ['dthms', 'Clock hh:mm:ss (of s)', toClock],
  ]),
  ...text('Date and time', [
    ['dateTimeAsIso', 'Date and time, ISO (of ms)', (value, { timeZone }) => formatTime(value, timeZone)],
    ['timeAsIso', 'Time of day with ms (of ms)', (value, { timeZone }) => formatTime(value, timeZone, 0)],
  ]),
  ...scaled('Throughput', [
    ['cps', 'Counts per second', compact(' c/s')],
    ['ops', 'Operations per second', compact(' ops/s')],
    ['reqps', 'Requests per second', compact(' req/s')],
    ['rps', 'Reads per second', compact(' rd/s')],
    ['wps', 'Writes per second', compact(' wr/s')],
    ['iops', 'I/O operations per second', compact(' io/s')],
    ['eps', 'Events per second', compact(' evt/s')],
    ['mps', 'Messages per second', compact(' msg/s')],
    ['rowsps', 'Rows per second', compact(' rows/s')],
    ['cpm', 'Counts per minute', compact(' c/min')],
    ['opm', 'Operations per minute', compact(' ops/min')],
    ['reqpm', 'Requests per minute', compact(' req/min')],
  ]),
  ...scaled('Energy', [
    ['watt', 'Watt', metricWithSmall('W')],
    ['kwatt', 'Kilowatt', metricWithSmall('W', 1e3)],
    ['watth', 'Watt-hour', metric('Wh')],
    ['kwatth', 'Kilowatt-hour', metric('Wh', 1e3)],
    ['joule', 'Joule', metricWithSmall('J')],
    ['volt', 'Volt', metricWithSmall('V')],
    ['amp', 'Ampere', metricWithSmall('A')],
    ['ohm', 'Ohm', metricWithSmall('Ω')],
    ['dBm', 'Decibel-milliwatt', single(' dBm')],
  ]),
  ...scaled('Temperature', [
    ['celsius', 'Celsius', single(' °C')],
    ['fahrenheit', 'Fahrenheit', single(' °F')],
    ['kelvin', 'Kelvin', single(' K')],
  ]),
  ...scaled('Length, speed, pressure', [
    ['lengthm', 'Metre', metricWithSmall('m')],
    ['velocityms', 'Metres per second', single(' m/s')],
    ['velocitykmh', 'Kilometres per hour', single(' km/h')],
    ['rotrpm', 'Revolutions per minute', single(' rpm')],
    ['pressurepa', 'Pascal', metric('Pa')],
    ['pressurehpa', 'Hectopascal', single(' hPa')],
  ]),
  ...scaled('Currency', [
    ['currencyUSD', 'US dollars', compact(), '$'],
    ['currencyEUR', 'Euros', compact(), '€'],
    ['currencyGBP', 'Pounds', compact(), '£'],
    ['currencyJPY', 'Yen', compact(), '¥'],
    ['currencyCHF', 'Swiss francs', compact(' CHF')],
  ]),
  ...text('Boolean', [
    ['bool', 'True or false', (value) => (value === 0 ? 'False' : 'True')],
    ['bool_yes_no', 'Yes or no', (value) => (value === 0 ? 'No' : 'Yes')],
    ['bool_on_off', 'On or off', (value) => (value === 0 ? 'Off' : 'On')],
  ]),
]
