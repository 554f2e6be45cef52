import { formatTime, formatValue } from '@orrery/format'
import { loadGrafana } from './format/grafana.ts'
import { checkNames, createFrame, createPeerFrames, ourNames, peerNames } from './format/names.ts'
import { checkTexts, createNumbers, createTimes } from './format/values.ts'
import { compareCpu, type Figures } from './measure.ts'

const grafana = await loadGrafana()

async function measureNames(series: number): Promise<Figures> {
  const frame = createFrame(series)
  const peerFrames = createPeerFrames(series)
  checkNames(ourNames(frame), peerNames(grafana, peerFrames))
  const { ours, other } = await compareCpu(
    () => ourNames(frame),
    () => peerNames(grafana, peerFrames),
  )
  return {
    name: `names of ${series.toLocaleString('en-US')} series with 8 labels`,
    unit: 'ms CPU',
    ours,
    other: { name: '@grafana/prometheus, automatic legends', values: other },
    goal: { type: 'times', atLeast: 100 },
  }
}

/** Twice the series, beside the series: more than 2.3 of them would not be linear. */
async function measureGrowth(series: number): Promise<Figures> {
  const [twice, once] = [createFrame(series * 2), createFrame(series)]
  const { ours, other } = await compareCpu(
    () => ourNames(twice),
    () => ourNames(once),
  )
  return {
    name: `names of ${(series * 2).toLocaleString('en-US')} series`,
    unit: 'ms CPU',
    ours,
    other: { name: `of ${series.toLocaleString('en-US')}`, values: other },
    goal: { type: 'share', atMost: 2.3 },
  }
}

/** Texts of values: of each number the whole text, with the unit in the size that fits. */
async function measureValues(unit: string): Promise<Figures> {
  const numbers = createNumbers(1_000_000)
  const format = grafana.getValueFormat(unit)
  const ourText = (value: number) => formatValue(value, { unit }).full
  const peerText = (value: number) => grafana.formattedValueToString(format(value))
  checkTexts(numbers, ourText, peerText)
  const { ours, other } = await compareCpu(
    () => lengthOf(numbers, ourText),
    () => lengthOf(numbers, peerText),
  )
  return {
    name: `texts of 1M values in ${unit}`,
    unit: 'ms CPU',
    ours,
    other: { name: '@grafana/data, getValueFormat', values: other },
  }
}

/** Dates and times of a zone, over ten years, so that most days are met. */
async function measureTimes(timeZone: string): Promise<Figures> {
  const times = createTimes(100_000)
  const format = grafana.getValueFormat('dateTimeAsIso')
  const ourText = (time: number) => formatTime(time, timeZone)
  const peerText = (time: number) => format(time, null, null, timeZone).text
  for (const time of times)
    if (ourText(time) !== peerText(time))
      throw new Error(`${time} is ${ourText(time)} here and ${peerText(time)} there.`)
  const { ours, other } = await compareCpu(
    () => lengthOf(times, ourText),
    () => lengthOf(times, peerText),
  )
  return {
    name: `texts of 100k times in ${timeZone}`,
    unit: 'ms CPU',
    ours,
    other: { name: '@grafana/data, dateTimeAsIso', values: other },
  }
}

/** All texts are made and read, so that none is left out as unused. */
function lengthOf(values: Float64Array, toText: (value: number) => string): number {
  let length = 0
  for (const value of values) length += toText(value).length
  return length
}

export default async (): Promise<Figures[]> => [
  await measureNames(1000),
  await measureGrowth(10_000),
  await measureValues('short'),
  await measureValues('bytes'),
  await measureValues('percent'),
  await measureTimes('Europe/Berlin'),
]
