import { number, SeriesBuilder, type Frame, type SeriesFrame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { smooth } from './automatic-smoothing.ts'
import { toTimeSeries } from './time-series.ts'
import { builtIn } from './transform.ts'

/** Series without noise. */
export const smoothing = builtIn({
  id: 'smoothing',
  title: 'Smoothing',
  group: 'time',
  description: 'Takes the noise out of series, as much as leaves what stands out.',
  keywords: ['asap', 'noise', 'moving average', 'downsample', 'trend'],
  notes: `
It is the method ASAP (K. Rong and P. Bailis, *ASAP: Prioritizing Attention via Time Series Smoothing*, 2017): series
are brought to about so many points, at most twice as many; then the moving mean is taken whose steps vary the least
while its outliers stay (its kurtosis is no less). Each point stands in the middle of the time that it is of. Points
should be at even distances.

Labels and names stay as they are. With the original kept, smoothed series stand behind it, and their field is called
\`value smoothed\`. Of several fields of numbers each becomes a frame; other fields are left out. Missing values, NaN
and infinities do not count: a series may have fewer points. Tables with a column of times and one of numbers are
series, too; other frames stay as they are.
`,
  options: Type.Object({
    resolution: Type.Integer({ title: 'Number of points', minimum: 2, maximum: 1000, default: 100 }),
    keepOriginal: Type.Boolean({ title: 'Keep the original', default: false }),
  }),
  apply: (frames, { resolution, keepOriginal }) =>
    frames.flatMap((frame): readonly Frame[] => {
      const series = toTimeSeries(frame)
      if (!series) return [frame]
      const smoothed = smoothFrame(series, resolution, keepOriginal ? ' smoothed' : '')
      return keepOriginal ? [frame, ...smoothed] : smoothed
    }),
})

function smoothFrame(frame: SeriesFrame, resolution: number, suffix: string): readonly SeriesFrame[] {
  return Array.from(frame.fields).flatMap(([field, column]) => {
    if (column.kind !== 'number') return []
    const name = `${field}${suffix}`
    const builder = new SeriesBuilder({ ...frame.meta, fields: { [name]: number(column.meta) } })
    for (const one of frame) {
      const values = one.of(field)
      const present = Int32Array.from(values.keys()).filter((k) => Number.isFinite(values[k]))
      const { time } = one
      const { times, values: means } = smooth(
        Float64Array.from(present, (k) => time[k]!),
        Float64Array.from(present, (k) => values[k]!),
        resolution,
      )
      const { unit, displayName } = one.meta(field)
      builder.add(one.labels, times, means, {
        ...(unit !== undefined && { unit }),
        ...(displayName !== undefined && { displayName }),
      })
    }
    return [builder.build()]
  })
}
