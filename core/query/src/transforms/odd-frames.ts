import {
  boolean,
  defineTable,
  integer,
  json,
  longText,
  nanos,
  number,
  SeriesBuilder,
  TableFrame,
  text,
  time,
  type Frame,
} from '@orrery/frames'

const all = defineTable({
  time: time(),
  exact: nanos(),
  host: text(),
  body: longText(),
  value: number({ unit: 'bytes' }),
  count: integer(),
  up: boolean(),
  more: json(),
})

const series = (fill: (builder: SeriesBuilder) => void, refId: string): Frame => {
  const builder = new SeriesBuilder({ refId, fields: { value: number() } })
  fill(builder)
  return builder.build()
}

/**
 * Frames that every transformation must cope with, by what is odd about them: none, empty ones, nulls, NaN, infinities,
 * every kind of column, equal names in several frames, and series and tables together. For tests.
 */
export const oddFrames: Readonly<Record<string, readonly Frame[]>> = {
  'no frames': [],
  'a frame without fields': [new TableFrame({ fields: new Map(), meta: { refId: 'A' } })],
  'a table without rows': [all.fromRows([], { refId: 'A' })],
  'series without points': [series((builder) => builder.add({ host: 'a' }, [], []), 'A')],
  'no series': [series(() => {}, 'A')],
  'nulls everywhere': [
    all.fromRows(
      [0, 1].map(() => ({
        time: null,
        exact: null,
        host: null,
        body: null,
        value: null,
        count: null,
        up: null,
        more: null,
      })),
      { refId: 'A' },
    ),
  ],
  'every kind of column': [
    all.fromRows(
      [
        { time: 2000, exact: 2n, host: 'b', body: 'x y', value: NaN, count: 1, up: true, more: { a: [1] } },
        { time: 1000, exact: 1n, host: 'a', body: '', value: -Infinity, count: -3, up: false, more: null },
        { time: 2000, exact: null, host: 'b', body: 'ü', value: 1e300, count: null, up: null, more: 'text' },
      ],
      { refId: 'A' },
    ),
  ],
  'series with gaps, infinities and equal labels': [
    series((builder) => {
      builder.add({ host: 'a', time: 'label' }, [0, 1000, 3000], [1, null, NaN])
      builder.add({ host: 'a', time: 'label' }, [500, 1000], [Infinity, -0])
      builder.add({}, [], [])
    }, 'A'),
  ],
  'series and tables with equal names': [
    series((builder) => builder.add({ host: 'a' }, [0, 1000], [1, 2]), 'A'),
    series((builder) => builder.add({ host: 'a' }, [0, 500], [3, 4]), 'B'),
    all.fromRows([{ time: 0, exact: 0n, host: 'a', body: 'b', value: 5, count: 5, up: true, more: [] }], {
      refId: 'C',
    }),
    defineTable({ time: text(), value: text(), host: number() }).fromRows([{ time: '0', value: 'five', host: 1 }], {
      refId: 'D',
    }),
  ],
}
