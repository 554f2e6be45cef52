import { formatValue, numberReducers, reduce, type NumberReducerId } from '@orrery/sdk'
import type { LegendItem, LegendSort } from '@orrery/ui'
import type { Options } from '../options.ts'
import type { ChartSeries } from '../series.ts'
import { t } from '../text.ts'

/** Entries of the legend, one for each of the series, coloured as their lines. */
export function toLegend(
  series: readonly ChartSeries[],
  colors: readonly string[],
  { legend }: Pick<Options, 'legend'>,
  timeZone: string,
): LegendItem[] {
  return series.map(({ name, config, values }, i) => {
    const numbers = legend.values.map((id) => reduce(id, values) ?? NaN)
    const texts = numbers.map((number, k) => {
      const { unit = config.unit } = reducerOf(legend.values[k]!)
      return formatValue(number, unit === undefined ? config : { ...config, unit }, { timeZone }).full
    })
    return { name, color: colors[i]!, values: texts, numbers }
  })
}

const reducerOf = (id: NumberReducerId): { readonly title: string; readonly unit?: string } => numberReducers[id]

export const toHeadings = ({ legend }: Pick<Options, 'legend'>) =>
  legend.values.map((id) => t(numberReducers[id].title))

/** How the table is sorted before anybody clicks. */
export function toSort({ legend }: Pick<Options, 'legend'>): LegendSort | undefined {
  const by = legend.sortBy === undefined ? -1 : legend.values.indexOf(legend.sortBy)
  return by < 0 ? undefined : { by, isDescending: legend.sortDescending }
}
