import { createBuilder, reducers, reducerIds, type Column, type FieldMeta, type ReducerId } from '@orrery/frames'
import { Choice, Type } from '@orrery/schema'

const columnNames: Readonly<Record<Exclude<ReducerId, `p${number}`>, string>> = {
  lastNotNull: 'Last *',
  last: 'Last',
  firstNotNull: 'First *',
  first: 'First',
  min: 'Min',
  max: 'Max',
  mean: 'Mean',
  median: 'Median',
  variance: 'Variance',
  stdDev: 'StdDev',
  sum: 'Total',
  count: 'Count',
  countAll: 'Count all',
  range: 'Range',
  delta: 'Delta',
  step: 'Step',
  diff: 'Difference',
  diffperc: 'Difference percent',
  logmin: 'Min (above zero)',
  changeCount: 'Change Count',
  distinctCount: 'Distinct Count',
  allIsZero: 'All Zeros',
  allIsNull: 'All Nulls',
  allValues: 'All values',
  uniqueValues: 'All unique values',
}

const isNamed = (id: ReducerId): id is keyof typeof columnNames => Object.hasOwn(columnNames, id)

const ordinal = (n: number) => {
  const isTeen = n >= 11 && n <= 13
  return `${n}${(!isTeen && { 1: 'st', 2: 'nd', 3: 'rd' }[n % 10]) || 'th'}`
}

/** What a column is called that a reducer fills: `Last *`, `95th %`. */
export const reducerColumnName = (id: ReducerId): string =>
  isNamed(id) ? columnNames[id] : `${ordinal(Number(id.slice(1)))} %`

/** A choice among all reducers. */
export const AnyReducer = Choice(
  // Each id has its title.
  Object.fromEntries(reducerIds.map((id) => [id, reducers[id].title])) as Record<ReducerId, string>,
  { title: 'Calculation', default: 'lastNotNull' },
)

/** Calculations, in order; the column of each is called as `reducerColumnName` says. */
export const AnyReducers = Type.Array(AnyReducer, { title: 'Calculations', default: ['max'], maxItems: 50 })

/** What is known of the results of a reducer over values of which this is known. */
export function reducedMeta(id: ReducerId, { unit }: FieldMeta): FieldMeta {
  if (id === 'diffperc') return { unit: 'percent' }
  const isOther = 'unit' in reducers[id] || typeof reducers[id].calculate(new Float64Array(0)) === 'boolean'
  return unit === undefined || isOther ? {} : { unit }
}

/** A column of cells of any kinds: of one kind when they are, else of JSON. */
export function toCellColumn(cells: readonly unknown[], meta: FieldMeta = {}): Column {
  const kinds = new Set(cells.flatMap((cell) => (cell === null || cell === undefined ? [] : [typeof cell])))
  const [only = 'number'] = kinds
  const kind =
    kinds.size > 1 ? 'json' : only === 'string' ? 'text' : only === 'boolean' || only === 'number' ? only : 'json'
  const builder = createBuilder(kind, '')
  // A result that is not a number is none; the bits of such a one depend on the machine.
  for (const cell of cells) builder.push(Number.isNaN(cell) ? undefined : cell)
  return builder.build(meta)
}

/** What became of the cells of a column: moments stay moments where the result is one. */
export function toReducedColumn(id: ReducerId, { kind, meta }: Column, cells: readonly unknown[]): Column {
  if ((kind !== 'time' && kind !== 'nanos') || !givesTime(id)) return toCellColumn(cells, reducedMeta(id, meta))
  const builder = createBuilder('time', 'time')
  for (const cell of cells) builder.push(Number.isNaN(cell) ? undefined : cell)
  return builder.build({})
}

const givesTime = (id: ReducerId) =>
  ['lastNotNull', 'last', 'firstNotNull', 'first', 'min', 'max', 'mean', 'median'].includes(id) || /^p\d/.test(id)
