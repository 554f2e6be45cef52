import {
  concat,
  createBuilder,
  NumberColumn,
  placesOn,
  uniteTimes,
  type Frame,
  type SeriesFrame,
  type ValueColumn,
} from '@orrery/frames'
import { seriesNamesOf } from './fields.ts'
import { uniteMeta } from './united-columns.ts'

/**
 * All series of all frames as one frame in which they have the same times, with missing points between. Undefined where that
 * cannot be: with tables among them, or fields that are of several kinds.
 */
export function alignFrames(frames: readonly Frame[]): SeriesFrame | undefined {
  const series = frames.filter((frame) => frame.kind === 'series')
  const [first, ...others] = series
  if (!first || series.length < frames.length) return undefined
  const kindOf = new Map<string, string>()
  for (const { fields } of series)
    for (const [name, { kind }] of fields) {
      if ((kindOf.get(name) ?? kind) !== kind) return undefined
      kindOf.set(name, kind)
    }
  const names = seriesNamesOf(series)
  if (others.length === 0) return alignSeries(first)
  const [head, ...tail] = series.map((frame, f) => withNames(frame, names[f]!))
  return alignSeries(concat([head!, ...tail])).with({ meta: uniteMeta(frames) })
}

/** What a series of one field is called may depend on the others of its frame: it goes on to be called so. */
function withNames(frame: SeriesFrame, names: readonly string[]): SeriesFrame {
  if (frame.fields.size !== 1) return frame
  const builder = createBuilder('text', 'displayName')
  for (const name of names) builder.push(name)
  return frame.with({ own: new Map(frame.own).set('displayName', builder.build({})) })
}

function alignSeries(frame: SeriesFrame): SeriesFrame {
  const lists = Array.from({ length: frame.length }, (_, i) => frame.timesAt(i))
  const axis = uniteTimes(lists)
  if (lists.every(({ length }) => length === axis.length)) return frame
  const places = new Int32Array(lists.length * axis.length)
  const times = new Float64Array(places.length)
  lists.forEach((list, i) => {
    places.set(placesOn(axis, list, frame.offsets[i]!), i * axis.length)
    times.set(axis, i * axis.length)
  })
  return frame.with({
    offsets: Int32Array.from({ length: lists.length + 1 }, (_, i) => i * axis.length),
    axis: { kind: 'explicit', times: new NumberColumn('time', times) },
    // A selection of a column is a column of the same kind.
    fields: new Map(Array.from(frame.fields, ([name, column]) => [name, column.gather(places) as ValueColumn])),
  })
}
