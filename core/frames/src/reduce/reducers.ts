import { changeOf, countChanges, differenceOf, firstPresent, increaseOf, lastPresent, leastStepOf } from './course.ts'
import { highestOf, lowestAboveZeroOf, lowestOf, meanOf, sumOf } from './extremes.ts'
import { quantileOf } from './quantile.ts'
import { countOf, distinctOf, varianceOf } from './spread.ts'

/** What becomes of values: undefined where there is nothing to calculate with. */
export type Reduced = number | boolean | readonly number[] | undefined

/** A way to make one thing of many values. */
export interface Reducer<Result extends Reduced = Reduced> {
  /** As a form shows it; in English. */
  readonly title: string
  /** The unit of the result, where it is not that of the values: a number of values is not in bytes. */
  readonly unit?: 'none' | 'percentunit'
  /** NaN is missing. */
  readonly calculate: (values: Float64Array) => Result | undefined
}

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type PercentileId = `p${Digit}` | `p${Digit}${0 | Digit}`

const define = <Id extends string, Result extends Reduced>(table: Readonly<Record<Id, Reducer<Result>>>) => table

const isPresent = (values: Float64Array) => firstPresent(values) !== undefined
const unlessMissing = (value: number | undefined) => (Number.isNaN(value) ? undefined : value)

const percentiles = Object.fromEntries(
  Array.from({ length: 99 }, (_, k): [string, Reducer<number>] => [
    `p${k + 1}`,
    { title: `Percentile ${k + 1}`, calculate: (values) => quantileOf(values, (k + 1) / 100) },
  ]),
  // One for each of the ids.
) as Readonly<Record<PercentileId, Reducer<number>>>

/** The reducers that give one number. */
export const numberReducers = {
  ...define({
    lastNotNull: { title: 'Last', calculate: lastPresent },
    last: { title: 'Last, even if missing', calculate: (values) => unlessMissing(values.at(-1)) },
    firstNotNull: { title: 'First', calculate: firstPresent },
    first: { title: 'First, even if missing', calculate: (values) => unlessMissing(values[0]) },
    min: { title: 'Lowest', calculate: lowestOf },
    max: { title: 'Highest', calculate: highestOf },
    mean: { title: 'Mean', calculate: meanOf },
    median: { title: 'Median', calculate: (values) => quantileOf(values, 0.5) },
    variance: { title: 'Variance', unit: 'none', calculate: varianceOf },
    stdDev: {
      title: 'Standard deviation',
      calculate: (values) => (isPresent(values) ? Math.sqrt(varianceOf(values)!) : undefined),
    },
    sum: { title: 'Sum', calculate: (values) => (isPresent(values) ? sumOf(values) : undefined) },
    count: { title: 'Number of values', unit: 'none', calculate: countOf },
    countAll: { title: 'Number of values and gaps', unit: 'none', calculate: ({ length }) => length },
    range: {
      title: 'Highest minus lowest',
      calculate: (values) => (isPresent(values) ? highestOf(values)! - lowestOf(values)! : undefined),
    },
    delta: { title: 'Increase of a counter', calculate: increaseOf },
    step: { title: 'Smallest step', calculate: leastStepOf },
    diff: { title: 'Last minus first', calculate: differenceOf },
    diffperc: { title: 'Change in percent', unit: 'percentunit', calculate: changeOf },
    logmin: { title: 'Lowest above zero', calculate: lowestAboveZeroOf },
    changeCount: { title: 'Number of changes', unit: 'none', calculate: countChanges },
    distinctCount: {
      title: 'Number of different values',
      unit: 'none',
      calculate: (values) => distinctOf(values).length,
    },
  }),
  ...percentiles,
}
/** A reducer that gives one number. */
export type NumberReducerId = keyof typeof numberReducers

/** All reducers by id: those of {@link numberReducers}, two that answer yes or no, and two that give lists. */
export const reducers = {
  ...numberReducers,
  ...define({
    allIsZero: {
      title: 'All are zero',
      calculate: (values) => isPresent(values) && lowestOf(values) === 0 && highestOf(values) === 0,
    },
    allIsNull: { title: 'All are missing', calculate: (values) => !isPresent(values) },
  }),
  ...define({
    allValues: { title: 'All values', calculate: (values): readonly number[] => [...values] },
    uniqueValues: { title: 'Different values', calculate: (values): readonly number[] => distinctOf(values) },
  }),
}
export type ReducerId = keyof typeof reducers

/** The ids of all reducers, in the order in which a form lists them. */
// Its keys are the ids.
export const reducerIds = Object.keys(reducers) as readonly ReducerId[]

export const isReducerId = (id: string): id is ReducerId => Object.hasOwn(reducers, id)

/**
 * What a reducer makes of values, in time linear in them; NaN is missing, and is passed over by all that do not say
 * otherwise. Undefined where there is nothing to calculate with.
 */
export function reduce(id: NumberReducerId, values: Float64Array): number | undefined
export function reduce(id: ReducerId, values: Float64Array): Reduced
export function reduce(id: ReducerId, values: Float64Array): Reduced {
  return reducers[id].calculate(values)
}
