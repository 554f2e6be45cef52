import type { Frame, SeriesFrame, TableFrame } from '@orrery/frames'

type Column = TableFrame['fields'] extends ReadonlyMap<string, infer C> ? C : never

/** A text of a dictionary with its bookkeeping; counting each would take longer than the cache gains by it. */
const DICTIONARY_TEXT = 48
const ROW_OVERHEAD = 64

/** About how many bytes of memory a frame holds: what caches are bounded by. */
export const frameBytes = (frame: Frame): number =>
  ROW_OVERHEAD + (frame.kind === 'series' ? seriesBytes(frame) : columnsBytes(frame.fields.values()))

const seriesBytes = ({ labels, offsets, axis, fields }: SeriesFrame) =>
  offsets.byteLength +
  (axis.kind === 'regular' ? axis.starts.byteLength : columnBytes(axis.times)) +
  columnsBytes(labels.values()) +
  columnsBytes(fields.values())

const columnsBytes = (columns: Iterable<Column>) => {
  let bytes = 0
  for (const column of columns) bytes += columnBytes(column)
  return bytes
}

function columnBytes(column: Column): number {
  switch (column.kind) {
    case 'text':
      return column.codes.byteLength + column.dictionary.length * DICTIONARY_TEXT
    case 'longText':
    case 'json':
      return column.strings.bytes.byteLength + column.strings.offsets.byteLength
    case 'boolean':
      return column.length
    default:
      return column.length * 8
  }
}
