import { pickPoints, slice, type Frame, type SeriesFrame } from '@orrery/frames'
import { Type } from '@orrery/schema'
import { builtIn } from './transform.ts'

/** The first rows of each frame. */
export const limit = builtIn({
  id: 'limit',
  title: 'Limit',
  group: 'filter',
  description: 'Keeps the first rows of each frame.',
  keywords: ['top', 'head', 'first'],
  notes: `
Of a frame of series, each series keeps its first points. A frame with fewer rows stays as it is; a limit of 0 leaves
fields without rows. Rows whose values are missing count, too.
`,
  options: Type.Object({
    limit: Type.Integer({ minimum: 0, maximum: 100_000_000, default: 10, title: 'Rows' }),
  }),
  apply: (frames, options) => frames.map((frame) => headOf(frame, options.limit)),
})

function headOf(frame: Frame, rows: number): Frame {
  if (frame.kind === 'series') return headOfSeries(frame, rows)
  return frame.length > rows ? slice(frame, 0, rows) : frame
}

function headOfSeries(frame: SeriesFrame, rows: number): SeriesFrame {
  const { offsets, length } = frame
  const kept: number[] = []
  for (let i = 0; i < length; i++)
    for (let k = offsets[i]!; k < Math.min(offsets[i + 1]!, offsets[i]! + rows); k++) kept.push(k)
  return kept.length === frame.points ? frame : pickPoints(frame, Int32Array.from(kept))
}
