import { functions } from '../functions.ts'
import { aggregations } from '../functions/aggregations.ts'
import type { FunctionGroup, PromqlParameter } from '../functions/declare.ts'
import { emptyQuery, type BuilderQuery, type Operation } from './builder-query.ts'
import { seriesAt } from './parameters.ts'

/** An operation that can be added. Title and summary are keys of the plugin's catalogue, except names of functions. */
export interface OperationChoice {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly summary: string
  readonly create: () => Operation
}

const categories: Readonly<Record<FunctionGroup, string>> = {
  rate: 'Rate',
  'over-time': 'Over time',
  histogram: 'Histogram',
  math: 'Math',
  trigonometry: 'Trigonometry',
  time: 'Time',
  label: 'Labels',
  order: 'Order',
}

/** Where each parameter begins, by its name; all others begin at 1. */
const begins: Readonly<Record<string, string>> = {
  quantile: '0.95',
  k: '5',
  ratio: '0.1',
  lower: '0',
  upper: '1',
  min: '0',
  max: '100',
  seconds: '3600',
  replacement: '$1',
  pattern: '(.*)',
  separator: ',',
}

function paramsOf(parameters: readonly PromqlParameter[]): readonly string[] {
  const at = seriesAt(parameters)
  return parameters
    .filter(({ optional }, i) => i !== at && !optional)
    .map(({ name, type }) => begins[name] ?? (type === 'string' ? '' : '1'))
}

const ofFunctions = functions
  .filter(({ parameters }) => seriesAt(parameters) >= 0)
  .map(({ name, group, parameters, summary }): OperationChoice => {
    const isRanged = parameters.some(({ type }) => type === 'range')
    const range = group === 'rate' ? '$__rate_interval' : '5m'
    const params = paramsOf(parameters)
    const create = () => ({ kind: 'function', name, params, ...(isRanged && { range }) }) as const
    return { id: `function-${name}`, name, category: categories[group], summary, create }
  })

const ofAggregations = aggregations.map(({ name, parameters, summary }): OperationChoice => {
  const params = paramsOf(parameters)
  return {
    id: `aggregation-${name}`,
    name,
    category: 'Aggregation',
    summary,
    create: () => ({ kind: 'aggregation', name, params }),
  }
})

const withValue: readonly (readonly [operator: string, category: string, summary: string])[] = [
  ['+', 'Arithmetic', 'Adds a number.'],
  ['-', 'Arithmetic', 'Subtracts a number.'],
  ['*', 'Arithmetic', 'Multiplies by a number.'],
  ['/', 'Arithmetic', 'Divides by a number.'],
  ['%', 'Arithmetic', 'The remainder of a division by a number.'],
  ['^', 'Arithmetic', 'Raises to the power of a number.'],
  ['>', 'Comparison', 'Keeps only larger values.'],
  ['>=', 'Comparison', 'Keeps only values that are at least so large.'],
  ['<', 'Comparison', 'Keeps only smaller values.'],
  ['<=', 'Comparison', 'Keeps only values that are at most so large.'],
  ['==', 'Comparison', 'Keeps only equal values.'],
  ['!=', 'Comparison', 'Keeps only different values.'],
]
const ofValues = withValue.map(([operator, category, summary]): OperationChoice => ({
  id: `value-${operator}`,
  name: operator,
  category,
  summary,
  create: () => ({
    kind: 'constant',
    operator,
    isBool: false,
    value: operator === '*' || operator === '/' ? '100' : '1',
    isFirst: false,
  }),
}))

const joined: OperationChoice = {
  id: 'join',
  name: 'Another query',
  category: 'Arithmetic',
  summary: 'Computes with the series of another query.',
  create: () => ({ kind: 'join', operator: '/', isBool: false, query: emptyQuery }),
}

const [rates, others] = [
  ofFunctions.filter(({ category }) => category === 'Rate' || category === 'Histogram'),
  ofFunctions.filter(({ category }) => category !== 'Rate' && category !== 'Histogram'),
]
/** All that can be added, what is used most first. */
export const operationChoices: readonly OperationChoice[] = [
  ...rates,
  ...ofAggregations,
  ...ofValues,
  joined,
  ...others,
]

export const binaryOperators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '==',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'and',
  'or',
  'unless',
  'atan2',
] as const

/** A query with one operation more: last, but a rate comes before all that needs the growth. */
export function addOperation(query: BuilderQuery, operation: Operation): BuilderQuery {
  const isRange = ({ kind, ...rest }: Operation) => kind === 'function' && 'range' in rest && rest.range !== undefined
  const comesFirst = isRange(operation) && !query.operations.some(isRange)
  const operations = comesFirst ? [operation, ...query.operations] : [...query.operations, operation]
  return { ...query, operations }
}

/** A list with one item at another place. */
export function moveItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
