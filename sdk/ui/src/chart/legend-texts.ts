import {
  formatValue,
  numberReducers,
  reduce,
  type FieldConfig,
  type LegendOptions,
  type NumberReducerId,
} from '@orrery/sdk'
import { t } from '../text.ts'
import type { LegendItem, LegendSort } from './legend.ts'

/** What a legend says of the values of an entry: texts, and the numbers that they are sorted by. */
export function legendValues(
  legend: Pick<LegendOptions, 'values'>,
  values: Float64Array,
  config: FieldConfig,
  timeZone: string,
): Required<Pick<LegendItem, 'values' | 'numbers'>> {
  const numbers = legend.values.map((id) => reduce(id, values) ?? NaN)
  const texts = numbers.map((number, k) => {
    const { unit = config.unit } = reducerOf(legend.values[k]!)
    return formatValue(number, unit === undefined ? config : { ...config, unit }, { timeZone }).full
  })
  return { values: texts, numbers }
}

const reducerOf = (id: NumberReducerId): { readonly unit?: string } => numberReducers[id]

/** The headings of a legend's values. */
export const legendHeadings = ({ values }: Pick<LegendOptions, 'values'>): readonly string[] =>
  values.map((id) => t(numberReducers[id].title))

/** How a legend is sorted before anybody clicks; undefined for the order of the chart. */
export function legendSort({
  values,
  sortBy,
  sortDescending,
}: Pick<LegendOptions, 'values' | 'sortBy' | 'sortDescending'>): LegendSort | undefined {
  const by = sortBy === undefined ? -1 : values.indexOf(sortBy)
  return by < 0 ? undefined : { by, isDescending: sortDescending }
}
