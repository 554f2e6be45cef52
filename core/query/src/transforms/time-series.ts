import { toSeries, type Frame, type SeriesFrame } from '@orrery/frames'

/**
 * A frame as series: one of series itself, or a table with a column of times and one of numbers, whose texts are labels.
 * Undefined for any other.
 */
export function toTimeSeries(frame: Frame): SeriesFrame | undefined {
  if (frame.kind === 'series') return frame
  const columns = [...frame.fields]
  const time = columns.find(([, { kind }]) => kind === 'time')?.[0]
  const hasNumbers = columns.some(([, { kind }]) => kind === 'number' || kind === 'integer')
  return time === undefined || !hasNumbers ? undefined : toSeries(frame, { time })
}

/** The frames that are series or can be; says which are left out. */
export function onlyTimeSeries(frames: readonly Frame[], note: (text: string) => void): readonly SeriesFrame[] {
  const series = frames.map(toTimeSeries)
  const left = series.filter((one) => one === undefined).length
  if (left > 0) note(`Frames without times or numbers are left out: ${left} of ${frames.length}.`)
  return series.filter((one) => one !== undefined)
}
