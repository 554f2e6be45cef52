import type { Times } from './data.ts'

/** One transformation with what each side calls its options. */
export interface TransformCase {
  readonly name: string
  readonly id: string
  readonly times: Times
  readonly ours: object
  readonly theirs: object
  /** What they are given: a frame for each series, or all as rows. Ours are given series, always. */
  readonly given: 'series' | 'rows'
  /** How many times as fast ours has to be. */
  readonly atLeast: number
}

const join = {
  id: 'joinByField',
  ours: {},
  theirs: { byField: 'Time', mode: 'outer' },
  given: 'series',
  atLeast: 5,
} as const
const reducers = ['mean', 'max', 'lastNotNull', 'p95']
const above = { id: 'greater', options: { value: 50 } }

/** All of a million points, of 50 series. */
export const cases: readonly TransformCase[] = [
  { name: 'outer join, 1 % of the times ragged', times: 'ragged', ...join },
  { name: 'outer join, same times', times: 'same', ...join },
  {
    name: 'group by label, mean, max and count',
    id: 'groupBy',
    times: 'ragged',
    ours: { fields: ['host'], calculate: [{ field: 'value', reducers: ['mean', 'max', 'count'] }] },
    theirs: {
      fields: {
        host: { operation: 'groupby', aggregations: [] },
        value: { operation: 'aggregate', aggregations: ['mean', 'max', 'count'] },
      },
    },
    given: 'rows',
    atLeast: 60,
  },
  {
    name: 'pivot, a column for each label',
    id: 'groupingToMatrix',
    times: 'ragged',
    ours: { column: 'host', row: 'time', value: 'value' },
    theirs: { columnField: 'host', rowField: 'time', valueField: 'value', emptyValue: 'null' },
    given: 'rows',
    atLeast: 60,
  },
  {
    name: 'filter by value, half is kept',
    id: 'filterByValue',
    times: 'ragged',
    ours: { conditions: [{ field: 'value', type: 'greater', value: '50' }] },
    theirs: { type: 'include', match: 'any', filters: [{ fieldName: 'value', config: above }] },
    given: 'rows',
    atLeast: 40,
  },
  {
    name: 'reduce to mean, max, last and 95th percentile',
    id: 'reduce',
    times: 'ragged',
    ours: { reducers },
    theirs: { reducers },
    given: 'series',
    atLeast: 40,
  },
  {
    name: 'sort by value',
    id: 'sortBy',
    times: 'ragged',
    ours: { fields: [{ field: 'value' }] },
    theirs: { sort: [{ field: 'value' }] },
    given: 'rows',
    atLeast: 12,
  },
]
