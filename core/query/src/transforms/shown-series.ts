import { createBuilder, pick, type Frame, type SeriesFrame, type TableFrame } from '@orrery/frames'
import { nameFields, seriesSources } from '@orrery/format'

/** Series of one field, and what each is called. */
export interface ShownSeries {
  readonly frame: SeriesFrame
  readonly names: readonly string[]
}

export interface ShownChange {
  /** Gives what it was given where nothing changes, and undefined where nothing is left. */
  readonly series: (shown: ShownSeries) => ShownSeries | undefined
  readonly table: (table: TableFrame) => TableFrame | undefined
}

/**
 * Changes series by the names that panels show. A frame with several fields is taken apart where one of them changes. As
 * soon as a series changes all keep the names that they had, because what one is called depends on the others.
 */
export function changeShown(frames: readonly Frame[], change: ShownChange): readonly Frame[] {
  const shown = toShown(frames)
  const made = shown.map((parts) => parts.map((part) => change.series(part)))
  const isChanged = made.some((parts, f) => parts.some((part, p) => part !== shown[f]![p]))
  return frames.flatMap((frame, f) => {
    if (frame.kind !== 'series') return change.table(frame) ?? []
    return isChanged && made[f]!.length > 0 ? made[f]!.flatMap((part) => (part ? withNames(part) : [])) : frame
  })
}

/** These series of them, in this order. */
export const pickShown = ({ frame, names }: ShownSeries, rows: readonly number[]): ShownSeries => ({
  frame: pick(frame, rows),
  names: rows.map((row) => names[row]!),
})

/** The fields of each frame of series, one by one; those of a table are none. */
function toShown(frames: readonly Frame[]): readonly (readonly ShownSeries[])[] {
  const sources = frames.map((frame) =>
    frame.kind === 'series' ? seriesSources(frame, [...frame.fields.keys()], false) : [],
  )
  const named = nameFields(sources.flat(), { defaults: {}, overrides: [] })
  let first = 0
  return frames.map((frame, f) => {
    if (frame.kind !== 'series') return []
    const fields = [...frame.fields]
    // What is compared with now is called as now is, and says itself that it is earlier.
    const names = named.slice(first, (first += sources[f]!.length)).map(({ counterpart }) => counterpart)
    return fields.map(([name, column], at) => ({
      frame: fields.length === 1 ? frame : frame.with({ fields: new Map([[name, column]]) }),
      names: names.filter((_, k) => k % fields.length === at),
    }))
  })
}

function withNames({ frame, names }: ShownSeries): SeriesFrame {
  const builder = createBuilder('text', 'displayName')
  for (const name of names) builder.push(name)
  return frame.with({ own: new Map(frame.own).set('displayName', builder.build({})) })
}
