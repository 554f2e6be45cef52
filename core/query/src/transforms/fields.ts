import { toLong, type Column, type Frame, type SeriesFrame, type TableFrame } from '@orrery/frames'
import { nameFields, seriesSources } from '@orrery/format'

/**
 * The key among these by which people know a field: the name itself, else the only one that is equal but for its case
 * (imported dashboards say `Time` and `Value`). Undefined when there is none.
 */
export function findName(names: Iterable<string>, name: string): string | undefined {
  const lower = name.toLowerCase()
  let found: string | undefined
  let count = 0
  for (const known of names) {
    if (known === name) return known
    if (known.toLowerCase() !== lower) continue
    found = known
    count++
  }
  return count === 1 ? found : undefined
}

/** The column of this name, by the rule of {@link findName}. */
export function findColumn(table: TableFrame, name: string): Column | undefined {
  const known = findName(table.fields.keys(), name)
  return known === undefined ? undefined : table.fields.get(known)
}

/** Any frame as rows: of series one row a point, with labels, `time` and values as columns; see `toLong`. */
export const toRows = (frame: Frame): TableFrame => (frame.kind === 'series' ? toLong(frame) : frame)

/**
 * What the series of these frames are called, by field, one list of names a frame: as panels call them. In time linear in
 * their labels.
 */
export function seriesNamesOf(frames: readonly SeriesFrame[]): readonly (readonly string[])[] {
  const sources = frames.map((frame) => seriesSources(frame, [...frame.fields.keys()], false))
  const named = nameFields(sources.flat(), noConfig)
  let at = 0
  return sources.map((own) => own.map(() => named[at++]!.name))
}

const noConfig = { defaults: {}, overrides: [] }

/** Whether a frame holds what transformations shape when they are not told otherwise. */
export const isData = (frame: Frame): boolean => frame.kind !== 'exemplars' && frame.kind !== 'annotations'
