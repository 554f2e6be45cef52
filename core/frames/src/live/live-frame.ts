import { NumberColumn } from '../column/number-column.ts'
import type { TextColumn } from '../column/text-column.ts'
import type { FieldMeta, FrameMeta } from '../metadata.ts'
import { SeriesFrame, type SeriesParts } from '../series/series-frame.ts'

interface LiveFrameParts {
  readonly labels: ReadonlyMap<string, TextColumn>
  /** Where each series begins, if they stood one after the other. */
  readonly offsets: Int32Array
  readonly time: Float64Array
  readonly values: readonly Float64Array[]
  readonly value: FieldMeta
  readonly meta: FrameMeta
}

/**
 * A live window as a frame of views: times and numbers of a series are where the window has them, nothing is copied
 * before somebody asks for a whole column. Good until the next update of the window; NaN is missing.
 */
export class LiveFrame extends SeriesFrame {
  readonly #live: LiveFrameParts

  constructor(live: LiveFrameParts) {
    const { labels, offsets, time, values, value, meta } = live
    const length = offsets.at(-1) ?? 0
    const joined = (listAt: (row: number) => Float64Array) => ({
      length,
      read: () => {
        const column = new Float64Array(length)
        for (let row = 0; row < values.length; row++) column.set(listAt(row), offsets[row])
        return column
      },
    })
    super({
      labels,
      offsets,
      axis: {
        kind: 'explicit',
        times: new NumberColumn(
          'time',
          joined(() => time),
        ),
      },
      fields: new Map([
        [
          'value',
          new NumberColumn(
            'number',
            joined((row) => values[row]!),
            undefined,
            value,
          ),
        ],
      ]),
      meta,
    })
    this.#live = live
  }

  override timesAt(_i: number): Float64Array {
    return this.#live.time
  }

  override numbersAt(i: number, field = 'value'): Float64Array {
    return field === 'value' ? this.#live.values[i]! : super.numbersAt(i, field)
  }

  override with(parts: Partial<SeriesParts>): SeriesFrame {
    const { meta, ...others } = parts
    return meta && Object.keys(others).length === 0 ? new LiveFrame({ ...this.#live, meta }) : super.with(parts)
  }
}
