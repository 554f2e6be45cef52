import { reduce, type Column, type ReducerId } from '@orrery/frames'

/** Gives what a reducer makes of the cells [from, to); undefined where there is nothing to calculate with. */
export type ReduceCells = (id: ReducerId, from: number, to: number) => unknown

/** Reducers that give one of the cells, or a list of them. */
const givesCells: ReadonlySet<ReducerId> = new Set<ReducerId>([
  'lastNotNull',
  'last',
  'firstNotNull',
  'first',
  'allValues',
  'uniqueValues',
])

/** Reducers that need no more than to tell cells apart. */
const countsCells: ReadonlySet<ReducerId> = new Set<ReducerId>([
  'count',
  'countAll',
  'changeCount',
  'distinctCount',
  'allIsNull',
])

/**
 * Reduces the cells of a column of any kind: booleans calculate as 1 and 0; of texts and JSON only what needs no numbers
 * is given. The change in percent is a number of percents.
 */
export function createCellReducer(column: Column): ReduceCells {
  switch (column.kind) {
    case 'number':
    case 'integer':
    case 'time':
      return reduceNumbers(column.values)
    case 'nanos':
      // In milliseconds, as all other times.
      return reduceNumbers(
        Float64Array.from(column.values, (value, i) => (column.isNull(i) ? NaN : Number(value) / 1e6)),
      )
    case 'boolean':
      return backToCells(
        reduceNumbers(Float64Array.from(column.values, (value, i) => (column.isNull(i) ? NaN : value))),
        (value) => value === 1,
      )
    default: {
      const { codes, cells } = toCodes(column)
      const reduceCodes = backToCells(reduceNumbers(codes), (code) => cells[code])
      return (id, from, to) => (givesCells.has(id) || countsCells.has(id) ? reduceCodes(id, from, to) : undefined)
    }
  }
}

const reduceNumbers =
  (values: Float64Array): ReduceCells =>
  (id, from, to) => {
    const reduced = reduce(id, values.subarray(from, to))
    return id === 'diffperc' && typeof reduced === 'number' ? reduced * 100 : reduced
  }

const backToCells =
  (reduceValues: ReduceCells, cellOf: (value: number) => unknown): ReduceCells =>
  (id, from, to) => {
    const reduced = reduceValues(id, from, to)
    if (!givesCells.has(id)) return reduced
    if (typeof reduced === 'number') return cellOf(reduced)
    return Array.isArray(reduced)
      ? reduced.map((value: number) => (Number.isNaN(value) ? null : cellOf(value)))
      : reduced
  }

/** The cells as numbers that are equal where they are; NaN for a missing one. */
function toCodes(column: Extract<Column, { kind: 'text' | 'longText' | 'json' }>) {
  if (column.kind === 'text')
    return {
      codes: Float64Array.from(column.codes, (code) => (code < 0 ? NaN : code)),
      cells: column.dictionary.strings as readonly unknown[],
    }
  const codeOf = new Map<string, number>()
  const cells: unknown[] = []
  const codes = Float64Array.from({ length: column.length }, (_, i) => {
    if (column.isNull(i)) return NaN
    const text = column.strings.at(i)
    const known = codeOf.get(text)
    if (known !== undefined) return known
    codeOf.set(text, cells.length)
    return cells.push(column.at(i)) - 1
  })
  return { codes, cells }
}
